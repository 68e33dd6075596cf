import { order } from './compare';
import { type Machine, spend } from './machine';
import { arithmetic, MAX_ITEMS, toFloat, unary } from './operators';
import {
  asInteger,
  float,
  integer,
  isNumber,
  type ListValue,
  list,
  OutOfSteps,
  PyError,
  str,
  tuple,
  typeName,
  type Value,
} from './values';

/** `pow(a, b)` and `pow(a, b, modulus)`. */
export function power(a: Value, b: Value, modulus: Value | undefined): Value | undefined {
  if (!modulus || modulus.kind === 'none') return arithmetic('**', a, b);
  const numbers = [a, b, modulus].map(asInteger);
  const [base, exponent, by] = numbers;
  if (base === undefined || exponent === undefined || by === undefined) return undefined;
  if (exponent < 0n)
    throw new PyError('TypeError', 'pow() 2nd argument cannot be negative when 3rd argument specified');
  if (by === 0n) throw new PyError('ValueError', 'pow() 3rd argument cannot be 0');
  let result = 1n;
  const size = by < 0n ? -by : by;
  for (let bits = exponent, factor = ((base % size) + size) % size; bits > 0n; bits >>= 1n) {
    if (bits & 1n) result = (result * factor) % size;
    factor = (factor * factor) % size;
  }
  result %= size;
  if (by < 0n && result !== 0n) result += by;
  return integer(
    result,
    [a, b, modulus].some((value) => value.kind === 'long'),
  );
}

/** `divmod(a, b)`. */
export function divide(a: Value, b: Value): Value {
  if (!isNumber(a) || !isNumber(b))
    throw new PyError('TypeError', `unsupported operand type(s) for divmod(): '${typeName(a)}' and '${typeName(b)}'`);
  if ((a.kind === 'float' || b.kind === 'float') && toFloat(b) === 0)
    throw new PyError('ZeroDivisionError', 'float divmod()');
  return tuple([arithmetic('//', a, b)!, arithmetic('%', a, b)!]);
}

/** `coerce(a, b)` of two numbers. */
export function coerce(a: Value, b: Value): Value | undefined {
  if (!isNumber(a) || !isNumber(b)) return undefined;
  if (a.kind === b.kind) return tuple([a, b]);
  if (a.kind === 'float' || b.kind === 'float') return tuple([float(toFloat(a)), float(toFloat(b))]);
  const long = a.kind === 'long' || b.kind === 'long';
  const convert = (value: Value) => integer(asInteger(value)!, long);
  return tuple([convert(a), convert(b)]);
}

/** `cmp(a, b)`; undefined where Python goes by memory address. */
export function compared(a: Value, b: Value): Value | undefined {
  const result = order(a, b);
  return result === undefined || Number.isNaN(result) ? undefined : integer(Math.sign(result));
}

/** `hash(value)` of a small whole number; of other values it is not worked out. */
export function hashOf(value: Value): Value | undefined {
  const number = asInteger(value);
  if (value.kind === 'list' || value.kind === 'dict' || value.kind === 'set')
    throw new PyError('TypeError', `unhashable type: '${typeName(value)}'`);
  if (number === undefined || value.kind === 'long') return undefined;
  return integer(number === -1n ? -2n : number);
}

/** `hex`, `oct` and `bin`. Throws Python's TypeError. */
export function based(value: Value, base: number, prefix: string, name: string): Value {
  const number = asInteger(value);
  if (number === undefined) {
    const why = `'${typeName(value)}' object cannot be interpreted as an index`;
    throw new PyError('TypeError', name === 'bin' ? why : `${name}() argument can't be converted to ${name}`);
  }
  const digits = (number < 0n ? -number : number).toString(base);
  const tail = value.kind === 'long' && name !== 'bin' ? 'L' : '';
  const lead = name === 'oct' && number === 0n ? '' : prefix;
  return str(`${number < 0n ? '-' : ''}${lead}${digits}${tail}`);
}

/** `abs(value)`; undefined where it is not evaluated. */
export function absolute(value: Value): Value | undefined {
  if (value.kind === 'instance') return undefined;
  if (!isNumber(value)) throw new PyError('TypeError', `bad operand type for abs(): '${typeName(value)}'`);
  if (value.kind === 'float') return float(Math.abs(value.value));
  const negative = order(value, integer(0)) === -1;
  return negative ? unary('-', value) : unary('+', value);
}

/** `range(start, end, step)`. Throws Python's errors, and OutOfSteps for more items than are worked out. */
export function range(given: readonly Value[], machine: Machine): ListValue {
  const numbers = given.map((value, i) => {
    const number = asInteger(value);
    const place = given.length === 1 ? 'end' : ['start', 'end', 'step'][i];
    if (number === undefined)
      throw new PyError('TypeError', `range() integer ${place} argument expected, got ${typeName(value)}.`);
    return number;
  });
  const start = numbers.length > 1 ? numbers[0]! : 0n;
  const end = numbers.length > 1 ? numbers[1]! : numbers[0]!;
  const step = numbers[2] ?? 1n;
  if (step === 0n) throw new PyError('ValueError', 'range() step argument must not be zero');
  const distance = step > 0n ? end - start : start - end;
  if (distance / (step > 0n ? step : -step) > BigInt(MAX_ITEMS)) throw new OutOfSteps();
  const items: Value[] = [];
  for (let i = start; step > 0n ? i < end : i > end; i += step) items.push(integer(i));
  spend(machine, items.length);
  return list(items);
}
