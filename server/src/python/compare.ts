import { itemsOf } from './iteration';
import { compareSets } from './sets';
import { decodeAscii, hashKey, sameKind } from './text';
import {
  asInteger,
  type DictValue,
  Hidden,
  isNumber,
  isText,
  MAX_DEPTH,
  OutOfSteps,
  PyError,
  type SetValue,
  typeName,
  type UnknownValue,
  unknown,
  type Value,
} from './values';

/** `==` of two known values. */
export function equals(a: Value, b: Value, depth = 0): boolean {
  if (depth > MAX_DEPTH) throw new OutOfSteps();
  if (isNumber(a) && isNumber(b)) return order(a, b) === 0;
  if (isText(a) && isText(b)) {
    if (a.kind === b.kind) return a.value === b.value;
    // Python warns and takes bytes above 127 as unequal to every unicode text.
    const bytes = a.kind === 'str' ? a.value : b.value;
    return /^[\x00-\x7f]*$/.test(bytes) && a.value === b.value;
  }
  if ((a.kind === 'list' && b.kind === 'list') || (a.kind === 'tuple' && b.kind === 'tuple'))
    return a.items.length === b.items.length && a.items.every((item, i) => equals(item, b.items[i]!, depth + 1));
  if (a.kind === 'dict' && b.kind === 'dict') {
    if (a.entries.size !== b.entries.size) return false;
    return [...a.entries].every(([key, entry]) => {
      const other = b.entries.get(key);
      return other !== undefined && equals(entry.value, other.value, depth + 1);
    });
  }
  if (isSet(a) && isSet(b)) return compareSets('==', a, b);
  if (a.kind === 'instance' || b.kind === 'instance') return equalInstances(a, b);
  if (a.kind === 'none' || b.kind === 'none') return a.kind === b.kind;
  if (a.kind === 'callable' && b.kind === 'callable') return a.name === b.name && a.self === b.self;
  return a === b;
}

const isSet = (value: Value): value is SetValue => value.kind === 'set' || value.kind === 'frozenset';
const COMPARING = ['__eq__', '__ne__', '__cmp__', '__lt__', '__gt__', '__le__', '__ge__', '__coerce__', '__getattr__'];

/** Instances are equal when they are one; what their classes say of that is not looked into. */
function equalInstances(a: Value, b: Value): boolean {
  for (const value of [a, b]) {
    if (value.kind !== 'instance') continue;
    const own = value.class.line.some(({ attributes }) => COMPARING.some((name) => attributes.has(name)));
    if (value.lost ?? own)
      throw new Hidden(value.lost ?? unknown('Xencfg does not compare instances of this class', NOWHERE));
  }
  return a === b;
}
const NOWHERE = { start: 0, end: 0 };

/**
 * The order of two known values in Python 2, which orders values of different types too: None first, then numbers,
 * then by the name of the type. Undefined where it goes by memory address.
 */
export function order(a: Value, b: Value, depth = 0): number | undefined {
  if (depth > MAX_DEPTH) throw new OutOfSteps();
  if (isNumber(a) && isNumber(b)) return orderNumbers(a, b);
  if (isText(a) && isText(b)) {
    const left = a.kind === b.kind || a.kind === 'unicode' ? a.value : decodeAscii(a.value);
    const right = a.kind === b.kind || b.kind === 'unicode' ? b.value : decodeAscii(b.value);
    return left < right ? -1 : left > right ? 1 : 0;
  }
  if ((a.kind === 'list' && b.kind === 'list') || (a.kind === 'tuple' && b.kind === 'tuple')) {
    for (let i = 0; i < Math.min(a.items.length, b.items.length); i++)
      if (!equals(a.items[i]!, b.items[i]!, depth + 1)) return order(a.items[i]!, b.items[i]!, depth + 1);
    return a.items.length - b.items.length;
  }
  if (a.kind === 'instance' || b.kind === 'instance') return equalInstances(a, b) ? 0 : undefined;
  if (ADDRESSED.has(a.kind) || ADDRESSED.has(b.kind)) return undefined;
  if (a.kind === 'dict' && b.kind === 'dict') return orderDictionaries(a, b);
  if (a.kind === b.kind) return equals(a, b) ? 0 : undefined;
  if (a.kind === 'none') return -1;
  if (b.kind === 'none') return 1;
  const left = isNumber(a) ? '' : typeName(a);
  const right = isNumber(b) ? '' : typeName(b);
  return left < right ? -1 : left > right ? 1 : undefined;
}

const ADDRESSED = new Set<Value['kind']>([
  'set',
  'frozenset',
  'class',
  'callable',
  'iterator',
  'pattern',
  'match',
  'module',
  'xrange',
]);

/** Python 2 takes the dictionary with fewer entries for the smaller; of the rest only equality is worked out. */
function orderDictionaries(a: DictValue, b: DictValue): number | undefined {
  if (a.entries.size !== b.entries.size) return a.entries.size - b.entries.size;
  return equals(a, b) ? 0 : undefined;
}

function orderNumbers(a: Value, b: Value): number {
  const x = asInteger(a) ?? (a.kind === 'float' ? a.value : 0);
  const y = asInteger(b) ?? (b.kind === 'float' ? b.value : 0);
  // JavaScript compares integers of any size with floats exactly, as Python does.
  if (x < y) return -1;
  if (x > y) return 1;
  return Number.isNaN(x) || Number.isNaN(y) ? Number.NaN : 0;
}

/** True, as `if` sees a known value. */
export function truth(value: Value): boolean {
  switch (value.kind) {
    case 'none':
      return false;
    case 'bool':
      return value.value;
    case 'int':
    case 'long':
      return value.value !== 0n;
    case 'float':
      return value.value !== 0;
    case 'str':
    case 'unicode':
      return value.value !== '';
    case 'list':
    case 'tuple':
      return value.items.length > 0;
    case 'dict':
    case 'set':
    case 'frozenset':
      return value.entries.size > 0;
    case 'xrange':
      return value.items.length > 0;
    case 'instance': {
      const own = value.lost ?? value.send('__nonzero__', []) ?? value.send('__len__', []);
      if (own?.kind === 'unknown') throw new Hidden(own);
      return own ? truth(own) : true;
    }
    default:
      return true;
  }
}

/** A comparison of two known values; undefined where Python goes by memory address. */
export function compare(operator: string, a: Value, b: Value): boolean | undefined {
  switch (operator) {
    case '==':
      return equals(a, b);
    case '!=':
    case '<>':
      return !equals(a, b);
    case 'in':
      return isIn(a, b);
    case 'not in':
      return negate(isIn(a, b));
    case 'is':
      return isSame(a, b);
    case 'is not':
      return negate(isSame(a, b));
    default: {
      if (isSet(a) && isSet(b)) return compareSets(operator, a, b);
      const result = order(a, b);
      if (result === undefined) return undefined;
      if (operator === '<') return result < 0;
      if (operator === '<=') return result <= 0;
      return operator === '>' ? result > 0 : result >= 0;
    }
  }
}

const negate = (value: boolean | undefined) => (value === undefined ? undefined : !value);

function isIn(item: Value, container: Value): boolean | undefined {
  if (container.kind === 'dict') {
    const found = container.entries.has(hashKey(item));
    // Of the variables there may be more than are known.
    return found && container.live && container.entries.get(hashKey(item))?.value.kind === 'unknown'
      ? undefined
      : found;
  }
  if (container.kind === 'list' || container.kind === 'tuple' || container.kind === 'xrange')
    return container.items.some((i) => equals(item, i));
  if (container.kind === 'set' || container.kind === 'frozenset') return container.entries.has(hashKey(item));
  if (container.kind === 'instance') {
    const own = container.lost ?? container.send('__contains__', [item]);
    if (own && own.kind !== 'unknown') return truth(own);
    const items = own ?? itemsOf(container, NOWHERE);
    if ('kind' in items) throw new Hidden(items as UnknownValue);
    return items.some((i) => equals(item, i));
  }
  if (container.kind === 'iterator') return undefined;
  if (isText(container)) {
    if (!isText(item)) {
      const wanted =
        container.kind === 'unicode'
          ? `coercing to Unicode: need string or buffer, ${typeName(item)} found`
          : `'in <string>' requires string as left operand, not ${typeName(item)}`;
      throw new PyError('TypeError', wanted);
    }
    const { a, b } = sameKind(container, item);
    return a.includes(b);
  }
  throw new PyError('TypeError', `argument of type '${typeName(container)}' is not iterable`);
}

/** Identity is only certain for None, booleans and values that can change; small equal texts may or may not be one. */
function isSame(a: Value, b: Value): boolean | undefined {
  if (a.kind !== b.kind) return false;
  if (a.kind === 'none' || a.kind === 'bool') return equals(a, b);
  if (a.kind === 'list' || a.kind === 'dict') return a === b;
  if (a.kind === 'instance' || a.kind === 'class' || a.kind === 'iterator' || a.kind === 'set') return a === b;
  if (a.kind === 'callable' && b.kind === 'callable' && !a.self && !b.self)
    return a.name === b.name && a.code?.node === b.code?.node ? (a.code ? undefined : true) : false;
  return a === b ? true : equals(a, b) ? undefined : false;
}
