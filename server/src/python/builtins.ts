import { attributeCall } from './attribute-calls';
import { attributeOf } from './attributes';
import { type Arguments, expectArguments, firstUnknown } from './calls';
import { truth } from './compare';
import { makeDictionary } from './dicts';
import { exceptionClass } from './exception-classes';
import { evalText } from './inner-programs';
import { type Machine, spend } from './machine';
import { namespace } from './namespaces';
import { absolute, based, coerce, compared, divide, hashOf, power, range } from './number-functions';
import { convertNumber } from './numbers';
import {
  apply,
  collected,
  enumerate,
  extreme,
  iterate,
  mapItems,
  next,
  reduce,
  reversed,
  setOf,
  someOf,
  sortedList,
  sum,
  zip,
} from './sequences';
import { formatValue } from './strformat';
import { repr, textOf, toStr } from './text';
import { character, ordinal, toUnicode, wideCharacter } from './text-functions';
import { isCallable, isInstance, isSubclass, wrap } from './type-functions';
import { typeOf } from './types';
import { bool, integer, isText, list, PyError, str, tuple, typeName, type Value } from './values';

/** The value of a built-in name of Python 2; undefined when there is no such name. */
export function builtin(name: string): Value | undefined {
  if (name === '__name__') return str('__builtin__');
  if (name === '__debug__') return bool(true);
  if (name === '__package__') return { kind: 'none' };
  const known = Object.hasOwn(FUNCTIONS, name) || MORE.has(name) || OTHERS.has(name);
  return known ? { kind: 'callable', name } : exceptionClass(name);
}

/** Built-in names whose values are neither functions nor types, and not worked out. */
export const UNEVALUATED: ReadonlySet<string> = new Set(
  'copyright credits license help exit quit __doc__ __builtins__ NotImplemented Ellipsis'.split(' '),
);

/** The built-in functions that are evaluated. */
export function evaluatedBuiltins(): string[] {
  return [...Object.keys(FUNCTIONS), ...MORE];
}

/** The built-in names that are known, but not what they do. */
export function otherBuiltins(): string[] {
  return [...OTHERS];
}

/** Built-ins with a way of their own to take arguments. */
const MORE = new Set('locals globals vars dir eval dict sorted map filter getattr hasattr setattr'.split(' '));

/** Built-ins that are known by name but not evaluated. */
const OTHERS = new Set(
  (
    '__import__ buffer bytearray compile complex copyright credits delattr execfile file help id input license ' +
    'memoryview open raw_input reload slice super NotImplemented Ellipsis exit quit __doc__ __package__ __builtins__'
  ).split(' '),
);

type Run = (given: readonly Value[], node: Arguments['node'], machine: Machine) => Value | undefined;

const FUNCTIONS: Record<string, readonly [least: number, most: number, run: Run]> = {
  isinstance: [2, 2, ([value, type]) => isInstance(value!, type!)],
  len: [1, 1, ([value]) => lengthOf(value!)],
  str: [0, 1, ([value]) => (value ? maybe(toStr(value)) : str(''))],
  repr: [1, 1, ([value]) => maybe(repr(value!))],
  unicode: [0, 3, (given) => toUnicode(given)],
  bytes: [0, 1, ([value]) => (value ? maybe(toStr(value)) : str(''))],
  unichr: [1, 1, ([value]) => wideCharacter(value!)],
  format: [1, 2, ([value, spec]) => formatValue(value!, spec)],
  int: [0, 2, (given) => convertNumber('int', given)],
  long: [0, 2, (given) => convertNumber('long', given)],
  float: [0, 1, (given) => convertNumber('float', given)],
  bool: [0, 1, ([value]) => bool(value ? truth(value) : false)],
  hex: [1, 1, ([value]) => based(value!, 16, '0x', 'hex')],
  oct: [1, 1, ([value]) => based(value!, 8, '0', 'oct')],
  bin: [1, 1, ([value]) => based(value!, 2, '0b', 'bin')],
  chr: [1, 1, ([value]) => character(value!)],
  ord: [1, 1, ([value]) => ordinal(value!)],
  abs: [1, 1, ([value]) => absolute(value!)],
  range: [1, 3, (given, _, machine) => range(given, machine)],
  xrange: [1, 3, (given, _, machine) => ({ kind: 'xrange', items: range(given, machine).items })],
  list: [0, 1, ([value], node) => collected(value, node, list)],
  tuple: [0, 1, ([value], node) => collected(value, node, tuple)],
  reversed: [1, 1, ([value], node) => reversed(value!, node)],
  enumerate: [1, 2, ([value, from], node) => enumerate(value!, from, node)],
  zip: [0, 100, (given, node) => zip(given, node)],
  sum: [1, 2, ([value, from], node) => sum(value!, from, node)],
  min: [1, 1000, (given, node) => extreme(given, node, -1)],
  max: [1, 1000, (given, node) => extreme(given, node, 1)],
  any: [1, 1, ([value], node) => someOf(value!, node, true)],
  all: [1, 1, ([value], node) => someOf(value!, node, false)],
  pow: [2, 3, ([a, b, modulus]) => power(a!, b!, modulus)],
  divmod: [2, 2, ([a, b]) => divide(a!, b!)],
  coerce: [2, 2, ([a, b]) => coerce(a!, b!)],
  cmp: [2, 2, ([a, b]) => compared(a!, b!)],
  hash: [1, 1, ([value]) => hashOf(value!)],
  intern: [1, 1, ([value]) => (value!.kind === 'str' ? value : undefined)],
  type: [1, 1, ([value]) => typeOf(value!)],
  callable: [1, 1, ([value]) => isCallable(value!)],
  issubclass: [2, 2, ([one, of]) => isSubclass(one!, of!)],
  set: [0, 1, ([value], node) => setOf('set', value, node)],
  frozenset: [0, 1, ([value], node) => setOf('frozenset', value, node)],
  iter: [1, 1, ([value], node) => iterate(value!, node)],
  next: [1, 2, ([value, missing], _, machine) => next(machine, value!, missing)],
  reduce: [2, 3, (given, node, machine) => reduce(machine, given, node)],
  apply: [1, 3, (given, node, machine) => apply(machine, given, node)],
  object: [0, 0, () => undefined],
  basestring: [0, 0, () => undefined],
  staticmethod: [1, 1, ([value]) => wrap('staticmethod', value!)],
  classmethod: [1, 1, ([value]) => wrap('classmethod', value!)],
  property: [1, 1, ([value]) => wrap('property', value!)],
  round: [1, 2, (given) => convertNumber('round', given)],
};

const WITH_UNKNOWN_ITEMS = new Set(
  'len list tuple reversed enumerate zip iter next apply reduce type callable staticmethod classmethod property'.split(
    ' ',
  ),
);

/** Calls a built-in function; undefined when it is one that is not evaluated. */
export function callBuiltin(machine: Machine, name: string, given: Arguments): Value | undefined {
  if (name === 'locals' || name === 'globals' || (name === 'vars' && given.positional.length === 0)) {
    expectArguments(name, given, 0, 0);
    return namespace(machine, name, given.node);
  }
  if (name === 'dir') return namesHere(machine, given);
  if (name === 'eval') return evalText(machine, given);
  if (name === 'dict') return makeDictionary(given);
  if (name === 'sorted') return sortedList(machine, given);
  if (name === 'map' || name === 'filter') return mapItems(machine, name, given);
  if (name === 'vars') {
    const [of] = given.positional;
    return of?.kind === 'instance' && given.positional.length === 1
      ? attributeOf(machine, of, '__dict__', given.node)
      : undefined;
  }
  if (MORE.has(name)) return attributeCall(machine, name, given);
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

/** `dir()` of the file: the names of its variables. Of a function or a value, or while one may be set or not, it is not evaluated. */
function namesHere(machine: Machine, { positional, named }: Arguments): Value | undefined {
  const { frame, everything, namesInDoubt, variables } = machine;
  if (frame || everything || namesInDoubt || positional.length > 0 || named.size > 0) return undefined;
  return list([...variables.keys()].sort().map(str));
}

const maybe = (text: string | undefined) => (text === undefined ? undefined : textOf('str', text));

function lengthOf(value: Value): Value {
  if ('lost' in value && value.lost && value.kind !== 'instance') return value.lost;
  if (isText(value)) return integer(value.value.length);
  if (value.kind === 'list' || value.kind === 'tuple' || value.kind === 'xrange') return integer(value.items.length);
  if (value.kind === 'dict' || value.kind === 'set' || value.kind === 'frozenset') return integer(value.entries.size);
  if (value.kind === 'instance') {
    const own = value.lost ?? value.send('__len__', []);
    if (own?.kind === 'int' || own?.kind === 'unknown') return own;
    if (value.class.isOld)
      throw new PyError('AttributeError', `${value.class.name} instance has no attribute '__len__'`);
  }
  throw new PyError('TypeError', `object of type '${typeName(value)}' has no len()`);
}
