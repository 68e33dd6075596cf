import { type Arguments, callValue, expectArguments, firstUnknown } from './calls';
import { equals, order } from './compare';
import { itemsOf } from './iteration';
import { lose, type Machine, spend } from './machine';
import { MAX_ITEMS } from './operators';
import { repr } from './text';
import {
  asInteger,
  integer,
  integerArgument,
  type ListValue,
  NONE,
  OutOfSteps,
  PyError,
  typeName,
  unknownIn,
  type Value,
} from './values';

/** The methods of a list. */
export const LIST_METHODS: ReadonlySet<string> = new Set([
  'append',
  'extend',
  'insert',
  'pop',
  'remove',
  'reverse',
  'sort',
  'index',
  'count',
]);

/** Calls a method of a list. An argument that is not known makes the list lose its items where it decides them. */
export function callListMethod(
  machine: Machine,
  self: ListValue,
  name: string,
  given: Arguments,
  type: 'list' | 'tuple' = 'list',
): Value | undefined {
  const changes = name !== 'index' && name !== 'count';
  if (changes) machine.changed.add(self);
  if (self.lost) return changes && name !== 'pop' ? NONE : self.lost;
  if (name === 'sort') return sortInPlace(machine, self, given);
  const [first, second] = given.positional;
  switch (name) {
    case 'append':
      expectArguments(name, given, 1, 1);
      return grow(machine, self, self.items.length, [first!]);
    case 'insert': {
      expectArguments(name, given, 2, 2);
      const hidden = unknownIn(first!);
      if (hidden) return loseAll(machine, self, given);
      return grow(machine, self, insertAt(first!, self.items.length), [second!]);
    }
    case 'extend': {
      expectArguments(name, given, 1, 1);
      const items = itemsOf(first!, given.node);
      return 'kind' in items ? loseAll(machine, self, given) : grow(machine, self, self.items.length, items);
    }
    case 'reverse':
      expectArguments(name, given, 0, 0);
      self.items.reverse();
      return NONE;
    case 'pop':
      return pop(machine, self, given);
    default:
      return search(machine, self, name, given, type);
  }
}

function loseAll(machine: Machine, self: ListValue, given: Arguments): Value {
  const hidden = firstUnknown(given);
  lose(machine, self, hidden?.reason ?? 'it depends on an unknown value', hidden?.cause ?? given.node);
  return NONE;
}

function grow(machine: Machine, self: ListValue, at: number, items: readonly Value[]): Value {
  spend(machine, items.length);
  if (self.items.length + items.length > MAX_ITEMS) throw new OutOfSteps();
  self.items.splice(at, 0, ...items);
  return NONE;
}

function insertAt(index: Value, length: number): number {
  const number = asInteger(index);
  if (number === undefined) throw new PyError('TypeError', 'an integer is required');
  const at = number < 0n ? number + BigInt(length) : number;
  return Number(at < 0n ? 0n : at > BigInt(length) ? BigInt(length) : at);
}

function pop(machine: Machine, self: ListValue, given: Arguments): Value {
  expectArguments('pop', given, 0, 1);
  const hidden = firstUnknown(given);
  if (hidden) {
    lose(machine, self, hidden.reason, hidden.cause);
    return hidden;
  }
  if (self.items.length === 0) throw new PyError('IndexError', 'pop from empty list');
  const index = given.positional[0] ? asInteger(given.positional[0]) : -1n;
  if (index === undefined) throw new PyError('TypeError', 'an integer is required');
  const at = index < 0n ? index + BigInt(self.items.length) : index;
  if (at < 0n || at >= BigInt(self.items.length)) throw new PyError('IndexError', 'pop index out of range');
  return self.items.splice(Number(at), 1)[0]!;
}

function search(machine: Machine, self: ListValue, name: string, given: Arguments, type: 'list' | 'tuple'): Value {
  const least = 1;
  expectArguments(name, given, least, name === 'index' ? 3 : 1);
  const hidden = unknownIn(self) ?? firstUnknown(given);
  if (hidden) {
    if (name === 'remove') lose(machine, self, hidden.reason, hidden.cause);
    return hidden;
  }
  const [wanted, ...bounds] = given.positional as [Value, ...Value[]];
  if (bounds.some((bound) => asInteger(bound) === undefined))
    throw new PyError('TypeError', 'slice indices must be integers or None or have an __index__ method');
  spend(machine, self.items.length);
  if (name === 'count') return integer(self.items.filter((item) => equals(item, wanted)).length);
  const [from = 0, to = self.items.length] = bounds.map((bound) => insertAt(bound, self.items.length));
  const at = self.items.findIndex((item, i) => i >= from && i < to && equals(item, wanted));
  if (name === 'index') {
    if (at < 0 && type === 'tuple') throw new PyError('ValueError', 'tuple.index(x): x not in tuple');
    if (at < 0) {
      const shown = repr(wanted);
      throw new PyError('ValueError', shown === undefined ? '' : `${shown} is not in list`);
    }
    return integer(at);
  }
  if (at < 0) throw new PyError('ValueError', 'list.remove(x): x not in list');
  self.items.splice(at, 1);
  return NONE;
}

function sortInPlace(machine: Machine, self: ListValue, given: Arguments): Value {
  const sorted = sortItems(machine, self, sortOptions(given.positional, given.named), given.node);
  if (!sorted) {
    const hidden = unknownIn(self) ?? firstUnknown(given);
    lose(machine, self, hidden?.reason ?? 'Xencfg does not evaluate this way of sorting', hidden?.cause ?? given.node);
    return NONE;
  }
  self.items = sorted;
  return NONE;
}

const SORT_OPTIONS = ['cmp', 'key', 'reverse'];

/** The options of a sort by name, also of those that were given by place. */
export function sortOptions(positional: readonly Value[], named: ReadonlyMap<string, Value>): Map<string, Value> {
  const options = new Map(named);
  for (const [i, value] of positional.entries()) options.set(SORT_OPTIONS[i] ?? '', value);
  return options;
}

/** The items in Python 2's order; undefined when that is not known. The options are those of `sortOptions`. */
export function sortItems(
  machine: Machine,
  value: { readonly items: readonly Value[] } & Value,
  options: ReadonlyMap<string, Value>,
  node: Arguments['node'],
): Value[] | undefined {
  const reverse = options.get('reverse');
  const keyOf = options.get('key');
  if ([...options.keys()].some((key) => !SORT_OPTIONS.includes(key))) return undefined;
  const compareBy = options.get('cmp');
  if (unknownIn(value) || reverse?.kind === 'unknown') return undefined;
  const down = reverse !== undefined && integerArgument(reverse) !== 0n;
  spend(machine, value.items.length * 8);
  let certain = true;
  const rows = value.items.map((item) => {
    const byItself = !keyOf || keyOf.kind === 'none';
    return { item, key: byItself ? item : callValue(machine, keyOf, { positional: [item], named: new Map(), node }) };
  });
  if (rows.some(({ key }) => unknownIn(key))) return undefined;
  const sorted = rows.sort((a, b) => {
    const result = certain ? compareKeys(machine, compareBy, a.key, b.key, node) : 0;
    if (result === undefined || Number.isNaN(result)) certain = false;
    return (down ? -1 : 1) * (result ?? 0);
  });
  return certain ? sorted.map(({ item }) => item) : undefined;
}

/** The order of two keys; undefined where it is not known. */
function compareKeys(machine: Machine, compareBy: Value | undefined, a: Value, b: Value, node: Arguments['node']) {
  if (!compareBy || compareBy.kind === 'none') return order(a, b);
  spend(machine);
  const result = callValue(machine, compareBy, { positional: [a, b], named: new Map(), node });
  if (result.kind === 'unknown') return undefined;
  const number = result.kind === 'long' ? undefined : asInteger(result);
  if (number === undefined)
    throw new PyError('TypeError', `comparison function must return int, not ${typeName(result)}`);
  return number < 0n ? -1 : number > 0n ? 1 : 0;
}
