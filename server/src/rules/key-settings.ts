import { findKey, guestsOf, keyAt, keyIsRead } from '../schema/keys';
import type { KeyRow } from '../schema/types';
import type { Setting } from '../syntax/tree';
import type { FileContext } from './context';

/** A setting that counts, and its key as of the release. */
export interface KeySetting {
  readonly setting: Setting;
  readonly row: KeyRow;
  /** False when xl does not read the key for a guest of this type. */
  readonly read: boolean;
}

/** The last setting of each name that is a key of the release, in the order of the file. */
export function* keySettings(file: FileContext): Iterable<KeySetting> {
  const { release, guestType } = file;
  const { configFile } = file.circumstances;
  for (const setting of file.settings) {
    if (file.last(setting.name) !== setting) continue;
    const row = findKey(setting.name, configFile);
    if (!row || !keyIsRead(row, release)) continue;
    const then = keyAt(row, release);
    yield { setting, row: then, read: guestsOf(then).includes(guestType) };
  }
}
