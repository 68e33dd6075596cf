import { type Arguments, expectArguments, firstUnknown } from './calls';
import { raiseFrom } from './exception-classes';
import { cloned, HashTable, inOrder, laidOutAlike } from './hash-order';
import { itemsOf } from './iteration';
import { lose, type Machine } from './machine';
import { hashKey, repr } from './text';
import {
  bool,
  type DictValue,
  NONE,
  PyError,
  type SetValue,
  str,
  typeName,
  type UnknownValue,
  unknown,
  unknownIn,
  type Value,
} from './values';

/** Methods that give a new set, by the operator that does the same with two sets. */
const COMBINING: Record<string, string> = {
  union: '|',
  intersection: '&',
  difference: '-',
  symmetric_difference: '^',
};
const COMPARING: Record<string, string> = { issubset: '<=', issuperset: '>=' };
/** The methods that change a set, which a frozenset does not have. */
export const SET_CHANGES: ReadonlySet<string> = new Set(['add', 'discard', 'remove', 'update', 'clear', 'pop']);

/** The methods of a set that are evaluated. */
export const SET_METHODS: ReadonlySet<string> = new Set([
  ...Object.keys(COMBINING),
  ...Object.keys(COMPARING),
  ...SET_CHANGES,
  'copy',
  'isdisjoint',
]);

/** A set of items; unknown when one of them is. Throws PyError for what cannot stand in a set. */
export function makeSet(
  items: readonly Value[],
  kind: SetValue['kind'] = 'set',
  isOrdered = true,
): SetValue | UnknownValue {
  const entries = new HashTable<Value>();
  if (!isOrdered) entries.jumble(new Map());
  for (const item of items) {
    const hidden = unknownIn(item);
    if (hidden) return hidden;
    const hash = hashKey(item);
    if (!entries.has(hash)) entries.set(hash, item);
  }
  return { kind, entries };
}

/** What braces make: releases of Python 2.7 before 2.7.12 put the last item in first. */
export function displayed(items: readonly Value[]): SetValue | UnknownValue {
  const made = makeSet(items);
  const backwards = makeSet([...items].reverse());
  if (made.kind === 'unknown' || backwards.kind === 'unknown') return made;
  return laidOutAlike(made.entries, backwards.entries) ? made : makeSet(items, 'set', false);
}

/** `set(d)` of a dictionary: one room for all keys, then its keys one by one. */
export function setOfKeys({ entries }: DictValue, kind: SetValue['kind']): SetValue {
  const keys = new HashTable<Value>();
  const order = inOrder(entries);
  keys.reserve(entries.size);
  for (const { key } of order ?? entries.values()) keys.set(hashKey(key), key);
  if (!order) keys.jumble(new Map());
  return { kind, entries: keys };
}

/** `a operator b` of two sets; undefined for an operator that sets do not have. */
export function combineSets(operator: string, a: SetValue, b: SetValue): SetValue | undefined {
  const entries = new HashTable<Value>();
  const take = (from: SetValue, wanted: (hash: string) => boolean) => {
    const order = inOrder(from.entries);
    for (const item of order ?? from.entries.values()) if (wanted(hashKey(item))) entries.set(hashKey(item), item);
    if (!order) entries.jumble(new Map());
  };
  const inA = (hash: string) => a.entries.has(hash);
  const inB = (hash: string) => b.entries.has(hash);
  if (operator === '|') {
    entries.merge(a.entries).merge(b.entries);
  } else if (operator === '&')
    take(b.entries.size > a.entries.size ? a : b, b.entries.size > a.entries.size ? inB : inA);
  else if (operator === '-') take(a, (hash) => !inB(hash));
  else if (operator === '^') {
    entries.merge(b.entries);
    for (const [hash] of b.entries) if (inA(hash)) entries.delete(hash);
    take(a, (hash) => !inB(hash));
  } else return undefined;
  return { kind: a.kind, entries };
}

/** `a < b` and the like of two sets. */
export function compareSets(operator: string, a: SetValue, b: SetValue): boolean {
  const within = (one: SetValue, other: SetValue) => [...one.entries.keys()].every((hash) => other.entries.has(hash));
  switch (operator) {
    case '<=':
      return within(a, b);
    case '<':
      return a.entries.size < b.entries.size && within(a, b);
    case '>=':
      return within(b, a);
    case '>':
      return b.entries.size < a.entries.size && within(b, a);
    default:
      return a.entries.size === b.entries.size && within(a, b);
  }
}

/** Calls a method of a set; undefined when it is one that is not evaluated. */
export function callSetMethod(machine: Machine, self: SetValue, name: string, given: Arguments): Value | undefined {
  const changes = SET_CHANGES.has(name);
  if (changes) machine.changed.add(self);
  if (self.lost) return self.lost;
  const hidden = firstUnknown(given);
  if (hidden) {
    if (changes) lose(machine, self, hidden.reason, hidden.cause);
    return hidden;
  }
  if (name === 'copy' || name === 'clear' || name === 'pop') expectArguments(name, given, 0, 0);
  if (name === 'copy') return { kind: self.kind, entries: new HashTable<Value>().merge(self.entries) };
  if (name === 'clear') {
    self.entries.clear();
    return NONE;
  }
  if (name === 'pop') return popped(machine, self, given);
  if (given.named.size > 0) throw new PyError('TypeError', `${name}() takes no keyword arguments`);
  if (name === 'update' || Object.hasOwn(COMBINING, name)) return combineAll(self, name, given);
  expectArguments(name, given, 1, 1);
  const [item] = given.positional;
  if (Object.hasOwn(COMPARING, name) || name === 'isdisjoint') {
    const other = setFrom(item!, given);
    if (other.kind === 'unknown') return other;
    if (name === 'isdisjoint') return bool(combineSets('&', self, other)!.entries.size === 0);
    return bool(compareSets(COMPARING[name]!, self, other));
  }
  return changeOne(self, name, item!);
}

function popped(machine: Machine, self: SetValue, { node }: Arguments): Value {
  const [first] = self.entries;
  if (!first) throw raiseFrom('KeyError', [str('pop from an empty set')]);
  if (self.entries.size > 1) {
    const item = unknown('Python 2 keeps a set in no certain order', node);
    lose(machine, self, item.reason, node);
    return item;
  }
  self.entries.delete(first[0]);
  return first[1];
}

function changeOne(self: SetValue, name: string, item: Value): Value {
  if (item.kind === 'set') throw new PyError('TypeError', `unhashable type: '${typeName(item)}'`);
  const hash = hashKey(item);
  if (name === 'add') {
    if (!self.entries.has(hash)) self.entries.set(hash, item);
    return NONE;
  }
  const was = self.entries.delete(hash);
  if (!was && name === 'remove') throw new PyError('KeyError', repr(item) ?? '', [item]);
  return NONE;
}

function combineAll(self: SetValue, name: string, given: Arguments): Value {
  let result: SetValue = self;
  for (const value of given.positional) {
    const other = setFrom(value, given);
    if (other.kind === 'unknown') return other;
    result = combineSets(COMBINING[name] ?? '|', result, other)!;
    if (name === 'symmetric_difference') break;
  }
  const isPlain = given.positional.every(({ kind }) => kind === 'set' || kind === 'frozenset');
  if (name !== 'update') {
    const isSure = isPlain && given.positional.length < 2;
    const entries = isSure ? cloned(result.entries) : new HashTable<Value>().jumble(result.entries);
    return { kind: self.kind, entries };
  }
  addAll(self, given, result);
  return NONE;
}

/** `update` with one sequence adds one by one; with a set it makes room at once. */
function addAll({ entries }: SetValue, { positional }: Arguments, result: SetValue): void {
  const known = new Set(entries.keys());
  const [one] = positional;
  if (positional.length === 1 && entries instanceof HashTable && (one?.kind === 'set' || one?.kind === 'frozenset')) {
    entries.merge(one.entries);
    return;
  }
  for (const [hash, item] of result.entries) if (!known.has(hash)) entries.set(hash, item);
  const isSequence = one?.kind === 'list' || one?.kind === 'tuple';
  if (entries instanceof HashTable && !(positional.length === 1 && isSequence)) entries.jumble(new Map());
}

function setFrom(value: Value, given: Arguments): SetValue | UnknownValue {
  if (value.kind === 'set' || value.kind === 'frozenset') return value;
  const items = itemsOf(value, given.node);
  return 'kind' in items ? items : makeSet(items);
}
