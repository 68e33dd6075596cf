import type { PythonFix } from '../python';
import { findKey } from '../schema/keys';
import { findXmName } from '../schema/xm';
import type { Span } from '../syntax/span';
import type { Tree } from '../syntax/tree';

/** What is said of a construct: what it is, why xl does not read it, and what to do. `lineOf` gives lines from 1. */
export function messageOf(tree: Tree, fix: PythonFix, plain: boolean, lineOf: (offset: number) => number): string {
  const { title, edits, value } = fix;
  if (fix.dropped) return `${capital(fix.what)}, in silence. Its line goes; the guest is what it was without it.`;
  const remedy = value === '' ? `${title.replaceAll('`', '')}.` : `Write what it comes to: ${shortened(value)}`;
  const key = keyOf(tree, fix);
  const why = !plain
    ? 'xl reads no Python and refuses the file'
    : key
      ? 'xl would take it as one'
      : 'xl knows no such setting and ignores it';
  return `${subject(tree, fix)}: ${why}. ${edits ? remedy : (waiting(fix, lineOf) ?? unknown(tree, fix))}`;
}

/** What is said of a construct that is not known because of another one, further up. */
function waiting({ statement, cause, reason }: PythonFix, lineOf: (offset: number) => number): string | undefined {
  if (reason === undefined || NO_CAUSE.test(reason) || !cause || cause.end <= cause.start) return undefined;
  if (cause.start >= statement.start) return undefined;
  return `It waits for line ${lineOf(cause.start)}: ${reason}.`;
}

/** Reasons that are told in words of their own, or whose place says nothing. */
const NO_CAUSE = /^(a statement that stays|xl has no|xm itself|Python stops here)/;

/** Why nothing can be offered for a construct, and what to do instead. */
function unknown(tree: Tree, { what, cause, reason = 'it depends on what is not in the file' }: PythonFix): string {
  if (reason === 'a statement that stays Python still needs it') return `It stays: ${reason}. Mend that one first.`;
  if (/^(xl has no|xm itself)/.test(reason))
    return `It cannot be written for xl: ${reason}. Write what it is meant to be.`;
  const stopped = /^Python stops here: (.*)$/s.exec(reason)?.[1];
  if (stopped !== undefined) return `xm itself stopped here with an error: ${stopped}. Mend it, or remove it.`;
  const parameter = /^(\w+) is (?:a parameter|not set)/.exec(reason)?.[1];
  const remedy = parameter
    ? `Write its value, or convert the file with ${parameter} given (xencfg convert --set ${parameter}=...).`
    : /^an? (statement|import|print)/.test(what)
      ? 'Put what it does into this file.'
      : `Write the value that it has on your host${assuming(tree, cause)}.`;
  return `What it comes to is not known: ${reason}. ${remedy}`;
}

/** Calls that give a text, or a truth. */
const TEXTS =
  /^(os\.(environ\b|getenv\(|uname\(\)\[|getcwd|path\.(exists|is|lexists))|socket\.get|platform\.|time\.(strftime|ctime)|commands\.getoutput|get_)/;

const CALL = /^[\w.]+(?:\([^\r\n=()]*\)(?:\[[^\r\n=[\]]*\])?|\[[^\r\n=[\]]*\])/;

/** How a value can be given that only the host knows. */
function assuming({ text }: Tree, cause: Span | undefined): string {
  // what is called or looked into, and with what
  const source = cause && CALL.exec(text.slice(cause.start, cause.start + 200))?.[0];
  if (!source || !TEXTS.test(source)) return '';
  const quote = source.includes("'") ? '"' : "'";
  return source.includes(quote) ? '' : `, or give it (xencfg convert --assume ${quote}${source}=...${quote})`;
}

/** The setting that a helper variable's name is, where it is one. */
function keyOf({ text }: Tree, { code, statement }: PythonFix): string | undefined {
  const source = text.slice(statement.start, statement.end);
  const name = code === 'python-helper' ? /^(\w+)\s*=/.exec(source)?.[1] : undefined;
  return name && (findKey(name) || findXmName(name)) ? name : undefined;
}

function subject(tree: Tree, fix: PythonFix): string {
  const { code, what, statement } = fix;
  const text = tree.text.slice(statement.start, statement.end);
  const variable = code === 'python-helper' ? /^(\w+)\s*=/.exec(text)?.[1] : undefined;
  if (keyOf(tree, fix))
    return `xm made no setting of "${variable}" here${/^a (value|variable)/.test(what) ? ` (${what.replace(/, of which.*/, '')})` : ''}`;
  if (variable) return `"${variable}" is a variable of the Python code, not a setting`;
  if (code === 'python-statement' && /^["']/.test(text)) return 'A text that stands by itself';
  return capital(/^an? (del|pass|try|assert)$/.test(what) ? `${what} statement` : what);
}

function shortened(value: string): string {
  const line = value.trim().replace(/\s*\n\s*/g, ' ; ');
  return line.length > 160 ? `${line.slice(0, 157)}...` : line;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
