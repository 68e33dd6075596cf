import { replace } from './edits';
import { type Rule, type RuleDocs, report } from './rule';

export const docs: RuleDocs = {
  title: 'A number with a leading zero',
  why: 'A number that begins with 0 is octal: 010 is eight.',
  xl: 'xl reads the digits as octal without a word. With an 8 or 9 among them it is no number: xl warns and goes on without it.',
  remedy: 'Leave the zeros away.',
  before: 'vcpus = 010',
  after: 'vcpus = 10',
};

export const octalNumber: Rule = {
  code: 'octal-number',
  severity: 'warning',
  general: true,
  hostFiles: true,
  itemwise: true,
  *check(file) {
    for (const key of file.numbers) {
      const { setting, value, number } = key;
      const match = /^\s*([+-]?)0+(\d+)$/.exec(value.text);
      if (!match) continue;
      const plain = `${match[1] === '-' ? '-' : ''}${match[2]}`;
      if (number === BigInt(plain)) continue;
      const { fate } = key;
      const xl =
        number === undefined
          ? `a number that begins with 0 is octal and has no 8 and 9, so ${fate.words}`
          : `xl reads it as octal, ${number}, and says nothing`;
      const severity = number === undefined ? fate.severity : 'warning';
      const newText = plain.startsWith('-') ? `"${plain}"` : plain;
      const message = `${setting.name} is ${value.text}: ${xl}. Write ${plain}, or ${number === undefined ? 'another number' : number}.`;
      const fixes = [{ title: `Write ${plain}`, kind: 'unsafe' as const, edits: [replace(value.span, newText)] }];
      yield report(octalNumber, value.span, message, fixes, severity);
    }
  },
};
