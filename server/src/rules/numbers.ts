import { onNoNumber, readersOf } from '../schema/keys';
import type { KeyRow, Outcome } from '../schema/types';
import { strtol } from '../syntax/strtol';
import type { Atom, Setting } from '../syntax/tree';
import type { FileContext } from './context';
import { type Fate, keyFate } from './fate';
import type { KeySetting } from './key-settings';

/** A scalar of a key that takes a number, and what xl makes of its text. */
export interface NumberSetting extends KeySetting {
  readonly value: Atom;
  /** The number as xl reads it; undefined when xl takes the text for none. */
  readonly number: bigint | undefined;
  /** What becomes of a text that is no number. */
  readonly fate: Fate;
}

/** The single values of keys that take nothing but a number. */
export function* numberSettings(file: FileContext): Iterable<NumberSetting> {
  for (const key of file.keys) {
    const { value, op } = key.setting;
    if (!key.read || value.kind === 'list' || op === '+=') continue;
    const outcome = onNoNumber(key.row);
    if (outcome !== undefined) yield new ReadNumber(file, key, value, outcome);
  }
}

class ReadNumber implements NumberSetting {
  readonly setting: Setting;
  readonly row: KeyRow;
  readonly read: boolean;
  readonly number: bigint | undefined;

  constructor(
    private readonly file: FileContext,
    { setting, row, read }: KeySetting,
    readonly value: Atom,
    private readonly outcome: Outcome,
  ) {
    this.setting = setting;
    this.row = row;
    this.read = read;
    this.number = numberOf(value.text);
  }

  get fate(): Fate {
    return keyFate(this.file, this.setting.name, this.outcome);
  }
}

/** Keys that xl reads as numbers of any size, and asks only whether they are 0. */
const NUMBERED_SWITCHES: ReadonlySet<string> = new Set([
  ...['pci_msitranslate', 'pci_permissive', 'pci_power_mgmt', 'pci_seize'],
  ...['claim_mode', 'extratime', 'run_hotplug_scripts', 'vncviewer'],
]);

/** True for a key that is on or off, among those that take a number. */
export function isSwitch({ name, type }: KeyRow): boolean {
  return type !== 'integer' || NUMBERED_SWITCHES.has(name);
}

/** True for a key whose text is looked up as a number first and as a word then. */
export function takesNumberOrWord({ row }: KeySetting): boolean {
  const readers = readersOf(row);
  return readers.some((reader) => reader.endsWith('long')) && readers.includes('string');
}

/** The number that xlu_cfg_get_long reads: decimal, octal behind a 0, hexadecimal behind 0x. */
export function numberOf(text: string): bigint | undefined {
  const { value, end, overflow } = strtol(text, 0);
  return overflow || end === 0 || end < text.length ? undefined : value;
}
