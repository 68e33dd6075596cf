import { parseLlcColors } from '../syntax/specs';
import type { Guest } from './guest';
import { everyItem } from './resources';

const KEY = 'llc_colors';
/** More than any cache has colours. */
const MOST_COLORS = 1 << 16;

/** The parts of the last-level cache that the guest may use, from 4.20 on. */
export function llcColors(guest: Guest): void {
  const missing = (item: number) => `xl: Can't get element ${item} in LLC color list`;
  const colors: number[] = [];
  for (const { first, last } of everyItem(guest, KEY, parseLlcColors, missing) ?? []) {
    for (let color = first as number; color <= (last as number) && colors.length < MOST_COLORS; color++) {
      colors.push(color);
    }
  }
  if (colors.length > 0) guest.build[KEY] = colors;
}
