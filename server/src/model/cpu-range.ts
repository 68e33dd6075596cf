import { strtoul, ULONG_MAX } from '../syntax/strtol';
import type { Bitmap } from './bitmap';
import { int32 } from './fields';
import type { Host } from './host';

/** A range of numbers, both ends included. */
export interface NumberRange {
  readonly first: bigint;
  readonly last: bigint;
  /** xl does not take the text; the ends are as far as it had come. */
  readonly wrong: boolean;
}

/** Reads N or N-M, as xl's parse_range. */
export function parseRange(text: string): NumberRange {
  const from = strtoul(text, 10);
  const first = from.value;
  if (from.end === 0 || first === ULONG_MAX) return { first, last: first, wrong: true };
  if (text[from.end] !== '-') return { first, last: first, wrong: from.end < text.length };
  const rest = text.slice(from.end + 1);
  const to = strtoul(rest, 10);
  const wrong = to.end === 0 || to.value === ULONG_MAX || to.value < first || to.end < rest.length;
  return { first, last: to.value, wrong };
}

/** What xl says against one part of a list of CPUs, and where in the text the part is. */
export interface CpuRangeError {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Adds to a bitmap, or takes away, the CPUs of a text such as `0-3,^2,nodes:1`, as xl's parse_cpurange. Gives the error
 * at which xl stops.
 */
export function addCpus(text: string, cpus: Bitmap, host: Host): CpuRangeError | undefined {
  for (const match of text.matchAll(/[^,]+/g)) {
    const error = addPart(match[0], cpus, host);
    if (error !== undefined) return { text: error, start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

const PART = /^(\^?)(nodes?:)?(.*)$/s;

function addPart(part: string, cpus: Bitmap, host: Host): string | undefined {
  const [, not, nodes, range = ''] = PART.exec(part)!;
  if (range === 'all') {
    if (not) return 'Can\'t combine "^" and "all".';
    cpus.setAll();
    return undefined;
  }
  const { first, last, wrong } = parseRange(range);
  if (wrong) return `Invalid pcpu range: ${range}.`;
  const end = last - first < MOST_NUMBERS ? last : first + MOST_NUMBERS;
  for (let number = first; number <= end; number++) {
    if (nodes) setNode(int32(number), cpus, host, !not);
    else cpus.set(int32(number), !not);
  }
  return undefined;
}

/** More than any host has CPUs; xl itself would count on for hours. */
const MOST_NUMBERS = 65536n;

function setNode(node: number, cpus: Bitmap, host: Host, on: boolean): void {
  if (node < 0 || node >= host.nodes) return;
  const perNode = Math.floor(host.cpus / host.nodes);
  // xl gathers a node's CPUs in a map that is only as wide as one for nodes
  const end = Math.min((node + 1) * perNode, Math.ceil(host.nodes / 8) * 8);
  for (let cpu = node * perNode; cpu < end; cpu++) cpus.set(cpu, on);
}
