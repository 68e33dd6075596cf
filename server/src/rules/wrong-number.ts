import { onNoNumber } from '../schema/keys';
import { findOption } from '../schema/languages';
import { strtol } from '../syntax/strtol';
import { booleanWord } from './boolean-word';
import type { FileContext } from './context';
import { replace } from './edits';
import { errorAt, keyFate } from './fate';
import type { Finding } from './finding';
import { numberUnit } from './number-unit';
import { isSwitch, numberOf } from './numbers';
import { octalNumber } from './octal-number';
import { type Rule, type RuleDocs, report } from './rule';

/** The first release in which += and numbers do not go together. */
const APPEND_REFUSED = 413;

export const docs: RuleDocs = {
  title: 'A text where xl wants a number',
  why: 'The setting does nothing, and the guest has the default instead.',
  xl: 'xl warns and goes on as if the key were not set; a few keys end xl without a word.',
  remedy: 'Write a number: decimal, or hexadecimal behind 0x.',
  before: 'vcpus = "two"',
  after: 'vcpus = 2',
};

export const wrongNumber: Rule = {
  code: 'wrong-number',
  severity: 'warning',
  general: true,
  itemwise: true,
  hostFiles: true,
  *check(file) {
    const wrong = file.numbers.filter(({ number }) => number === undefined);
    const others = wrong.length > 0 ? [booleanWord, numberUnit, octalNumber] : [];
    const told = new Set(others.flatMap((rule) => [...rule.check(file, [])].map(({ span }) => span.start)));
    for (const { setting, row, value, fate } of wrong) {
      if (told.has(value.span.start)) continue;
      const wanted = isSwitch(row) ? '1 or 0' : 'a number';
      const is = strtol(value.text, 0).overflow
        ? `${setting.name} is a number of more than 64 bits`
        : `${setting.name} takes ${wanted}, not "${value.text}"`;
      const message = `${is}: ${fate.words}. Write ${wanted}.`;
      yield report(wrongNumber, value.span, message, [], fate.severity);
    }
    yield* checkOptions(file);
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

/** The options whose text xl turns into a number with strtoul and no check: no digit at its beginning means 0. */
function* checkOptions(file: FileContext): Iterable<Finding> {
  for (const item of file.specs) {
    for (const { role, span, option } of item.reading.parts) {
      const type = role === 'value' && option !== undefined ? findOption(item.language, option)?.type : undefined;
      if (!(type === 'integer' || type === 'integers') || errorAt(item, span)) continue;
      const text = item.atom.text.slice(span.start, span.end);
      if (strtol(text, 0).end > 0) continue;
      const message = `${option} of ${item.setting.name} takes a number, not "${text}": xl says nothing and takes 0 for it. Write a number.`;
      yield report(wrongNumber, file.place(item.atom, span), message);
    }
  }
}
