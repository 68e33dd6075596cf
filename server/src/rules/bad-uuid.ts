import { findOption } from '../schema/languages';
import { quoted, replace } from './edits';
import { errorAt, specFate } from './fate';
import type { Fix } from './finding';
import { type Rule, type RuleDocs, report } from './rule';

export const docs: RuleDocs = {
  title: 'A text that is no UUID',
  why: 'xl makes no guest of the file.',
  xl: 'xl refuses the file: "Failed to parse UUID".',
  remedy: 'Write 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12, or remove the setting: then xl makes one up.',
  before: 'uuid = "{2a1c7c36-6c0e-4b39-a0f6-8fd0e2f11c5a}"',
  after: 'uuid = "2a1c7c36-6c0e-4b39-a0f6-8fd0e2f11c5a"',
};

export const badUuid: Rule = {
  code: 'bad-uuid',
  severity: 'error',
  itemwise: true,
  *check(file) {
    for (const { setting, row } of file.keys) {
      const { value, name } = setting;
      if (row.type !== 'uuid' || value.kind === 'list' || setting.op === '+=' || !file.isFatal(name)) continue;
      const right = grouped(value.text);
      const fixes: Fix[] = right
        ? [{ title: `Write ${right}`, kind: 'unsafe', edits: [replace(value.span, quoted(file, right, value))] }]
        : [];
      yield report(badUuid, value.span, `"${value.text}" is no UUID: xl refuses the file. ${remedy(right)}`, fixes);
    }
    for (const item of file.faultySpecs) {
      for (const { role, span, option } of item.reading.parts) {
        const isUuid = role === 'value' && option !== undefined && findOption(item.language, option)?.type === 'uuid';
        const error = isUuid ? errorAt(item, span) : undefined;
        if (!error) continue;
        const text = item.atom.text.slice(span.start, span.end);
        const right = grouped(text);
        if (right === text) continue; // the fault is another part's
        const place = file.place(item.atom, span);
        const { words, severity } = specFate(file, item, error);
        const fixes: Fix[] = right ? [{ title: `Write ${right}`, kind: 'unsafe', edits: [replace(place, right)] }] : [];
        yield report(badUuid, place, `"${text}" is no UUID: ${words}. ${remedy(right)}`, fixes, severity);
      }
    }
  },
};

/** The id that has just these digits. */
function grouped(text: string): string | undefined {
  const digits = text
    .trim()
    .replace(/^(urn:uuid:|0x)/i, '')
    .replace(/[{}\s-]/g, '');
  return /^[\da-f]{32}$/i.test(digits)
    ? digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
    : undefined;
}

function remedy(right: string | undefined): string {
  return right ? `Write ${right}.` : 'Write one as uuidgen prints it, or remove it: then xl makes one up.';
}
