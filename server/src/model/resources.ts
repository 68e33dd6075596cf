import type { PlainValue } from '../syntax/reading';
import { strtoul } from '../syntax/strtol';
import type { Fields } from './fields';
import type { Guest } from './guest';
import type { Place } from './message';
import { type Step, step } from './step';

/** Parts of the host's hardware that the guest may touch: I/O ports, interrupts, memory. */
export const RESOURCES: readonly Step[] = [
  step('ioports', ioports, { since: 402 }),
  step('irqs', irqs, { since: 402 }),
  step('iomem', iomem, { since: 403 }),
];

const UINT32_MAX = 0xffffffffn;

function items(
  guest: Guest,
  key: string,
  missing: (item: number) => string,
  read: (text: string, place: Place) => Fields | number,
) {
  const list = guest.settings.list(key);
  if (!list) return;
  const found = list.map((text: PlainValue, item) => {
    const place = { key, item };
    if (typeof text !== 'string') guest.refuse(place, missing(item));
    return read(text, place);
  });
  if (found.length > 0) guest.build[key] = found;
}

function ioports(guest: Guest): void {
  const missing = (item: number) => `xl: Unable to get element #${item} in ioport list`;
  items(guest, 'ioports', missing, (text, place) => {
    const invalid = `xl: Invalid argument parsing ioport: ${text}`;
    const small = (number: bigint) => {
      if (number >= UINT32_MAX) guest.refuse(place, `xl: ioport ${number.toString(16)} too big`);
      return Number(number);
    };
    const from = strtoul(text, 16);
    if (from.end === 0) guest.refuse(place, invalid);
    const first = small(from.value);
    if (text[from.end] !== '-') {
      if (from.end < text.length) guest.warn(place, invalid);
      return { first, number: 1 };
    }
    const rest = text.slice(from.end + 1);
    const to = strtoul(rest, 16);
    if (to.end === 0 || to.end < rest.length) guest.refuse(place, invalid);
    return { first, number: (small(to.value) - first + 1) >>> 0 };
  });
}

function irqs(guest: Guest): void {
  const missing = (item: number) => `xl: Unable to get element ${item} in irq list`;
  items(guest, 'irqs', missing, (text, place) => {
    const { value, end } = strtoul(text, 10);
    if (end === 0 || end < text.length) guest.refuse(place, `xl: Invalid argument parsing irq: ${text}`);
    if (value >= UINT32_MAX) guest.refuse(place, `xl: irq ${value.toString(16)} too big`);
    return Number(value);
  });
}

/** A number as sscanf reads `%lx`: blanks and a sign before it, and after `0x` perhaps no digit. */
const HEX = String.raw`\s*([+-]?(?:0[xX][0-9a-fA-F]*|[0-9a-fA-F]+))`;
/** As sscanf reads `%lx,%lx@%lx`: no blanks before the comma and the @. */
const IOMEM = new RegExp(`^${HEX},${HEX}(?:@${HEX})?`);

function iomem(guest: Guest): void {
  const missing = (item: number) => `xl: Unable to get element ${item} in iomem list`;
  items(guest, 'iomem', missing, (text, place) => {
    const match = IOMEM.exec(text);
    if (!match || match[0].length < text.length) guest.refuse(place, `xl: Invalid argument parsing iomem: ${text}`);
    const [start, number, gfn] = match.slice(1).map((digits) => digits && hexadecimal(digits));
    const fields = { start: start || 0n, number: number || 0n };
    return gfn === undefined ? fields : { ...fields, gfn: gfn || 0n };
  });
}

function hexadecimal(text: string): bigint {
  return strtoul(text, 16).value;
}
