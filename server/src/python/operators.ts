import { HashTable } from './hash-order';
import { wholePower } from './powers';
import { combineSets } from './sets';
import { MAX_TEXT, sameKind, textOf } from './text';
import {
  asInteger,
  bool,
  float,
  Hidden,
  integer,
  isNumber,
  isText,
  list,
  OutOfSteps,
  PyError,
  type SetValue,
  tuple,
  typeName,
  unknown,
  type Value,
} from './values';

/** The most items a list may have, and bits an integer. */
export const MAX_ITEMS = 100_000;
const MAX_BITS = 20_000;

/**
 * The result of a binary operator after Python 2.7 (integer division, longs past 64 bits). Both operands are known.
 * Throws PyError where Python raises; undefined when the operator is not one of these values' own (a `%` on a text is
 * formatting and belongs to format.ts).
 */
export function arithmetic(operator: string, a: Value, b: Value, shown = operator): Value | undefined {
  if (isNumber(a) && isNumber(b)) return numeric(operator, a, b, shown);
  if (isSet(a) && isSet(b)) {
    const combined = combineSets(operator, a, b);
    // In place Python keeps the table, whose room this does not know.
    if (combined && shown !== operator)
      return { ...combined, entries: new HashTable<Value>().jumble(combined.entries) };
    if (combined) return combined;
  }
  if (a.kind === 'instance' || b.kind === 'instance') {
    const own = ofInstances(operator, a, b);
    if (own) return own;
  }
  if (operator === '+') return concatenate(a, b, shown);
  if (operator === '*' && !(shown === '*=' && (a.kind === 'dict' || isSet(a)))) {
    const repeated = repeat(a, b) ?? repeat(b, a);
    if (repeated) return repeated;
  }
  if (operator === '%' && isText(a)) return undefined;
  throw unsupported(operator === '**' ? operator : shown, a, b);
}

const isSet = (value: Value): value is SetValue => value.kind === 'set' || value.kind === 'frozenset';
const METHODS: Record<string, string> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'div',
  '//': 'floordiv',
  '%': 'mod',
  '**': 'pow',
  '&': 'and',
  '|': 'or',
  '^': 'xor',
  '<<': 'lshift',
  '>>': 'rshift',
};

/** What the classes of the operands make of an operator; undefined when they say nothing. */
function ofInstances(operator: string, a: Value, b: Value): Value | undefined {
  const method = METHODS[operator];
  for (const value of [a, b])
    if (
      value.kind === 'instance' &&
      (value.lost ??
        value.class.line.some(({ attributes }) => attributes.has('__coerce__') || attributes.has('__getattr__')))
    )
      throw new Hidden(value.lost ?? unknown('Xencfg does not evaluate this operator', { start: 0, end: 0 }));
  if (operator === '%' && isText(a)) return undefined;
  const left = a.kind === 'instance' ? a.send(`__${method}__`, [b]) : undefined;
  return left ?? (b.kind === 'instance' ? b.send(`__r${method}__`, [a]) : undefined);
}

function unsupported(operator: string, a: Value, b: Value): PyError {
  const shown = operator === '**' ? '** or pow()' : operator;
  return new PyError('TypeError', `unsupported operand type(s) for ${shown}: '${typeName(a)}' and '${typeName(b)}'`);
}

function concatenate(a: Value, b: Value, shown: string): Value {
  if (isText(a) && isText(b)) {
    const { kind, a: left, b: right } = sameKind(a, b);
    return textOf(kind, left + right);
  }
  if (a.kind === 'list' && b.kind === 'list') return list(sized([...a.items, ...b.items]));
  if (a.kind === 'tuple' && b.kind === 'tuple') return tuple(sized([...a.items, ...b.items]));
  if (a.kind === 'str') throw new PyError('TypeError', `cannot concatenate 'str' and '${typeName(b)}' objects`);
  if (a.kind === 'list' || a.kind === 'tuple')
    throw new PyError('TypeError', `can only concatenate ${a.kind} (not "${typeName(b)}") to ${a.kind}`);
  if (a.kind === 'unicode')
    throw new PyError('TypeError', `coercing to Unicode: need string or buffer, ${typeName(b)} found`);
  throw unsupported(shown, a, b);
}

function sized(items: Value[]): Value[] {
  if (items.length > MAX_ITEMS) throw new OutOfSteps();
  return items;
}

function repeat(sequence: Value, count: Value): Value | undefined {
  const isSequence = isText(sequence) || sequence.kind === 'list' || sequence.kind === 'tuple';
  if (!isSequence) return undefined;
  const times = asInteger(count);
  if (times === undefined)
    throw new PyError('TypeError', `can't multiply sequence by non-int of type '${typeName(count)}'`);
  if (times >= 2n ** 63n || times < -(2n ** 63n))
    throw new PyError('OverflowError', `cannot fit '${typeName(count)}' into an index-sized integer`);
  const n = times < 0n ? 0n : times;
  const length = isText(sequence) ? sequence.value.length : sequence.items.length;
  if (n * BigInt(length) > BigInt(isText(sequence) ? MAX_TEXT : MAX_ITEMS)) throw new OutOfSteps();
  const many = length === 0 ? 0 : Number(n);
  if (isText(sequence)) return textOf(sequence.kind, sequence.value.repeat(many));
  const items: Value[] = [];
  for (let i = 0; i < many; i++) for (const item of sequence.items) items.push(item);
  return sequence.kind === 'list' ? list(items) : tuple(items);
}

function numeric(operator: string, a: Value, b: Value, shown: string): Value {
  const x = asInteger(a);
  const y = asInteger(b);
  if (x !== undefined && y !== undefined) {
    const long = a.kind === 'long' || b.kind === 'long';
    if (y === 0n && /^[/%]/.test(operator))
      throw new PyError('ZeroDivisionError', `${long ? 'long' : 'integer'} division or modulo by zero`);
    if (a.kind === 'bool' && b.kind === 'bool' && /^[&|^]$/.test(operator))
      return bool(integerResult(operator, x, y) === 1n);
    const result = integerResult(operator, x, y);
    if (typeof result === 'number') return float(result);
    return integer(result, long);
  }
  if (/^[&|^<>]/.test(operator)) throw unsupported(shown, a, b);
  return float(floatResult(operator, toFloat(a), toFloat(b)));
}

/** The float that Python turns a number into. */
export function toFloat(value: Value): number {
  if (value.kind === 'float') return value.value;
  const number = Number(asInteger(value) ?? 0n);
  if (!Number.isFinite(number)) throw new PyError('OverflowError', 'long int too large to convert to float');
  return number;
}

function integerResult(operator: string, x: bigint, y: bigint): bigint | number {
  switch (operator) {
    case '+':
      return bounded(x + y);
    case '-':
      return bounded(x - y);
    case '*':
      return bounded(x * y);
    case '/':
    case '//':
      return floorDivide(x, y);
    case '%':
      return x - floorDivide(x, y) * y;
    case '**':
      return power(x, y);
    case '&':
      return x & y;
    case '|':
      return x | y;
    case '^':
      return x ^ y;
    default:
      return shift(operator, x, y);
  }
}

function bounded(value: bigint): bigint {
  if (value > 1n << BigInt(MAX_BITS) || value < -(1n << BigInt(MAX_BITS))) throw new OutOfSteps();
  return value;
}

function floorDivide(x: bigint, y: bigint): bigint {
  const quotient = x / y;
  return quotient * y !== x && x < 0n !== y < 0n ? quotient - 1n : quotient;
}

function power(x: bigint, y: bigint): bigint | number {
  if (y < 0n) return floatPower(Number(x), Number(y));
  if (x === 0n || x === 1n || x === -1n) return x ** (y > 2n ? 2n + (y % 2n) : y);
  if (y * BigInt(x.toString(2).length) > BigInt(MAX_BITS)) throw new OutOfSteps();
  return x ** y;
}

function shift(operator: string, x: bigint, y: bigint): bigint {
  if (y >= 2n ** 63n || y < -(2n ** 63n)) throw new PyError('OverflowError', 'long int too large to convert to int');
  if (y < 0n) throw new PyError('ValueError', 'negative shift count');
  if (operator === '>>') return y > BigInt(MAX_BITS * 2) ? (x < 0n ? -1n : 0n) : x >> y;
  if (y > BigInt(MAX_BITS)) throw new OutOfSteps();
  return bounded(x << y);
}

function floatPower(x: number, y: number): number {
  if (x === 0 && y < 0) throw new PyError('ZeroDivisionError', '0.0 cannot be raised to a negative power');
  if (x < 0 && !Number.isInteger(y))
    throw new PyError('ValueError', 'negative number cannot be raised to a fractional power');
  const whole = wholePower(x, y);
  if (whole && !whole.isSure)
    throw new Hidden(unknown('the last digit of this power depends on the machine', { start: 0, end: 0 }));
  const result = whole?.value ?? (x === 1 ? 1 : y === 0.5 ? Math.sqrt(x) : x ** y);
  if (!Number.isFinite(result) && Number.isFinite(x) && Number.isFinite(y))
    throw new PyError('OverflowError', "(34, 'Numerical result out of range')");
  return result;
}

function floatResult(operator: string, x: number, y: number): number {
  switch (operator) {
    case '+':
      return x + y;
    case '-':
      return x - y;
    case '*':
      return x * y;
    case '/':
      if (y === 0) throw new PyError('ZeroDivisionError', 'float division by zero');
      return x / y;
    case '//':
      if (y === 0) throw new PyError('ZeroDivisionError', 'float divmod()');
      return floatQuotient(x, y);
    case '%':
      if (y === 0) throw new PyError('ZeroDivisionError', 'float modulo');
      return floatModulo(x, y);
    default:
      return floatPower(x, y);
  }
}

/** A quotient of zero has the sign of the exact one. */
function floatQuotient(x: number, y: number): number {
  const exact = (x - floatModulo(x, y)) / y;
  return exact === 0 ? (x / y < 0 || Object.is(x / y, -0) ? -0 : 0) : Math.floor(exact + 0.5);
}

function floatModulo(x: number, y: number): number {
  const rest = x % y;
  if (rest === 0) return y < 0 ? -0 : 0;
  return rest < 0 !== y < 0 ? rest + y : rest;
}

/** `-x`, `+x`, `~x` of a known value. */
export function unary(operator: string, value: Value): Value {
  const number = asInteger(value);
  if (number !== undefined) {
    const result = operator === '-' ? -number : operator === '~' ? ~number : number;
    return integer(result, value.kind === 'long');
  }
  if (value.kind === 'float' && operator !== '~') return float(operator === '-' ? -value.value : value.value);
  throw new PyError('TypeError', `bad operand type for unary ${operator}: '${typeName(value)}'`);
}
