import { ULONG_MAX } from '../strtol';

/** A number as glibc's sscanf converts it into an unsigned long, and where it ends. */
export interface Scanned {
  readonly value: bigint;
  readonly end: number;
}

const CONVERSIONS = {
  '%lx': /[ \t\n\v\f\r]*([+-]?)(0[xX])?0*([0-9a-fA-F]*)/y,
  '%lu': /[ \t\n\v\f\r]*([+-]?)()0*([0-9]*)/y,
} as const;

const MOST_DIGITS = { '%lx': 16, '%lu': 20 } as const;

/**
 * One conversion of glibc's sscanf at `at`; undefined when nothing matches. Leading blanks and a sign are taken, `0x` without
 * digits counts as 0, and what does not fit is the largest unsigned long. `%x` and `%u` cut the result down to 32 bits.
 */
export function scan(bytes: string, at: number, conversion: '%lx' | '%lu'): Scanned | undefined {
  const pattern = CONVERSIONS[conversion];
  pattern.lastIndex = at;
  const [all, sign, prefix, digits = ''] = pattern.exec(bytes)!;
  if (digits === '' && !prefix && !all.endsWith('0')) return undefined;
  return { value: unsignedLong(sign === '-', digits, conversion), end: at + all.length };
}

/** As `scan`, for a 32-bit number. */
export function scanInt(
  bytes: string,
  at: number,
  conversion: '%x' | '%u',
): { value: number; end: number } | undefined {
  const scanned = scan(bytes, at, conversion === '%x' ? '%lx' : '%lu');
  return scanned && { value: Number(BigInt.asUintN(32, scanned.value)), end: scanned.end };
}

function unsignedLong(negative: boolean, digits: string, conversion: '%lx' | '%lu'): bigint {
  if (digits.length > MOST_DIGITS[conversion]) return ULONG_MAX;
  const magnitude = digits === '' ? 0n : BigInt(conversion === '%lx' ? `0x${digits}` : digits);
  if (magnitude > ULONG_MAX) return ULONG_MAX;
  return negative ? BigInt.asUintN(64, -magnitude) : magnitude;
}
