import { matchMember } from '../schema/enums';
import { Bitmap } from './bitmap';
import type { Guest } from './guest';

const KEY = 'viridian';
/** The bits that libxl keeps for the groups. */
const WIDTH = 64;

/** Reads which parts of Microsoft's hypervisor interface the guest sees: a flag, or from 4.5 on a list of groups. */
export function viridian(guest: Guest): void {
  const list = guest.release >= 405 ? guest.settings.list(KEY, 'quiet') : undefined;
  if (!list) {
    const value = guest.settings.defbool(KEY, guest.release >= 405 ? 'quiet' : 'loud');
    if (value !== undefined) guest.hvm[KEY] = value;
    return;
  }
  if (list.length === 0) return;
  const enabled = new Bitmap(WIDTH);
  const disabled = new Bitmap(WIDTH);
  for (const [item, text] of list.entries()) {
    const place = { key: KEY, item };
    if (typeof text !== 'string') guest.crash(place);
    if (text === 'all') enabled.setAll();
    else if (text === 'defaults') guest.hvm[KEY] = true;
    else {
      const off = text.startsWith('!');
      const name = off ? text.slice(1) : text;
      const member = matchMember('viridian_enlightenment', name, guest.release);
      if (!member) guest.refuse(place, `xl: unknown viridian enlightenment '${name}'`);
      enabled.set(member.number!, !off);
      disabled.set(member.number!, off);
    }
  }
  guest.hvm.viridian_enable = enabled;
  guest.hvm.viridian_disable = disabled;
}
