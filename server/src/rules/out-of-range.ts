import { findOption } from '../schema/languages';
import type { FileContext } from './context';
import { errorAt, keyFate, specFate } from './fate';
import type { Finding } from './finding';
import type { KeySetting } from './key-settings';
import { numberOf } from './numbers';
import { type Rule, type RuleDocs, report } from './rule';
import type { SpecItem } from './spec-items';

export const docs: RuleDocs = {
  title: 'A number that is too small or too great',
  why: 'The guest is not made, or gets another number than the file says.',
  xl: 'For some keys xl refuses the file or ends without a word; for others it hands the number on, and what comes after xl refuses or cuts it.',
  remedy: 'Write a number within the bounds that the message names.',
  before: 'mmio_hole = 128',
  after: 'mmio_hole = 256',
};

export const outOfRange: Rule = {
  code: 'out-of-range',
  severity: 'warning',
  general: true,
  itemwise: true,
  hostFiles: true,
  *check(file) {
    for (const key of file.keys) if (key.read) yield* checkKey(file, key);
    for (const item of file.specs) yield* checkOptions(file, item);
  },
};

function* checkKey(file: FileContext, { setting, row }: KeySetting): Iterable<Finding> {
  const { name, value, op } = setting;
  const range = row.range ?? row.documentedRange;
  if (!range || value.kind === 'list' || op === '+=') return;
  const number = numberOf(value.text);
  if (number === undefined || within(number, range)) return;
  const exits = row.reads?.some((reader) => reader.endsWith('bounded_long'));
  const { words } = keyFate(file, name, exits ? 'exits' : 'refuses');
  const fatal = file.isFatal(name);
  const xl = fatal ? words : 'xl does not look and hands the number on';
  const message = `${name} goes from ${range[0]} to ${range[1]}, and this is ${number}: ${xl}. Write a number between them.`;
  yield report(outOfRange, value.span, message, [], fatal ? 'error' : 'warning');
}

function* checkOptions(file: FileContext, item: SpecItem): Iterable<Finding> {
  for (const { role, span, option } of item.reading.parts) {
    const row = role === 'value' && option !== undefined ? findOption(item.language, option) : undefined;
    if (!row?.range || row.type !== 'integer') continue;
    const number = numberOf(item.atom.text.slice(span.start, span.end));
    if (number === undefined || within(number, row.range)) continue;
    const error = errorAt(item, span);
    const fate = error ? specFate(file, item, error) : undefined;
    const [least, most] = row.range;
    const xl = fate?.words ?? 'xl hands the number on, and libxl refuses the device';
    const message = `${option} of ${item.setting.name} goes from ${least} to ${most}, and this is ${number}: ${xl}. Write a number between them.`;
    yield report(outOfRange, file.place(item.atom, span), message, [], fate?.severity ?? 'warning');
  }
}

function within(number: bigint, [least, most]: readonly [number, number]): boolean {
  return BigInt(least) <= number && number <= BigInt(most);
}
