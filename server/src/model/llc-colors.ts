import { strtoul } from '../syntax/strtol';
import type { Guest } from './guest';

const KEY = 'llc_colors';
/** As sscanf reads `%u-%u`: blanks before each number. */
const RANGE = /^\s*([+-]?[0-9]+)(?:-\s*([+-]?[0-9]+))?/;
/** More than any cache has colours. */
const MOST_COLORS = 1 << 16;

/** The parts of the last-level cache that the guest may use, from 4.20 on. */
export function llcColors(guest: Guest): void {
  const list = guest.settings.list(KEY);
  if (!list) return;
  const colors: number[] = [];
  for (const [item, text] of list.entries()) {
    const place = { key: KEY, item };
    if (typeof text !== 'string') guest.refuse(place, `xl: Can't get element ${item} in LLC color list`);
    const match = RANGE.exec(text);
    if (!match) guest.refuse(place, `xl: Invalid LLC color range: ${text}`);
    const first = number(match[1]!);
    const last = match[2] === undefined ? first : number(match[2]);
    if (first > last) guest.refuse(place, `xl: Start LLC color is greater than end: ${text}`);
    for (let color = first; color <= last && colors.length < MOST_COLORS; color++) colors.push(color);
  }
  if (colors.length > 0) guest.build[KEY] = colors;
}

function number(digits: string): number {
  return Number(BigInt.asUintN(32, strtoul(digits, 10).value));
}
