import type { Count } from './subject';
import type { RealValue } from './text';

/** For each state of the parser: what it says it expected, and the tokens that it can complain about. */
const SYNTAX_ERRORS: readonly (readonly [expecting: string, unexpected: string])[] = [
  ["$end or IDENT or NEWLINE or ';'", "STRING NUMBER ',' '[' ']' '=' +="],
  ["+= or '='", "IDENT STRING NUMBER NEWLINE ',' '[' ']' ';' $end"],
  ["STRING or NUMBER or '['", "IDENT NEWLINE ',' ']' '=' += ';' $end"],
  ["']'", "IDENT STRING NUMBER ',' '[' '=' += ';' $end"],
  ['$end', "IDENT STRING NUMBER ',' '[' ']' '=' +="],
];

const ERRORS = [
  ...SYNTAX_ERRORS.flatMap(([expecting, tokens]) =>
    tokens.split(' ').map((token) => `syntax error, unexpected ${token}, expecting ${expecting}`),
  ),
  'lexical error',
  'invalid character after backlash in quoted string',
  'invalid digit after backslash octalnumerical character escape in quoted string',
  'invalid digit after backslash hexnumerical character escape in quoted string',
  'can\'t add [list] to "string" or vice versa',
  'memory exhausted',
];

const PRODUCTIONS: readonly (readonly [name: string, shape: RegExp])[] = [
  ['empty text', /^$/],
  ['empty statement', /(^|[\n;])[ \t]*;/],
  ['blank line', /(^|\n)[ \t]*\n/],
  ['statement ended by ;', /[S\d\]][ \t]*;/],
  ['statement ended by a comment', /[S\d\]][ \t]*#/],
  ['statement ended by the end of the text', /[S\d\]][ \t]*$/],
  ['comment line', /(^|\n)[ \t]*#/],
  ['newline behind [', /\[[ \t]*\n/],
  ['newline before ]', /\n[ \t]*\]/],
  ['newline behind a value', /[S\d\]][ \t]*\n[ \t\n#]*[,\]]/],
  ['newline behind a comma', /,[ \t]*\n/],
  ['comment in a list', /[[,][ \t\n]*#/],
  ['comma before ]', /,[ \t\n#]*\]/],
  ['list in a list', /\[[ \t\n#]*\[/],
  ['name with a dot', /[a-z]\.[a-z]/],
  ['no token at the end of the text', /[^ \t\n#S\d\];,a-z=]$/],
];

const ESCAPES = ['\\"', "\\'", '\\\\', '\\a', '\\b', '\\f', '\\n', '\\r', '\\t', '\\v', '\\0', '\\7'];

const PYTHON = 'warning: Config file looks like it contains Python code.';

export const TEXT_COUNTERS: readonly string[] = [
  ...['accepted', 'refused', 'crash'].map((verdict) => `verdict: ${verdict}`),
  ...['=', '+='].map((operator) => `operator: ${operator}`),
  ...['string', 'empty string', 'text that is not UTF-8', 'list', 'empty list', 'list, 2 deep', 'list, 5 deep'].map(
    (shape) => `value: ${shape}`,
  ),
  ...ERRORS.map((error) => `error: ${error}`),
  ...["`...'", "`'", '<newline>'].map((near) => `near: ${near}`),
  ...[1, 2, 3].map((number) => `errors in a text: ${number}${number === 3 ? ' or more' : ''}`),
  'warning: looks like Python',
  'line: 0',
  ...PRODUCTIONS.map(([name]) => `accepted: ${name}`),
  ...ESCAPES.map((escaped) => `escape: ${escaped}`),
];

const MESSAGE = /^cfg:(\d+): config parsing error near (`[\s\S]*')?(<newline>)?: ([\s\S]*)$/;
const ERROR_SET: ReadonlySet<string> = new Set(ERRORS);

export function countMessages(messages: readonly string[], count: Count): void {
  let errors = 0;
  for (const message of messages) {
    const parts = MESSAGE.exec(message);
    if (parts) {
      errors++;
      const [, line, near, newline, text] = parts;
      count(ERROR_SET.has(text!) ? `error: ${text}` : `error unheard of: ${text}`);
      count(`near: ${newline ?? (near === "`'" ? near : "`...'")}`);
      if (line === '0') count('line: 0');
    } else if (message === PYTHON) count('warning: looks like Python');
  }
  if (errors > 0) count(`errors in a text: ${errors >= 3 ? '3 or more' : errors}`);
}

export function countValue(value: RealValue, depth: number, count: Count): void {
  if (typeof value === 'string') {
    if (depth > 0) return;
    count(value === '' ? 'value: empty string' : 'value: string');
    if (/[\udc80-\udcff]/u.test(value)) count('value: text that is not UTF-8');
    return;
  }
  if (depth === 0) count(value.length === 0 ? 'value: empty list' : 'value: list');
  else if (depth === 1 || depth === 4) count(`value: list, ${depth + 1} deep`);
  for (const item of value) countValue(item, depth + 1, count);
}

/** Counts what an accepted text is made of. */
export function countProductions(text: string, count: Count): void {
  const shape = text.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#[^\n]*/gs, (piece) => {
    if (piece.startsWith('#')) return '#';
    for (const [escaped] of piece.matchAll(/\\./gs)) count(`escape: ${escaped}`);
    return 'S';
  });
  for (const [name, pattern] of PRODUCTIONS) if (pattern.test(shape)) count(`accepted: ${name}`);
}
