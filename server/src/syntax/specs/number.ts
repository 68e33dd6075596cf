const INTEGER = /^[ \t\n\v\f\r]*([+-]?)0*([0-9]*)/;
const HEX = /[ \t\n\v\f\r]*([+-]?)(0[xX])?0*([0-9a-fA-F]*)/y;
const MORE_THAN_A_LONG = 20;
const LONG_MAX = 2n ** 63n - 1n;
const ULONG_MAX = 2n ** 64n - 1n;

/** C's atoi where long has 64 bits: the value of strtol in base 10, which stops at long's ends, cut down to an int. */
export function cInteger(bytes: string): number {
  const [, sign, digits = ''] = INTEGER.exec(bytes)!;
  if (digits === '') return 0;
  const magnitude = BigInt(digits.slice(0, MORE_THAN_A_LONG));
  const value = sign === '-' ? -magnitude : magnitude;
  return Number(BigInt.asIntN(32, value > LONG_MAX ? LONG_MAX : value < -LONG_MAX - 1n ? -LONG_MAX - 1n : value));
}

/**
 * One `%x` of glibc's sscanf into an unsigned int, at `at`: the value and where it ends; undefined when nothing matches.
 * `0x` without digits counts as 0; what does not fit an unsigned long becomes the largest one before it is cut down.
 */
export function scanHex(bytes: string, at: number): { value: number; end: number } | undefined {
  HEX.lastIndex = at;
  const [all, sign, prefix, digits = ''] = HEX.exec(bytes)!;
  if (digits === '' && prefix === undefined && !all.endsWith('0')) return undefined;
  return { value: Number(BigInt.asUintN(32, unsignedLong(sign === '-', digits))), end: at + all.length };
}

/** strtoul in base 16 of the whole of `bytes`; undefined when it holds anything else. */
export function wholeHex(bytes: string): bigint | undefined {
  const match = /^[ \t\n\v\f\r]*([+-]?)(?:0[xX](?=[0-9a-fA-F]))?0*([0-9a-fA-F]*)$/.exec(bytes);
  if (!match || (match[2] === '' && !bytes.endsWith('0'))) return undefined;
  return unsignedLong(match[1] === '-', match[2]!);
}

function unsignedLong(negative: boolean, digits: string): bigint {
  if (digits.length > 16) return ULONG_MAX;
  const magnitude = digits === '' ? 0n : BigInt(`0x${digits}`);
  return negative ? BigInt.asUintN(64, -magnitude) : magnitude;
}
