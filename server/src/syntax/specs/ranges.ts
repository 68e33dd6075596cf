import { NEWEST_RELEASE, type Release } from '../release';
import { strtoul } from '../strtol';
import { DeviceReader, type DeviceSpec } from './device';
import { scan, scanInt } from './scanf';

const UINT32_MAX = 0xffffffffn;

/** The releases that want nothing behind an interrupt's number or a range of memory. */
const JUNK_REFUSED: Release = 407;
const GFN_SINCE: Release = 405;

/**
 * Reads I/O ports, `FIRST[-LAST]` in hexadecimal, as xl 4.2 to 4.22. xl complains about what follows a single port, but takes
 * it; a range that runs backwards comes out as a huge number of ports.
 */
export function parseIoports(spec: string, release: Release = NEWEST_RELEASE): DeviceSpec {
  const device = new DeviceReader(spec, release);
  const { bytes, whole } = device;
  const message = `xl: Invalid argument parsing ioport: ${device.text(whole)}`;
  const port = (start: number): { value: number; end: number } | undefined => {
    const { value, end } = strtoul(bytes.slice(start), 16);
    const at = { start, end: start + end };
    device.part('item', end > 0 ? at : { start, end: whole.end });
    if (end === 0) device.refuse('no hexadecimal number', { start, end: whole.end }, message);
    else if (start > 0 && at.end < whole.end)
      device.refuse('nothing may follow a range', { ...whole, start: at.end }, message);
    else if (value >= UINT32_MAX) device.refuse('too great', at, `xl: ioport ${value.toString(16)} too big`);
    return device.refused ? undefined : { value: Number(value), end: at.end };
  };
  const first = port(0);
  if (!first) return device.spec();
  let last = first;
  if (bytes[first.end] === '-') {
    const given = port(first.end + 1);
    if (!given) return device.spec();
    last = given;
  } else if (first.end < whole.end) {
    const rest = { start: first.end, end: whole.end };
    device.part('unknown', rest);
    device.warn('xl overlooks what follows a port', rest, message);
  }
  device.fields.first = first.value;
  device.fields.number = (last.value - first.value + 1) >>> 0;
  return device.spec();
}

/** Reads an interrupt's number, in decimal, as xl 4.2 to 4.22. */
export function parseIrq(spec: string, release: Release = NEWEST_RELEASE): DeviceSpec {
  const device = new DeviceReader(spec, release);
  const { whole } = device;
  const { value, end } = strtoul(device.bytes, 10);
  device.part('item', whole);
  if (end === 0 || (end < whole.end && release >= JUNK_REFUSED)) {
    device.refuse('no number', whole, `xl: Invalid argument parsing irq: ${device.text(whole)}`);
  } else if (value >= UINT32_MAX) {
    device.refuse('too great', whole, `xl: irq ${value.toString(16)} too big`);
  } else {
    device.fields.irq = Number(value);
  }
  return device.spec();
}

/** Reads pages of I/O memory, `START,COUNT[@GUEST_START]` in hexadecimal, as xl 4.3 to 4.22. */
export function parseIomem(spec: string, release: Release = NEWEST_RELEASE): DeviceSpec {
  const device = new DeviceReader(spec, release);
  const { bytes, whole } = device;
  const start = scan(bytes, 0, '%lx');
  const number = start && bytes[start.end] === ',' ? scan(bytes, start.end + 1, '%lx') : undefined;
  const at = number && release >= GFN_SINCE && bytes[number.end] === '@';
  const gfn = at ? scan(bytes, number.end + 1, '%lx') : undefined;
  const end = gfn?.end ?? number?.end;
  if (!start || !number || (end !== whole.end && release >= JUNK_REFUSED)) {
    device.part('unknown', whole);
    device.refuse('no range of pages', whole, `xl: Invalid argument parsing iomem: ${device.text(whole)}`);
    return device.spec();
  }
  device.part('item', { start: 0, end: start.end });
  device.part('item', { start: start.end + 1, end: number.end });
  if (gfn) device.part('item', { start: number.end + 1, end: gfn.end });
  Object.assign(device.fields, { start: start.value, number: number.value, ...(gfn && { gfn: gfn.value }) });
  return device.spec();
}

/** Reads colours of the last-level cache, `FIRST[-LAST]` in decimal with anything behind them, as xl 4.20 to 4.22. */
export function parseLlcColors(spec: string, release: Release = NEWEST_RELEASE): DeviceSpec {
  const device = new DeviceReader(spec, release);
  const { bytes, whole } = device;
  const first = scanInt(bytes, 0, '%u');
  const last = first && bytes[first.end] === '-' ? scanInt(bytes, first.end + 1, '%u') : undefined;
  if (!first) {
    device.part('unknown', whole);
    device.refuse('no number', whole, `xl: Invalid LLC color range: ${device.text(whole)}`);
    return device.spec();
  }
  device.part('item', { start: 0, end: first.end });
  if (last) device.part('item', { start: first.end + 1, end: last.end });
  if (last && first.value > last.value) {
    device.refuse('runs backwards', whole, `xl: Start LLC color is greater than end: ${device.text(whole)}`);
  }
  Object.assign(device.fields, { first: first.value, last: (last ?? first).value });
  if (device.fields.last === Number(UINT32_MAX) && !device.refused) device.crash('xl counts beyond this number', whole);
  return device.spec();
}
