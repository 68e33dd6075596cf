/** What C's strtol or strtoul makes of a text, `long` having 64 bits. */
export interface LongParse {
  readonly value: bigint;
  /** The first character that is no part of the number; 0 when there is no number at all. */
  readonly end: number;
  /** The number has more than 64 bits: `value` is then the greatest or least there is (errno ERANGE). */
  readonly overflow: boolean;
}

/** The numeral systems that Xen's tools ask for; 0 means that a prefix `0x` or `0` chooses. */
export type Base = 0 | 10 | 16;

export const LONG_MAX = 2n ** 63n - 1n;
export const LONG_MIN = -(2n ** 63n);
export const ULONG_MAX = 2n ** 64n - 1n;

const NUMBERS = {
  0: /^[ \t\n\v\f\r]*([+-]?)(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9][0-9]*)/,
  10: /^[ \t\n\v\f\r]*([+-]?)([0-9]+)/,
  16: /^[ \t\n\v\f\r]*([+-]?)((?:0[xX])?[0-9a-fA-F]+)/,
} as const;

const NOTHING = { negative: false, magnitude: 0n, end: 0 };

/** Reads a signed number at the beginning of a text, as glibc's strtol. Never throws. */
export function strtol(text: string, base: Base): LongParse {
  const { negative, magnitude, end } = scan(text, base);
  const value = negative ? -magnitude : magnitude;
  if (value > LONG_MAX) return { value: LONG_MAX, end, overflow: true };
  if (value < LONG_MIN) return { value: LONG_MIN, end, overflow: true };
  return { value, end, overflow: false };
}

/** Reads an unsigned number at the beginning of a text, as glibc's strtoul: a sign is taken and wraps. Never throws. */
export function strtoul(text: string, base: Base): LongParse {
  const { negative, magnitude, end } = scan(text, base);
  if (magnitude > ULONG_MAX) return { value: ULONG_MAX, end, overflow: true };
  return { value: negative ? BigInt.asUintN(64, -magnitude) : magnitude, end, overflow: false };
}

/** C's atoi, which is strtol in base 10 cut down to an int. */
export function atoi(text: string): number {
  return Number(BigInt.asIntN(32, strtol(text, 10).value));
}

function scan(text: string, base: Base): { negative: boolean; magnitude: bigint; end: number } {
  const match = NUMBERS[base].exec(text);
  if (!match) return NOTHING;
  const sign = match[1]!;
  const digits = match[2]!;
  return { negative: sign === '-', magnitude: magnitudeOf(digits, base), end: match[0].length };
}

/** The digits' value; of a number with very many digits only as much as shows that it is too great. */
function magnitudeOf(digits: string, base: Base): bigint {
  if (base === 10) return decimal(digits);
  if (/^0[xX]/.test(digits)) return hexadecimal(digits.slice(2));
  if (base === 16) return hexadecimal(digits);
  return digits.startsWith('0') ? octal(digits) : decimal(digits);
}

const MORE_DIGITS_THAN_A_LONG = 24;

function significant(digits: string): string {
  return digits.replace(/^0+(?=.)/, '').slice(0, MORE_DIGITS_THAN_A_LONG);
}

function decimal(digits: string): bigint {
  return BigInt(significant(digits));
}

function hexadecimal(digits: string): bigint {
  return BigInt(`0x${significant(digits)}`);
}

function octal(digits: string): bigint {
  return BigInt(`0o${significant(digits)}`);
}
