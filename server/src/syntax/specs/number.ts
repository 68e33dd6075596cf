const INTEGER = /^[ \t\n\v\f\r]*([+-]?)0*([0-9]*)/;
const MORE_THAN_A_LONG = 20;

/** C's atoi where long has 64 bits: the value of strtol in base 10, which stops at long's ends, cut down to an int. */
export function cInteger(bytes: string): number {
  const [, sign, digits = ''] = INTEGER.exec(bytes)!;
  if (digits === '') return 0;
  const max = 2n ** 63n - 1n;
  const magnitude = BigInt(digits.slice(0, MORE_THAN_A_LONG));
  const value = sign === '-' ? -magnitude : magnitude;
  return Number(BigInt.asIntN(32, value > max ? max : value < -max - 1n ? -max - 1n : value));
}
