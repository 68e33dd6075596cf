import { findOption } from '../schema/languages';
import type { Guest } from './guest';

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
    const equals = text.indexOf('=');
    if (equals < 0) guest.refuse(place, `xl: failed to split "${text}" at '='`);
    const name = text.slice(0, equals);
    if (equals + 1 === text.length) guest.refuse(place, `xl: empty value not allowed for smbios "${name}="`);
    const known = findOption('smbios', name.toLowerCase());
    if (!known) guest.refuse(place, `xl: unknown smbios type '${name}'`);
    if (known.name === 'oem' && ++oem > MOST_OEM) guest.refuse(place, `xl: smbios limited to ${MOST_OEM} oem strings`);
    return { key: known.name, value: text.slice(equals + 1) };
  });
  if (strings.length > 0) guest.hvm[KEY] = strings;
}
