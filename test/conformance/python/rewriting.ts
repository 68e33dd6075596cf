import {
  type Evaluation,
  evaluate,
  fromBytes,
  type Python,
  rewrite,
  strFloat,
  type Value,
} from '../../../server/src/python';
import { convert } from '../../../server/src/service';
import { type PlainValue, readSettings } from '../../../server/src/syntax/reading';
import { applyEdits } from '../../../server/src/syntax/span';

const RELEASE = 422;

/** More rounds than any program needs until nothing is left to edit. */
const ROUNDS = 6;

/** The program after the edits of its constructs, and whether nothing is left to decide; undefined when there is no end. */
function rewritten(parser: Python, first: Evaluation): { text: string; complete: boolean } | undefined {
  let evaluation = first;
  for (let round = 0; round < ROUNDS; round++) {
    const { text } = evaluation.tree;
    const fixes = rewrite(evaluation, RELEASE);
    const edits = fixes.flatMap((fix) => fix.edits ?? []);
    const changed = applyEdits(text, edits);
    if (changed === text) return { text, complete: fixes.length === 0 };
    if (fixes.some((fix) => !fix.edits)) return { text, complete: false };
    evaluation = evaluate(parser.parse(changed));
  }
  return undefined;
}

/**
 * What the edits of a program's constructs break, where nothing is left to decide: xl has to read from the result what
 * xm took from the program.
 */
export function brokenRewriting(parser: Python, evaluation: Evaluation): { done: boolean; problems: string[] } {
  if (evaluation.error) return { done: false, problems: [] };
  const result = rewritten(parser, evaluation);
  if (!result) return { done: false, problems: ['rewriting it finds no end'] };
  if (!result.complete) return { done: false, problems: [] };
  // The ends of lines are the business of other rules.
  const text = result.text.replaceAll('\r\n', '\n').replace(/(?<=[^\n])$/, '\n');
  const read = readSettings(text, { release: RELEASE });
  if (!read.ok) return { done: true, problems: [`xl does not read ${JSON.stringify(text)}`] };
  const problems: string[] = [];
  const last = new Map(read.settings.map(({ name, value }) => [name, value]));
  for (const [name, { value, taken }] of evaluation.variables) {
    if (!/^[a-z][._0-9a-z]*$/.test(name)) continue;
    const now = last.get(name);
    last.delete(name);
    if (value.kind === 'unknown') continue;
    const wanted = JSON.stringify(shown(value));
    if (!taken && now !== undefined) problems.push(`xm took no ${name}, the result has one`);
    else if (taken && now === undefined && isMeant(evaluation, name))
      problems.push(`${name} is gone from ${JSON.stringify(text)}`);
    else if (now !== undefined && JSON.stringify(numbers(now)) !== wanted)
      problems.push(`${name}: xm had ${wanted}, the result ${JSON.stringify(now)}`);
  }
  for (const name of last.keys()) problems.push(`xm had no ${name}, the result has one`);
  return { done: true, problems };
}

/** Variables of loops and imports are no settings, whatever they hold in the end. */
function isMeant({ tree: { text } }: Evaluation, name: string): boolean {
  return (
    new RegExp(`^${name} = `, 'm').test(text) &&
    !new RegExp(`\\bfor\\b[^\\n]*\\b${name}\\b[^\\n]*\\bin\\b|import\\b.*\\b${name}\\b|var\\('${name}'`).test(text)
  );
}

/** Numbers of xl's grammar in one form. */
function numbers(value: PlainValue): unknown {
  if (typeof value !== 'string') return value.map(numbers);
  return /^(0[0-7]+|0x[0-9a-f]+)$/.test(value) ? String(BigInt(value.replace(/^0(?=[0-7]+$)/, '0o'))) : value;
}

/** A value as xl would read it: floats as xm handed them on. */
function shown(value: Value): unknown {
  if (value.kind === 'list') return value.items.map(shown);
  if (value.kind === 'str') return numbers(fromBytes(value.value));
  if (value.kind === 'float')
    return Number.isInteger(value.value) && Math.abs(value.value) < 2 ** 53
      ? String(Math.abs(value.value) === 0 ? 0 : value.value)
      : strFloat(value.value);
  if (value.kind === 'bool') return value.value ? '1' : '0';
  return 'value' in value ? numbers(String(value.value)) : value.kind;
}

/** What breaks when a whole file is converted twice. */
export function brokenConversion(parser: Python, text: string): string[] {
  const options = { python: parser, release: RELEASE as 422, fileName: 'guest.xm' };
  const once = convert(text, options);
  const twice = convert(once.text, options);
  return twice.text === once.text
    ? []
    : [`converted again: ${JSON.stringify(once.text)} becomes ${JSON.stringify(twice.text)}`];
}
