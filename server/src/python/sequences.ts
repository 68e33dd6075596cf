import { type Arguments, callValue } from './calls';
import { order } from './compare';
import { decide } from './expressions';
import { itemsOf } from './iteration';
import { sortItems } from './lists';
import type { Machine } from './machine';
import { arithmetic } from './operators';
import {
  asInteger,
  bool,
  integer,
  isText,
  list,
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
  return collected(value, node, (items) => list(items.map((item, i) => tuple([integer(start + BigInt(i)), item]))));
}

/** `zip(...)`. */
export function zip(given: readonly Value[], node: Arguments['node']): Value {
  const columns: (readonly Value[])[] = [];
  for (const value of given) {
    const items = itemsOf(value, node);
    if ('kind' in items) return items;
    columns.push(items);
  }
  const rows = columns.length === 0 ? 0 : Math.min(...columns.map((column) => column.length));
  return list(Array.from({ length: rows }, (_, i) => tuple(columns.map((column) => column[i]!))));
}

/** `sum(items, start)`. */
export function sum(value: Value, from: Value | undefined, node: Arguments['node']): Value {
  const items = itemsOf(value, node);
  if ('kind' in items) return items;
  if (from && isText(from)) throw new PyError('TypeError', "sum() can't sum strings [use ''.join(seq) instead]");
  return items.reduce((total, item) => arithmetic('+', total, item)!, from ?? integer(0));
}

/** `min(...)` and `max(...)`: the items whose order to the best so far is `wanted`. */
export function extreme(given: readonly Value[], node: Arguments['node'], wanted: number): Value | undefined {
  const items = given.length > 1 ? given : itemsOf(given[0]!, node);
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
  return bool(items.some((item) => decide(item) === wanted) === wanted);
}

/** `map(f, items)` and `filter(f, items)` with one list of items. */
export function mapItems(machine: Machine, name: string, { positional, named, node }: Arguments): Value | undefined {
  const [callee, value] = positional;
  if (!callee || !value || positional.length !== 2 || named.size > 0) return undefined;
  const items = itemsOf(value, node);
  if ('kind' in items) return items;
  if (name === 'filter' && value.kind !== 'list') return undefined;
  const call = (item: Value) =>
    callee.kind === 'none' ? item : callValue(machine, callee, { positional: [item], named: new Map(), node });
  const results = items.map(call);
  if (name === 'map') return list(results);
  const chosen = results.map(decide);
  for (const one of chosen) if (typeof one !== 'boolean') return one;
  return list(items.filter((_, i) => chosen[i]));
}

/** `sorted(items, reverse=...)`; undefined for other ways of sorting. */
export function sortedList(machine: Machine, given: Arguments): Value | undefined {
  const [value] = given.positional;
  if (!value || given.positional.length > 1) return undefined;
  // Sorting undoes the unknown order of a dictionary's keys.
  const items =
    value.kind === 'dict' && !value.lost ? [...value.entries.values()].map((e) => e.key) : itemsOf(value, given.node);
  if ('kind' in items) return items;
  const whole = list([...items]);
  const sorted = sortItems(machine, whole, given.named, given.node);
  return sorted
    ? list(sorted)
    : (unknownIn(whole) ?? unknown('Xencfg does not evaluate this way of sorting', given.node));
}
