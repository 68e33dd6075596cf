import { findXmName } from '../schema/xm';
import { replace } from './edits';
import { type Rule, type RuleDocs, report } from './rule';

export const docs: RuleDocs = {
  title: 'A number in quotes that xl reads in another way',
  why: 'xm and xend took such a text for a decimal number, zeros and blanks around it or not.',
  xl: 'xl reads the digits behind a zero as octal without a word. With an 8 or 9 among them, or with a blank behind it, it is no number: xl warns and goes on without it.',
  remedy: 'Write the number alone.',
  before: "memory = '0128'",
  after: 'memory = 128',
};

/** The number that Python's int() reads in a text: decimal, with blanks around it or not. */
export function decimalOf(text: string): bigint | undefined {
  const digits = /^\s*([+-]?)(\d+)\s*$/.exec(text);
  return digits ? BigInt(`${digits[1] === '-' ? '-' : ''}${digits[2]}`) : undefined;
}

export const xmNumber: Rule = {
  code: 'xm-number',
  severity: 'warning',
  *check(file) {
    if (!file.isXm) return;
    for (const { setting, value, number, fate } of file.numbers) {
      const decimal = value.kind === 'string' && findXmName(setting.name) ? decimalOf(value.text) : undefined;
      if (decimal === undefined || decimal === number) continue;
      const xl = number === undefined ? `To xl this is no number: ${fate.words}` : `xl reads ${number} without a word`;
      const message = `xm took "${value.text}" for ${decimal}. ${xl}. Write ${decimal}.`;
      const newText = decimal < 0n ? `"${decimal}"` : String(decimal);
      const edits = [replace(value.span, newText)];
      yield report(xmNumber, value.span, message, [{ title: `Write ${decimal}`, kind: 'restoring', edits }]);
    }
  },
};
