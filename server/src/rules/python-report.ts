import type { EvaluateOptions, Evaluation, Python, PythonFix, Value } from '../python';
import { findKey } from '../schema/keys';
import { findXmName } from '../schema/xm';
import { LineIndex } from '../syntax/lines';
import type { ParseError } from '../syntax/parse-error';
import { type PlainValue, readSettings } from '../syntax/reading';
import type { Release } from '../syntax/release';
import { type Edit, type Span, SpanIndex } from '../syntax/span';
import type { Tree } from '../syntax/tree';
import { messageOf } from './python-messages';
import { isXlOnly } from './xl-only';
import { isXmOnly } from './xm-only';

/** A Python construct of a file, and what is to be done with it. */
export interface PythonConstruct {
  readonly code: PythonFix['code'];
  readonly span: Span;
  /** What it is and what it comes to, a sentence or two. */
  readonly message: string;
  readonly title: string;
  /** What xm made no setting of, in silence: `kernel: a value of type unicode`. */
  readonly lost?: string;
  /** Edits that can be applied by themselves; undefined when its result is not known. */
  readonly edits?: readonly Edit[];
  /** What the author may have meant, where xm made nothing of it: a change of meaning. */
  readonly alternative?: { readonly title: string; readonly edits: readonly Edit[] };
  /** Its own edits alone, to be applied together with those of every other construct. */
  readonly bulk?: readonly Edit[];
}

/** A file read as the Python program that it was to xm. */
export interface PythonReport {
  readonly constructs: readonly PythonConstruct[];
  /** What the variables hold at the end, where that is known and xm made a setting of it. */
  readonly values: ReadonlyMap<string, PlainValue>;
  readonly evaluation: Evaluation;
  /** Every name that the program sets, or may set. */
  readonly writes: ReadonlySet<string>;
  /** The names that statements set, or may set, which xl cannot read. */
  readonly computed: ReadonlySet<string>;
  /** Every name that the program reads, or may read. */
  readonly reads: ReadonlySet<string>;
  /** True for a setting that stands in the program as xl reads it too. */
  isPlain(span: Span): boolean;
  /** True when a construct accounts for what xl cannot read there. */
  covers(span: Span): boolean;
}

/**
 * Reads a file that xl cannot read as Python; undefined when there is no Python in it, so that it is an xl file with
 * mistakes.
 */
export function pythonReport(
  python: Python,
  tree: Tree,
  release: Release,
  options: Pick<EvaluateOptions, 'presets' | 'assume' | 'folder' | 'fileName'>,
): PythonReport | undefined {
  return isHalfTyped(tree, release) ? undefined : readProgram(python, tree, release, options);
}

/** True for an xl file in which a setting is just being written: to read all of it as Python would tell nothing new. */
export function isHalfTyped(tree: Tree, release: Release): boolean {
  const isUnfinished = ({ kind, span }: ParseError) => UNFINISHED[kind]?.test(lineAt(tree.text, span.start)) ?? false;
  return tree.errors.every(isUnfinished) && !tree.settings.some((setting) => isXmOnly(setting, release));
}

/** A text in quotes that Python and xl end at the same place, and that is no beginning of one of several lines. */
const TEXT = String.raw`"[^"'\\]*"(?!["'])|'[^"'\\]*'(?!["'])`;

/**
 * A line on the way to a setting, or to the item of a list, that no Python program has either, or has to no effect. What
 * closes a parenthesis is unmatched there: for xl each one that opens is a mistake of another kind.
 */
const UNFINISHED: Partial<Readonly<Record<ParseError['kind'], RegExp>>> = {
  'missing-operator': /^\w+[ \t]*$/,
  'missing-value': /^\w+[ \t]*=[ \t]*$/,
  'unclosed-string': new RegExp(String.raw`^(?:[\w \t=[\],]|${TEXT})*(?:"[^"'\\]*|'[^"'\\]*)$`),
  stray: new RegExp(String.raw`^(?:[\w \t=[\],]|${TEXT})*[)}]+[ \t\],]*(?:#.*)?$`),
};

function lineAt(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, end < 0 ? text.length : end);
}

/** What `pythonReport` gives for other files. */
export function readProgram(
  python: Python,
  tree: Tree,
  release: Release,
  options: Pick<EvaluateOptions, 'presets' | 'assume' | 'folder' | 'fileName'>,
): PythonReport | undefined {
  const { presets, assume, folder, fileName } = options;
  const evaluation = python.evaluate(python.parse(tree.text), {
    ...(presets && { presets }),
    ...(assume && { assume }),
    ...(folder !== undefined && { folder }),
    ...(fileName !== undefined && { fileName }),
  });
  const reads = new Set(evaluation.statements.flatMap(({ reads }) => [...reads]));
  // a name that xm did not know and Python reads is a variable of the program, be there a key of xl of that name
  const isKey = (name: string) =>
    findXmName(name) !== undefined || (findKey(name) !== undefined && !reads.has(name)) || isCreateSwitch(name, reads);
  const fixes = python.rewrite(evaluation, release, { isKey, notes: true });
  const broken = new SpanIndex(evaluation.statements.filter(({ kind }) => kind === 'error').map(({ span }) => span));
  const mistakes = new SpanIndex(tree.errors.map(({ span }) => span));
  // where the text is no Python either, and xl's grammar knows the mistake, that is the better thing to say
  const real = fixes.filter(
    ({ edits, statement }) => edits || !broken.covers(statement) || !mistakes.startsWithin(statement),
  );
  const isXl = tree.settings.some(isXlOnly);
  if (!real.some((fix) => isProof(tree, fix, isXl)) && !tree.settings.some((setting) => isXmOnly(setting, release)))
    return undefined;

  const readable = evaluation.statements.filter(({ plain, kind }) => plain || kind === 'error');
  const plain = new SpanIndex(readable.map(({ span }) => span));
  const covered = new SpanIndex(real.map(({ statement }) => statement).sort((a, b) => a.start - b.start));
  return {
    constructs: constructs(tree, real, fixes, plain),
    values: knownValues(python, evaluation, release),
    evaluation,
    writes: new Set(evaluation.statements.flatMap(({ writes }) => [...writes])),
    computed: new Set(evaluation.statements.flatMap(({ plain, writes }) => (plain ? [] : [...writes]))),
    reads,
    isPlain: (span) => plain.covers(span),
    covers: (span) => covered.covers(span),
  };
}

/** True for an option of `xm create` that the file sets, and does not use itself: the finding about it says more. */
function isCreateSwitch(name: string, reads: ReadonlySet<string>): boolean {
  return findXmName(`--${name}`) !== undefined && !reads.has(name);
}

/** Mistakes that an xl file has too: they do not make a Python program of it, even where Python can read them. */
const COMMON_MISTAKES: ReadonlySet<ParseError['kind']> = new Set([
  'bad-number',
  'bare-text',
  'byte-order-mark',
  'missing-comma',
  'mixed-append',
  'nul',
  'unclosed-string',
  'upper-case-name',
]);

/** True for a construct that nobody writes but in Python; `isXl` for a file with something in it that only xl takes. */
function isProof(tree: Tree, { statement, edits }: PythonFix, isXl: boolean): boolean {
  if (/^\w+$/.test(tree.text.slice(statement.start, statement.end).trim())) return false;
  for (const { kind, span } of errorsIn(tree, statement)) {
    if (!COMMON_MISTAKES.has(kind)) return true;
    const text = tree.text.slice(span.start, span.end);
    // a name or an expression that Python can follow: nobody means it as text
    if (edits && kind === 'bare-text' && !(isXl && CONSTANTS.has(text))) return true;
    if (edits && kind === 'bad-number' && (/^\d+[lL]$/.test(text) || /^[^-].*[-+*/%]/.test(text))) return true;
  }
  return false;
}

/** Words that stand in xl files by mistake, too. */
const CONSTANTS: ReadonlySet<string> = new Set(['True', 'False', 'None']);

/** The errors that begin within a span; they stand in the order of the text. */
function* errorsIn({ errors }: Tree, span: Span): Iterable<ParseError> {
  let low = 0;
  let high = errors.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (errors[middle]!.span.start < span.start) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < errors.length && errors[i]!.span.start < span.end; i++) yield errors[i]!;
}

/** The findings about a file's constructs; `plain` holds the settings among them that xl reads. */
function constructs(tree: Tree, real: readonly PythonFix[], all: readonly PythonFix[], plain: SpanIndex) {
  let budget = 20 * all.length + 1000;
  const every = all.flatMap((fix) => fix.edits ?? []);
  let lines: LineIndex | undefined;
  const lineOf = (offset: number) => {
    lines ??= new LineIndex(tree.text);
    return lines.position(offset).line + 1;
  };
  return real.map((fix): PythonConstruct => {
    const { code, span, title, edits, alternative } = fix;
    const message = messageOf(tree, fix, plain.covers(fix.statement), lineOf);
    const lost = fix.lost === undefined ? {} : { lost: `${fix.lost}: ${fix.what.replace(/^"\w+" is /, '')}` };
    const shared = { code, span, message, title, ...lost, ...(alternative && { alternative }) };
    if (!edits) return shared;
    const group = together(fix, all, budget);
    budget -= group?.length ?? 0;
    return { ...shared, edits: group?.flatMap((one) => one.edits ?? []) ?? every, bulk: edits };
  });
}

/**
 * A fix and all that it needs. Undefined when that would take more than `budget` steps: then it is applied with all
 * others, so that a file in which everything hangs together costs no more than its size.
 */
function together(fix: PythonFix, fixes: readonly PythonFix[], budget: number): PythonFix[] | undefined {
  const seen = new Set<PythonFix>();
  const open = [fix];
  let steps = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    steps += 1 + next.needs.length;
    if (steps > budget && seen.size > 1) return undefined;
    for (const index of next.needs) if (fixes[index]) open.push(fixes[index]);
  }
  return [...seen];
}

function knownValues(python: Python, evaluation: Evaluation, release: Release): Map<string, PlainValue> {
  const values = new Map<string, PlainValue>();
  for (const [name, { value, taken }] of evaluation.variables) {
    const plain = taken ? plainValue(python, value, release) : undefined;
    if (plain !== undefined) values.set(name, plain);
  }
  return values;
}

/** A value as libxlutil would hold it once it is written out. */
function plainValue(python: Python, value: Value, release: Release): PlainValue | undefined {
  const rendered = python.renderXlValue(value, release);
  if (!('text' in rendered)) return undefined;
  return readSettings(`value = ${rendered.text}\n`, { release }).settings[0]?.value;
}
