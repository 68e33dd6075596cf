import type { GuestType } from '../schema';
import type { Setting } from '../syntax/tree';
import type { ReadFile } from './analysis';

/** The type of the guest as `type` says it, else `builder`; pv when neither says anything. */
export function guestTypeOf(file: ReadFile): GuestType {
  let type: Setting | undefined;
  let builder: Setting | undefined;
  for (const setting of file.tree.settings) {
    if (setting.name === 'type') type = setting;
    else if (setting.name === 'builder') builder = setting;
  }
  const value = (type ?? builder)?.value;
  const word = value && value.kind !== 'list' ? value.text : 'pv';
  return word === 'hvm' || word === 'pvh' ? word : 'pv';
}
