import type { Release } from '../syntax/release';

/** The line of libxl_utils.c in which libxl complains about a number of CPUs, since each release. */
const CPU_NUMBER_LINES: readonly (readonly [since: Release, line: number])[] = [
  [404, 661],
  [405, 723],
  [406, 796],
  [407, 873],
  [408, 812],
  [409, 814],
  [413, 809],
  [418, 810],
  [419, 812],
];

/**
 * What libxl itself logs before xl says that it cannot allocate a map of CPUs for a negative number of them; undefined
 * before 4.4, which logs nothing.
 */
export function negativeCpus(release: Release): string | undefined {
  const line = CPU_NUMBER_LINES.findLast(([since]) => since <= release)?.[1];
  if (line === undefined) return undefined;
  return `libxl: error: libxl_utils.c:${line}:libxl_cpu_bitmap_alloc: invalid number of cpus provided`;
}

/** From here on libxl's sum of bits and rounding no longer fits an int. */
const TOO_MANY_BITS = 2 ** 31 - 7;

/** What libxl prints when it dies on a map for so many CPUs that it cannot have one; undefined for fewer. */
export function outOfMemory(cpus: number): string | undefined {
  if (cpus < TOO_MANY_BITS) return undefined;
  const size = BigInt.asUintN(64, BigInt(Math.trunc((cpus + 7 - 2 ** 32) / 8)));
  const failure = `libxl: FATAL ERROR: memory allocation failure (libxl__calloc, 1 x ${size})`;
  return `libxl: critical: libxl__calloc: ${failure}\n: Cannot allocate memory\n${failure}`;
}
