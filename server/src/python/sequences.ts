import { type Arguments, callValue } from './calls';
import { order } from './compare';
import { HashTable } from './hash-order';
import { itemsOf, knownItemsOf } from './iteration';
import { iteratorOver, nextItem } from './iterators';
import { sortItems, sortOptions } from './lists';
import type { Machine } from './machine';
import { decide } from './operator-nodes';
import { arithmetic } from './operators';
import { makeSet, setOfKeys } from './sets';
import { textOf } from './text';
import {
  asInteger,
  bool,
  integer,
  isText,
  list,
  NONE,
  PyError,
  tuple,
  typeName,
  unknown,
  unknownIn,
  type Value,
} from './values';

/** The items of a value, made into another one. */
export function collected(value: Value | undefined, node: Arguments['node'], make: (items: Value[]) => Value): Value {
  if (!value) return make([]);
  const items = itemsOf(value, node);
  return 'kind' in items ? items : make([...items]);
}

/** `enumerate(items, start)`. */
export function enumerate(value: Value, from: Value | undefined, node: Arguments['node']): Value {
  const start = from ? asInteger(from) : 0n;
  if (start === undefined)
    throw new PyError('TypeError', `'${typeName(from!)}' object cannot be interpreted as an index`);
  const items = itemsOf(value, node);
  if ('kind' in items) return items;
  const pairs = items.map((item, i) => tuple([integer(start + BigInt(i)), item]));
  return iteratorOver('enumerate', () => pairs);
}

/** `reversed(sequence)`. */
export function reversed(value: Value, node: Arguments['node']): Value | undefined {
  if (value.kind === 'unknown') return value;
  if (value.kind === 'list') return iteratorOver('listreverseiterator', () => value.lost ?? [...value.items].reverse());
  if (value.kind !== 'tuple' && value.kind !== 'xrange' && !isText(value)) {
    if (value.kind === 'instance') return undefined;
    throw new PyError('TypeError', 'argument to reversed() must be a sequence');
  }
  const items = itemsOf(value, node);
  return iteratorOver(value.kind === 'xrange' ? 'rangeiterator' : 'reversed', () =>
    'kind' in items ? items : [...items].reverse(),
  );
}

/** `iter(value)`. */
export function iterate(value: Value, node: Arguments['node']): Value | undefined {
  if (value.kind === 'unknown' || value.kind === 'iterator') return value;
  if (value.kind === 'list') return iteratorOver('listiterator', () => value.lost ?? [...value.items]);
  if (value.kind === 'instance') return undefined;
  const items = itemsOf(value, node);
  if ('kind' in items) return items;
  const names: Partial<Record<Value['kind'], string>> = {
    tuple: 'tupleiterator',
    xrange: 'rangeiterator',
    dict: 'dictionary-keyiterator',
    set: 'setiterator',
    frozenset: 'setiterator',
  };
  return iteratorOver(names[value.kind] ?? 'iterator', () => items);
}

/** `next(iterator)` and `next(iterator, missing)`. */
export function next(machine: Machine, value: Value, missing: Value | undefined): Value | undefined {
  if (value.kind === 'unknown') return value;
  if (value.kind === 'instance') return undefined;
  if (value.kind !== 'iterator') throw new PyError('TypeError', `${typeName(value)} object is not an iterator`);
  machine.changed.add(value);
  const item = nextItem(value) ?? missing;
  if (!item) throw new PyError('StopIteration', '', []);
  return item;
}

/** `reduce(f, items)` and `reduce(f, items, start)`. */
export function reduce(machine: Machine, [callee, value, start]: readonly Value[], node: Arguments['node']): Value {
  const items = supported(value!, node, 'reduce() arg 2');
  if ('kind' in items) return items;
  const all = start ? [start, ...items] : items;
  if (all.length === 0) throw new PyError('TypeError', 'reduce() of empty sequence with no initial value');
  return all.reduce((sum, item) => callValue(machine, callee!, { positional: [sum, item], named: new Map(), node }));
}

/** `apply(f, arguments, named)`. */
export function apply(
  machine: Machine,
  [callee, rest, named]: readonly Value[],
  node: Arguments['node'],
): Value | undefined {
  const items = rest ? itemsOf(rest, node) : [];
  if (named) return undefined;
  return 'kind' in items ? items : callValue(machine, callee!, { positional: items, named: new Map(), node });
}

/** `set(items)` and `frozenset(items)`. */
export function setOf(kind: 'set' | 'frozenset', value: Value | undefined, node: Arguments['node']): Value {
  if (value?.kind === 'set' || value?.kind === 'frozenset')
    return value.lost ?? { kind, entries: new HashTable<Value>().merge(value.entries) };
  if (value?.kind === 'dict' && !value.lost) return setOfKeys(value, kind);
  const items = value ? itemsOf(value, node) : [];
  return 'kind' in items ? items : makeSet(items, kind);
}

/** The items of an argument, which Python names where there are none. */
function supported(value: Value, node: Arguments['node'], what: string): ReturnType<typeof itemsOf> {
  try {
    return itemsOf(value, node);
  } catch (error) {
    if (
      !(error instanceof PyError) ||
      error.type !== 'TypeError' ||
      value.kind === 'instance' ||
      value.kind === 'iterator'
    )
      throw error;
    throw new PyError('TypeError', `${what} must support iteration`);
  }
}

/** `zip(...)`. */
export function zip(given: readonly Value[], node: Arguments['node']): Value {
  const columns: (readonly Value[])[] = [];
  for (const [i, value] of given.entries()) {
    const items = supported(value, node, `zip argument #${i + 1}`);
    if ('kind' in items) return items;
    columns.push(items);
  }
  const rows = columns.length === 0 ? 0 : Math.min(...columns.map((column) => column.length));
  return list(Array.from({ length: rows }, (_, i) => tuple(columns.map((column) => column[i]!))));
}

/** `sum(items, start)`. */
export function sum(value: Value, from: Value | undefined, node: Arguments['node']): Value {
  const items = knownItemsOf(value, node);
  if ('kind' in items) return items;
  if (from && isText(from)) throw new PyError('TypeError', "sum() can't sum strings [use ''.join(seq) instead]");
  return items.reduce((total, item) => arithmetic('+', total, item)!, from ?? integer(0));
}

/** `min(...)` and `max(...)`: the items whose order to the best so far is `wanted`. */
export function extreme(given: readonly Value[], node: Arguments['node'], wanted: number): Value | undefined {
  const items = given.length > 1 ? given : knownItemsOf(given[0]!, node);
  if ('kind' in items) return items;
  if (items.length === 0) throw new PyError('ValueError', `${wanted > 0 ? 'max' : 'min'}() arg is an empty sequence`);
  let best = items[0]!;
  for (const item of items.slice(1)) {
    const result = order(item, best);
    if (result === undefined || Number.isNaN(result)) return undefined;
    if (result * wanted > 0) best = item;
  }
  return best;
}

/** `any(items)` and `all(items)`. */
export function someOf(value: Value, node: Arguments['node'], wanted: boolean): Value {
  const items = itemsOf(value, node);
  if ('kind' in items) return items;
  for (const item of items) {
    const decided = decide(item);
    if (typeof decided !== 'boolean') return decided;
    if (decided === wanted) return bool(wanted);
  }
  return bool(!wanted);
}

/** `map(f, items, ...)` and `filter(f, items)`. */
export function mapItems(machine: Machine, name: string, { positional, named, node }: Arguments): Value | undefined {
  const [callee, value] = positional;
  if (!callee || !value || named.size > 0) return undefined;
  if (positional.length > 2) return name === 'map' ? mapMany(machine, positional, node) : undefined;
  if (callee.kind === 'unknown') return undefined;
  const items = name === 'map' ? supported(value, node, 'argument 2 to map()') : itemsOf(value, node);
  if ('kind' in items) return items;
  const call = (item: Value) =>
    callee.kind === 'none' ? item : callValue(machine, callee, { positional: [item], named: new Map(), node });
  const results = items.map(call);
  if (name === 'map') return list(results);
  const chosen = results.map(decide);
  for (const one of chosen) if (typeof one !== 'boolean') return one;
  const kept = items.filter((_, i) => chosen[i]);
  if (value.kind === 'tuple') return tuple(kept);
  if (!isText(value)) return list(kept);
  return textOf(value.kind, kept.map((item) => (isText(item) ? item.value : '')).join(''));
}

/** `map(f, a, b)`: the shorter ones are filled up with None. */
function mapMany(machine: Machine, [callee, ...given]: readonly Value[], node: Arguments['node']): Value | undefined {
  const columns: (readonly Value[])[] = [];
  for (const [i, value] of given.entries()) {
    const items = supported(value, node, `argument ${i + 2} to map()`);
    if ('kind' in items) return items;
    columns.push(items);
  }
  const rows = Array.from({ length: Math.max(...columns.map((column) => column.length)) }, (_, i) =>
    columns.map((column) => column[i] ?? NONE),
  );
  if (callee!.kind === 'none') return list(rows.map(tuple));
  return list(rows.map((row) => callValue(machine, callee!, { positional: row, named: new Map(), node })));
}

/** `sorted(items, reverse=...)`; undefined for other ways of sorting. */
export function sortedList(machine: Machine, given: Arguments): Value | undefined {
  const [value] = given.positional;
  if (!value) return undefined;
  // Sorting undoes the unknown order of a dictionary's keys.
  const items =
    (value.kind === 'dict' || value.kind === 'set' || value.kind === 'frozenset') && !value.lost
      ? [...value.entries.values()].map((e) => ('key' in e ? e.key : e))
      : itemsOf(value, given.node);
  if ('kind' in items) return items;
  const whole = list([...items]);
  const sorted = sortItems(machine, whole, sortOptions(given.positional.slice(1), given.named), given.node);
  return sorted
    ? list(sorted)
    : (unknownIn(whole) ?? unknown('Xencfg does not evaluate this way of sorting', given.node));
}
