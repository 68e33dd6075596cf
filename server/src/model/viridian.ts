import { findEnum } from '../schema/enums';
import { once } from '../syntax/once';
import { parseViridian } from '../syntax/specs';
import { Bitmap } from './bitmap';
import type { Guest } from './guest';
import { judge } from './spec-errors';

const KEY = 'viridian';
/** The bits that libxl keeps for the groups. */
const WIDTH = 64;

const numbers = once(
  (): ReadonlyMap<string, number> =>
    new Map(findEnum('viridian_enlightenment')?.members.map(({ value, number }) => [value, number ?? 0])),
);

/** Reads which parts of Microsoft's hypervisor interface the guest sees: a flag, or from 4.5 on a list of groups. */
export function viridian(guest: Guest): void {
  const lists = guest.release >= 405;
  const list = lists ? guest.settings.list(KEY, 'quiet') : undefined;
  if (!list) {
    const value = guest.settings.defbool(KEY, lists ? 'quiet' : 'loud');
    if (value !== undefined) guest.hvm[KEY] = value;
    return;
  }
  const enabled = new Bitmap(WIDTH);
  const disabled = new Bitmap(WIDTH);
  for (const [item, text] of list.entries()) {
    const place = { key: KEY, item };
    if (typeof text !== 'string') guest.crash(place);
    const spec = parseViridian(text, guest.release);
    judge(guest, place, spec);
    const { group, on } = spec.device;
    if (group === 'all') enabled.setAll();
    else if (group === 'defaults') guest.hvm[KEY] = true;
    else {
      const number = numbers().get(group as string)!;
      enabled.set(number, on === true);
      disabled.set(number, on !== true);
    }
  }
  guest.hvm.viridian_enable = enabled;
  guest.hvm.viridian_disable = disabled;
}
