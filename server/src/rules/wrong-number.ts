import { onNoNumber } from '../schema/keys';
import { booleanWord } from './boolean-word';
import { replace } from './edits';
import { keyFate } from './fate';
import { numberUnit } from './number-unit';
import { numberOf, numberSettings } from './numbers';
import { octalNumber } from './octal-number';
import { type Rule, report } from './rule';

/** The first release in which += and numbers do not go together. */
const APPEND_REFUSED = 413;

export const wrongNumber: Rule = {
  code: 'wrong-number',
  severity: 'warning',
  general: true,
  docs: {
    title: 'A text where xl wants a number',
    why: 'The setting does nothing, and the guest has the default instead.',
    xl: 'xl warns and goes on as if the key were not set; a few keys end xl without a word.',
    remedy: 'Write a number: decimal, or hexadecimal behind 0x.',
    before: 'vcpus = "two"',
    after: 'vcpus = 2',
  },
  *check(file) {
    const told = new Set(
      [booleanWord, numberUnit, octalNumber].flatMap((rule) => [...rule.check(file, [])].map(({ span }) => span.start)),
    );
    for (const { setting, value, number, fate } of numberSettings(file)) {
      if (number !== undefined || told.has(value.span.start)) continue;
      const message = `${setting.name} takes a number, not "${value.text}": ${fate.words}. Write a number.`;
      yield report(wrongNumber, value.span, message, [], fate.severity);
    }
    if (file.release < APPEND_REFUSED) return;
    for (const { setting, row, read } of file.keys) {
      const { name, op, opSpan, value } = setting;
      const outcome = onNoNumber(row);
      if (!read || op !== '+=' || value.kind === 'list' || outcome === undefined) continue;
      const { severity, words } = keyFate(file, name, outcome);
      const message = `+= joins texts and lists; ${name} takes a number: ${words}. Write = and the number.`;
      const fixes =
        numberOf(value.text) === undefined
          ? []
          : [{ title: 'Write =', kind: 'unsafe' as const, edits: [replace(opSpan, '=')] }];
      yield report(wrongNumber, { start: opSpan.start, end: value.span.end }, message, fixes, severity);
    }
  },
};
