import { truncate } from './format';
import { toFloat } from './operators';
import { asInteger, bool, float, integer, isNumber, PyError, tuple, type Value } from './values';

type MathFunction = (x: number, y: number) => Value;

const wanted = (ok: boolean): void => {
  if (!ok) throw new PyError('ValueError', 'math domain error');
};

/**
 * The functions of `math` whose results are the same on every machine, with the number of arguments. The others hang
 * in their last digit on the machine's own library.
 */
const FUNCTIONS: Record<string, readonly [number, MathFunction]> = {
  ceil: [1, (x) => float(Math.ceil(x))],
  floor: [1, (x) => float(Math.floor(x))],
  fabs: [1, (x) => float(Math.abs(x))],
  trunc: [1, (x) => integer(truncate(x))],
  isnan: [1, (x) => bool(Number.isNaN(x))],
  isinf: [1, (x) => bool(Math.abs(x) === Number.POSITIVE_INFINITY)],
  degrees: [1, (x) => float(x * (180 / Math.PI))],
  radians: [1, (x) => float(x * (Math.PI / 180))],
  modf: [
    1,
    (x) => {
      const whole = Math.trunc(x);
      const rest = Number.isFinite(x) ? x - whole : Number.isNaN(x) ? x : 0;
      return tuple([float(rest === 0 && (x < 0 || Object.is(x, -0)) ? -0 : rest), float(whole)]);
    },
  ],
  sqrt: [
    1,
    (x) => {
      wanted(!(x < 0));
      return float(Math.sqrt(x));
    },
  ],
  fmod: [
    2,
    (x, y) => {
      wanted(!((y === 0 || !Number.isFinite(x)) && !Number.isNaN(x) && !Number.isNaN(y)));
      return float(x % y);
    },
  ],
  copysign: [2, (x, y) => float(y < 0 || Object.is(y, -0) ? -Math.abs(x) : Math.abs(x))],
};

/** The names of those functions. */
export const MATH_FUNCTIONS: readonly string[] = Object.keys(FUNCTIONS);

/** Calls a function of `math`; undefined for one that is not evaluated. */
export function callMath(name: string, given: readonly Value[]): Value | undefined {
  if (!Object.hasOwn(FUNCTIONS, name)) return undefined;
  const [count, run] = FUNCTIONS[name]!;
  if (given.length !== count) {
    const shown = count === 1 ? `${name}() takes exactly one argument` : `${name} expected ${count} arguments`;
    throw new PyError('TypeError', count === 1 ? `${shown} (${given.length} given)` : `${shown}, got ${given.length}`);
  }
  if (name === 'trunc') {
    const whole = given[0]!;
    if (whole.kind === 'int' || whole.kind === 'long' || whole.kind === 'bool')
      return integer(asInteger(whole)!, whole.kind === 'long');
    if (whole.kind !== 'float') return undefined;
  }
  const numbers = given.map((value) => {
    if (!isNumber(value)) throw new PyError('TypeError', 'a float is required');
    return toFloat(value);
  });
  return run(numbers[0]!, numbers[1] ?? 0);
}
