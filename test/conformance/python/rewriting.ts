import {
  type Evaluation,
  evaluate,
  fromBytes,
  type PythonParser,
  rewrite,
  type Value,
} from '../../../server/src/python';
import { convert } from '../../../server/src/service';
import { readSettings } from '../../../server/src/syntax/reading';
import { applyEdits } from '../../../server/src/syntax/span';

const RELEASE = 422;

function rewritten(evaluation: Evaluation): { text: string; complete: boolean } {
  const fixes = rewrite(evaluation, RELEASE);
  const text = applyEdits(
    evaluation.tree.text,
    fixes.flatMap((fix) => fix.edits ?? []),
  );
  return { text, complete: fixes.every((fix) => fix.edits !== undefined) };
}

/**
 * What the edits of a program's constructs break, where nothing is left to decide: xl has to read from the result what
 * xm took from the program, and the result has nothing to edit.
 */
export function brokenRewriting(parser: PythonParser, evaluation: Evaluation): { done: boolean; problems: string[] } {
  if (evaluation.error) return { done: false, problems: [] };
  const { text, complete } = rewritten(evaluation);
  if (!complete) return { done: false, problems: [] };
  const problems: string[] = [];
  const again = rewritten(evaluate(parser.parse(text))).text;
  if (again !== text) problems.push(`rewritten again: ${JSON.stringify(text)} becomes ${JSON.stringify(again)}`);
  const read = readSettings(text, { release: RELEASE });
  if (!read.ok) return { done: true, problems: [...problems, `xl does not read ${JSON.stringify(text)}`] };
  const last = new Map(read.settings.map(({ name, value }) => [name, value]));
  for (const [name, { value, taken }] of evaluation.variables) {
    if (!/^[a-z][._0-9a-z]*$/.test(name) || !last.has(name)) continue;
    if (!taken) problems.push(`xm took no ${name}, the result has one`);
    else if (JSON.stringify(shown(value)) !== JSON.stringify(last.get(name)))
      problems.push(`${name}: xm had ${JSON.stringify(shown(value))}, the result ${JSON.stringify(last.get(name))}`);
  }
  return { done: true, problems };
}

/** A value as xl would read it. */
function shown(value: Value): unknown {
  if (value.kind === 'list') return value.items.map(shown);
  if (value.kind === 'str') return fromBytes(value.value);
  return 'value' in value ? String(value.value) : value.kind;
}

/** What breaks when a whole file is converted twice. */
export function brokenConversion(parser: PythonParser, text: string): string[] {
  const options = { python: parser, release: RELEASE as 422, fileName: 'guest.xm' };
  const once = convert(text, options);
  const twice = convert(once.text, options);
  return twice.text === once.text
    ? []
    : [`converted again: ${JSON.stringify(once.text)} becomes ${JSON.stringify(twice.text)}`];
}
