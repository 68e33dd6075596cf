import { findEnum, matchMember } from '../schema/enums';
import { enumsOf, findOption } from '../schema/languages';
import type { OptionType } from '../schema/types';
import type { FileContext } from './context';
import type { Finding } from './finding';
import type { KeySetting } from './key-settings';
import { type Rule, type RuleDocs, report } from './rule';
import type { SpecItem } from './spec-items';

/** What an empty text does that one would not think of. */
const EFFECTS: Readonly<Record<string, string>> = {
  name: 'xl takes the empty text for the name, and libxl refuses it later',
  kernel: 'xl takes the empty text for the path of the kernel, and the guest cannot start',
  bootloader: 'xl takes the empty text for the path of the boot loader, and the guest cannot start',
  vncpasswd: 'VNC then asks nobody for a password',
};

/** Types of options for which an empty text is a value like any other to xl. */
const TAKEN: ReadonlySet<OptionType> = new Set(['string', 'path', 'domain']);

export const docs: RuleDocs = {
  title: 'An empty text that is more than nothing',
  why: 'To xl an empty text is a value: another one than the default that holds where nothing is set.',
  xl: 'xl takes the empty text as it stands: for a path, a name, or the beginning of any word.',
  remedy: 'Write the value, or remove the setting or option.',
  before: "vif = [ 'bridge=' ]",
  after: "vif = [ '' ]",
};

export const emptyValue: Rule = {
  code: 'empty-value',
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
  const { name, value } = setting;
  if (value.kind === 'list' || value.text !== '' || setting.op === '+=') return;
  const beginning = enumsOf(row)
    .filter((words) => findEnum(words)?.guests?.includes(file.guestType) ?? true)
    .map((words) => matchMember(words, '', file.release))
    .find((member) => member && !member.placeholder);
  const effect = beginning ? `xl takes it for the beginning of "${beginning.value}"` : EFFECTS[name];
  if (effect === undefined) return;
  yield report(emptyValue, value.span, `${name} is empty: ${effect}. Write what you mean, or remove it.`);
}

function* checkOptions(file: FileContext, { setting, language, atom, reading }: SpecItem): Iterable<Finding> {
  const { parts } = reading;
  for (const [index, { role, span, option }] of parts.entries()) {
    const name = role === 'value' && span.start === span.end ? option : undefined;
    const row = name === undefined ? undefined : findOption(language, name);
    if (!row?.type || !TAKEN.has(row.type) || row.position !== undefined) continue;
    const start = parts[index - 1]?.role === 'name' ? parts[index - 1]!.span.start : span.start;
    const message = `${name} of ${setting.name} is empty: xl takes the empty text for its value. Write one, or remove ${name}=.`;
    yield report(emptyValue, file.place(atom, { start, end: span.end }), message);
  }
}
