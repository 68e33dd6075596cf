import { type Arguments, expectArguments, firstUnknown } from './calls';
import { order } from './compare';
import { makeDictionary } from './dicts';
import { decide } from './expressions';
import { type Machine, spend } from './machine';
import { namespace } from './namespaces';
import { convertNumber } from './numbers';
import { arithmetic, MAX_ITEMS, unary } from './operators';
import { collected, enumerate, extreme, mapItems, someOf, sortedList, sum, zip } from './sequences';
import { repr, textOf, toStr } from './text';
import {
  asInteger,
  bool,
  integer,
  isText,
  list,
  OutOfSteps,
  PyError,
  str,
  tuple,
  typeName,
  unicode,
  type Value,
} from './values';

/** The value of a built-in name of Python 2; undefined when there is no such name. */
export function builtin(name: string): Value | undefined {
  if (Object.hasOwn(FUNCTIONS, name) || OTHERS.has(name)) return { kind: 'callable', name };
  return undefined;
}

/** Built-ins that are known by name but not evaluated. */
const OTHERS = new Set(
  (
    '__import__ apply basestring buffer bytearray bytes callable classmethod cmp coerce compile complex copyright credits delattr dict dir eval execfile file filter format frozenset ' +
    'getattr globals hasattr hash help id input intern issubclass iter license locals map memoryview next object open ' +
    'property raw_input reduce reload set setattr sorted slice staticmethod super type unichr vars ' +
    'ArithmeticError AssertionError AttributeError EnvironmentError Exception IOError ImportError IndexError KeyError ' +
    'LookupError NameError OSError OverflowError RuntimeError StandardError SyntaxError SystemExit TypeError ' +
    'UnicodeError ValueError Warning ZeroDivisionError KeyboardInterrupt BaseException NotImplemented ' +
    'BufferError BytesWarning DeprecationWarning EOFError FloatingPointError FutureWarning GeneratorExit ' +
    'ImportWarning IndentationError MemoryError NotImplementedError PendingDeprecationWarning ReferenceError ' +
    'RuntimeWarning StopIteration SyntaxWarning SystemError TabError UnboundLocalError UnicodeDecodeError ' +
    'UnicodeEncodeError UnicodeTranslateError UnicodeWarning UserWarning Ellipsis exit quit __name__ __doc__ ' +
    '__debug__ __package__ __builtins__'
  ).split(' '),
);

type Run = (given: readonly Value[], node: Arguments['node'], machine: Machine) => Value | undefined;

const FUNCTIONS: Record<string, readonly [least: number, most: number, run: Run]> = {
  isinstance: [2, 2, ([value, type]) => isInstance(value!, type!)],
  len: [1, 1, ([value]) => lengthOf(value!)],
  str: [0, 1, ([value]) => (value ? maybe(toStr(value)) : str(''))],
  repr: [1, 1, ([value]) => maybe(repr(value!))],
  unicode: [0, 1, ([value]) => (!value ? unicode('') : toUnicode(value))],
  int: [0, 2, (given) => convertNumber('int', given)],
  long: [0, 2, (given) => convertNumber('long', given)],
  float: [0, 1, (given) => convertNumber('float', given)],
  bool: [0, 1, ([value]) => bool(value ? decide(value) === true : false)],
  hex: [1, 1, ([value]) => based(value!, 16, '0x', 'hex')],
  oct: [1, 1, ([value]) => based(value!, 8, '0', 'oct')],
  bin: [1, 1, ([value]) => based(value!, 2, '0b', 'bin')],
  chr: [1, 1, ([value]) => character(value!)],
  ord: [1, 1, ([value]) => ordinal(value!)],
  abs: [1, 1, ([value]) => absolute(value!)],
  range: [1, 3, (given, _, machine) => range(given, machine)],
  xrange: [1, 3, (given, _, machine) => range(given, machine)],
  list: [0, 1, ([value], node) => collected(value, node, list)],
  tuple: [0, 1, ([value], node) => collected(value, node, tuple)],
  reversed: [1, 1, ([value], node) => collected(value, node, (items) => list([...items].reverse()))],
  enumerate: [1, 2, ([value, from], node) => enumerate(value!, from, node)],
  zip: [0, 100, (given, node) => zip(given, node)],
  sum: [1, 2, ([value, from], node) => sum(value!, from, node)],
  min: [1, 1000, (given, node) => extreme(given, node, -1)],
  max: [1, 1000, (given, node) => extreme(given, node, 1)],
  any: [1, 1, ([value], node) => someOf(value!, node, true)],
  all: [1, 1, ([value], node) => someOf(value!, node, false)],
  pow: [2, 2, ([a, b]) => arithmetic('**', a!, b!)],
  divmod: [2, 2, ([a, b]) => tuple([arithmetic('//', a!, b!)!, arithmetic('%', a!, b!)!])],
  round: [1, 2, (given) => convertNumber('round', given)],
};

const WITH_UNKNOWN_ITEMS = new Set(['len', 'list', 'tuple', 'reversed', 'enumerate', 'zip']);

/** Calls a built-in function; undefined when it is one that is not evaluated. */
export function callBuiltin(machine: Machine, name: string, given: Arguments): Value | undefined {
  if (name === 'locals' || name === 'globals' || (name === 'vars' && given.positional.length === 0)) {
    expectArguments(name, given, 0, 0);
    return namespace(machine, name, given.node);
  }
  if (name === 'dict') return makeDictionary(given);
  if (name === 'sorted') return sortedList(machine, given);
  if (name === 'map' || name === 'filter') return mapItems(machine, name, given);
  if (!Object.hasOwn(FUNCTIONS, name)) return undefined;
  const [least, most, run] = FUNCTIONS[name]!;
  if (given.named.size > 0) return undefined;
  expectArguments(name, given, least, most);
  const hidden = WITH_UNKNOWN_ITEMS.has(name)
    ? given.positional.find((v) => v.kind === 'unknown')
    : firstUnknown(given);
  if (hidden) return hidden;
  spend(machine);
  return run(given.positional, given.node, machine);
}

const maybe = (text: string | undefined) => (text === undefined ? undefined : textOf('str', text));

const PARENTS: Record<string, readonly string[]> = { bool: ['int'], str: ['basestring'], unicode: ['basestring'] };

function isInstance(value: Value, type: Value): Value | undefined {
  const types = type.kind === 'tuple' ? type.items : [type];
  const names = types.map((one) =>
    one.kind === 'callable' && !one.self && TYPES.has(one.name) ? one.name : undefined,
  );
  if (names.includes(undefined) || value.kind === 'callable' || value.kind === 'module') return undefined;
  const own = [typeName(value), ...(PARENTS[typeName(value)] ?? [])];
  return bool(names.some((name) => name === 'object' || own.includes(name!)));
}

const TYPES = new Set('str unicode basestring int long float bool list tuple dict object'.split(' '));

function toUnicode(value: Value): Value | undefined {
  if (value.kind === 'unicode') return value;
  const bytes = toStr(value);
  if (bytes === undefined || /[^\x00-\x7f]/.test(bytes)) return undefined;
  return unicode(bytes);
}

function lengthOf(value: Value): Value {
  if ((value.kind === 'list' || value.kind === 'dict') && value.lost) return value.lost;
  if (isText(value)) return integer(value.value.length);
  if (value.kind === 'list' || value.kind === 'tuple') return integer(value.items.length);
  if (value.kind === 'dict') return integer(value.entries.size);
  throw new PyError('TypeError', `object of type '${typeName(value)}' has no len()`);
}

function based(value: Value, base: number, prefix: string, name: string): Value {
  const number = asInteger(value);
  if (number === undefined) throw new PyError('TypeError', `${name}() argument can't be converted to ${name}`);
  const digits = (number < 0n ? -number : number).toString(base);
  const tail = value.kind === 'long' && name !== 'bin' ? 'L' : '';
  const lead = name === 'oct' && number === 0n ? '' : prefix;
  return str(`${number < 0n ? '-' : ''}${lead}${digits}${tail}`);
}

function character(value: Value): Value {
  const number = asInteger(value);
  if (number === undefined) throw new PyError('TypeError', 'an integer is required');
  if (number < 0n || number > 255n) throw new PyError('ValueError', 'chr() arg not in range(256)');
  return str(String.fromCharCode(Number(number)));
}

function ordinal(value: Value): Value {
  if (!isText(value)) throw new PyError('TypeError', `ord() expected string of length 1, but ${typeName(value)} found`);
  if (value.value.length !== 1)
    throw new PyError('TypeError', `ord() expected a character, but string of length ${value.value.length} found`);
  return integer(value.value.charCodeAt(0));
}

function absolute(value: Value): Value {
  const negative = order(value, integer(0)) === -1;
  return negative && value.kind !== 'none' ? unary('-', value) : unary('+', value);
}

function range(given: readonly Value[], machine: Machine): Value {
  const numbers = given.map((value) => {
    const number = asInteger(value);
    if (number === undefined)
      throw new PyError('TypeError', `range() integer end argument expected, got ${typeName(value)}.`);
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
