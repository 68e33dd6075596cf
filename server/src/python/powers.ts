import { binaryParts } from './floats';

/** Exponents above take too long to work out exactly. */
const MAX_EXPONENT = 64;

/** A power that is rounded correctly. `isSure`: every machine's C library rounds it so. */
export interface Power {
  readonly value: number;
  readonly isSure: boolean;
}

/**
 * `x ** y`; undefined unless `x` is finite and not zero, and `y` a whole number up to 64. C's `pow` rounds all but
 * those correctly that lie close to the middle of two floats (glibc 2.28 on; its releases before do so with all).
 */
export function wholePower(x: number, y: number): Power | undefined {
  if (!Number.isFinite(x) || x === 0 || !Number.isInteger(y) || Math.abs(y) > MAX_EXPONENT) return undefined;
  const [digits, places] = binaryParts(Math.abs(x));
  const power = digits ** BigInt(Math.abs(y));
  const doubt = EXP_ERROR + LOG_ERROR * Math.abs(y * Math.log(Math.abs(x)));
  const isMinus = x < 0 && y % 2 !== 0;
  let found: Power;
  if (y >= 0) found = rounded(power, places * y, doubt);
  else {
    const wide = lengthOf(power) + 66;
    const one = 1n << BigInt(wide);
    // the last bit says whether anything is left over
    found = rounded(((one / power) << 1n) | (one % power === 0n ? 0n : 1n), places * y - wide - 1, doubt);
  }
  return isMinus ? { ...found, value: -found.value } : found;
}

/** How far glibc's `pow` may be off before it rounds, in units of the last place: at least, and for each unit of `y * log(x)`. */
const EXP_ERROR = 0.011;
const LOG_ERROR = 1.5 * 2 ** -15;

function lengthOf(whole: bigint): number {
  return whole.toString(2).length;
}

/** `whole` times two to the power of `places`, rounded half to even; not sure within `doubt` of the middle. */
function rounded(whole: bigint, places: number, doubt: number): Power {
  const cut = Math.max(lengthOf(whole) - 53, -1074 - places);
  if (cut <= 0) return { value: Number(whole) * 2 ** places, isSure: true };
  const half = 1n << BigInt(cut - 1);
  const kept = whole >> BigInt(cut);
  const rest = whole - (kept << BigInt(cut));
  const up = rest > half || (rest === half && (kept & 1n) === 1n);
  const away = rest > half ? rest - half : half - rest;
  // in 2 ** -30 of the last place
  const isSure = (away << 30n) >> BigInt(cut) > BigInt(Math.ceil(doubt * 2 ** 30));
  return { value: Number(up ? kept + 1n : kept) * 2 ** (places + cut), isSure };
}
