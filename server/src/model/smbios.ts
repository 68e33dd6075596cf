import { parseSmbios } from '../syntax/specs';
import type { Guest } from './guest';
import { judge } from './spec-errors';

const KEY = 'smbios';
/** So many OEM strings xl takes. */
const MOST_OEM = 99;

/** Reads the strings for the guest's SMBIOS tables, as xl since 4.18. */
export function smbios(guest: Guest): void {
  if (!guest.settings.has(KEY)) return;
  const list = guest.settings.list(KEY);
  if (!list) guest.refuse({ key: KEY }, 'xl: Unable to parse smbios options.');
  let oem = 0;
  const strings = list.map((text, item) => {
    const place = { key: KEY, item };
    if (typeof text !== 'string') guest.refuse(place, `xl: Unable to get element #${item} in smbios list`);
    const spec = parseSmbios(text, guest.release);
    judge(guest, place, spec);
    if (spec.device.key === 'oem' && ++oem > MOST_OEM)
      guest.refuse(place, `xl: smbios limited to ${MOST_OEM} oem strings`);
    return spec.device;
  });
  if (strings.length > 0) guest.hvm[KEY] = strings;
}
