import { replace } from './edits';
import type { Fix } from './finding';
import { type Rule, type RuleDocs, report } from './rule';

/** How many bytes the letters stand for. */
const BYTES: Readonly<Record<string, number>> = { '': 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30, t: 2 ** 40 };
/** Units of keys that are a number of bytes. */
const SIZES: Readonly<Record<string, number>> = { KiB: 2 ** 10, MiB: 2 ** 20 };

export const docs: RuleDocs = {
  title: 'A number with a unit behind it',
  why: 'xl reads bare numbers, each key in its own unit. The guest starts with the default: 32 MiB of memory, for example.',
  xl: 'xl takes the text for no number, warns, and goes on as if the key were not set.',
  remedy: 'Write the number in the unit of the key.',
  before: 'memory = "2G"',
  after: 'memory = 2048',
};

export const numberUnit: Rule = {
  code: 'number-unit',
  severity: 'warning',
  general: true,
  hostFiles: true,
  itemwise: true,
  *check(file) {
    for (const key of file.numbers) {
      const { setting, row, value, number } = key;
      const match = /^\s*(\d+(?:\.\d+)?)\s*(%|s|sec|ns|ms|us|cpus?|([kmgt]?)(?:i?b|bytes)?)\s*$/i.exec(value.text);
      if (number !== undefined || !match || match[2] === '') continue;
      const { fate } = key;
      const [, digits, , letter] = match as unknown as [string, string, string, string | undefined];
      const size = row.unit === undefined ? undefined : SIZES[row.unit];
      const plain = size === undefined ? sameUnit(row.unit, digits, match[2]!) : inUnit(Number(digits), letter, size);
      const fixes: Fix[] =
        plain === undefined
          ? []
          : [{ title: `Write ${plain}`, kind: 'unsafe', edits: [replace(value.span, String(plain))] }];
      const unit = row.unit ? `, in ${row.unit}` : '';
      const effect = row.default === undefined || fate.severity === 'error' ? '' : ` (default: ${row.default})`;
      const remedy = plain === undefined ? 'Write the number alone.' : `Write ${plain}.`;
      const message = `${setting.name} takes a bare number${unit}, not "${value.text}": ${fate.words}${effect}. ${remedy}`;
      yield report(numberUnit, value.span, message, fixes, fate.severity);
    }
  },
};

/** The size in the unit of a key, when it is a whole number. */
function inUnit(number: number, letter: string | undefined, size: number): number | undefined {
  if (letter === undefined) return undefined;
  const value = (number * BYTES[letter.toLowerCase()]!) / size;
  return Number.isSafeInteger(value) ? value : undefined;
}

/** The number alone, when its unit is the key's own. */
function sameUnit(unit: string | undefined, digits: string, written: string): number | undefined {
  return unit !== undefined && unit.split(' ')[0] === written && Number.isInteger(Number(digits))
    ? Number(digits)
    : undefined;
}
