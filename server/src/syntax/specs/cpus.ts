import { NEWEST_RELEASE, type Release } from '../release';
import { strtoul, ULONG_MAX } from '../strtol';
import { DeviceReader } from './device';
import type { SpecReading } from './part';
import { type Piece, pieces } from './pieces';

/** One piece of a set of CPUs. */
export interface CpuItem {
  /** It takes CPUs away: from what came before it, or before 4.4 from the whole set. */
  readonly not: boolean;
  /** The numbers are NUMA nodes. */
  readonly nodes: boolean;
  /** All CPUs of the host. */
  readonly all: boolean;
  readonly first: bigint;
  readonly last: bigint;
}

/** What xl makes of a set of CPUs. */
export interface CpuSet extends SpecReading {
  /** The pieces that xl takes: each has the part at the same place of `parts`. */
  readonly items: readonly CpuItem[];
  /** xl makes no guest because of the spec. */
  readonly refused: boolean;
}

/** Two ends of a range, as far as they could be read. */
export interface NumberRange {
  readonly first: bigint;
  readonly last: bigint;
  /** xl does not take the range. */
  readonly wrong: boolean;
}

const ITEMS_ONE_BY_ONE: Release = 404;

/** Reads N or N-M in decimal, as xl's parse_range. */
export function readRange(bytes: string): NumberRange {
  const from = strtoul(bytes, 10);
  const first = from.value;
  if (from.end === 0 || first === ULONG_MAX) return { first, last: first, wrong: true };
  if (bytes[from.end] !== '-') return { first, last: first, wrong: from.end < bytes.length };
  const rest = bytes.slice(from.end + 1);
  const to = strtoul(rest, 10);
  const wrong = to.end === 0 || to.value === ULONG_MAX || to.value < first || to.end < rest.length;
  return { first, last: to.value, wrong };
}

/** Reads a set of CPUs, `0-3,^2,nodes:1`, as xl 4.2 to 4.22. Which CPUs there are is for the caller to know. Never throws. */
export function parseCpus(spec: string, release: Release = NEWEST_RELEASE): CpuSet {
  const device = new DeviceReader(spec, release);
  const { bytes, whole } = device;
  const items: CpuItem[] = [];
  if (release < ITEMS_ONE_BY_ONE && bytes === 'all') {
    device.part('item', whole);
    items.push({ not: false, nodes: false, all: true, first: 0n, last: 0n });
  } else {
    for (const piece of pieces(bytes, ',', whole)) {
      device.part('item', piece);
      const item = release < ITEMS_ONE_BY_ONE ? oldItem(device, piece) : readItem(device, piece);
      if (!item) break;
      items.push(item);
    }
  }
  if (!device.refused && (bytes === '' || bytes.endsWith(',')))
    device.part('item', { start: bytes.length, end: bytes.length });
  return device.builder.reading({ items, refused: device.refused });
}

const PREFIXES = /^(\^?)(nodes?:)?/;

function readItem(device: DeviceReader, at: Piece): CpuItem | undefined {
  const word = device.bytes.slice(at.start, at.end);
  const [prefix, not, nodes] = PREFIXES.exec(word)!;
  const range = word.slice(prefix.length);
  if (range === 'all') {
    if (!not) return { not: false, nodes: nodes !== undefined, all: true, first: 0n, last: 0n };
    device.refuse('^ and all exclude each other', at, 'Can\'t combine "^" and "all".');
    return undefined;
  }
  const { first, last, wrong } = readRange(range);
  if (!wrong) return { not: not === '^', nodes: nodes !== undefined, all: false, first, last };
  const rest = { start: at.start + prefix.length, end: at.end };
  device.refuse('no range of numbers', rest, `Invalid pcpu range: ${device.text(rest)}.`);
  return undefined;
}

/** A piece before 4.4: 32-bit numbers, with anything behind them. */
function oldItem(device: DeviceReader, at: Piece): CpuItem | undefined {
  const word = device.bytes.slice(at.start, at.end);
  const not = word.startsWith('^');
  const range = not ? word.slice(1) : word;
  const from = strtoul(range, 10);
  const first = BigInt.asUintN(32, from.value);
  const given = range[from.end] === '-';
  const to = strtoul(range.slice(from.end + 1), 10);
  const last = given ? BigInt.asUintN(32, to.value) : first;
  if (from.end > 0 && (!given || (to.end > 0 && first <= last))) return { not, nodes: false, all: false, first, last };
  device.refuse('no range of numbers', at, 'Error: Invalid argument.');
  return undefined;
}
