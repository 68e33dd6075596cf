import { order } from './compare';
import { arithmetic, toFloat } from './operators';
import { asInteger, float, integer, isNumber, PyError, tuple, typeName, type Value } from './values';

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
