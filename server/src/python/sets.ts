import { type Arguments, expectArguments, firstUnknown } from './calls';
import { raiseFrom } from './exception-classes';
import { itemsOf } from './iteration';
import { lose, type Machine } from './machine';
import { hashKey, repr } from './text';
import {
  bool,
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
export function makeSet(items: readonly Value[], kind: SetValue['kind'] = 'set'): SetValue | UnknownValue {
  const entries = new Map<string, Value>();
  for (const item of items) {
    const hidden = unknownIn(item);
    if (hidden) return hidden;
    const hash = hashKey(item);
    if (!entries.has(hash)) entries.set(hash, item);
  }
  return { kind, entries };
}

/** `a operator b` of two sets; undefined for an operator that sets do not have. */
export function combineSets(operator: string, a: SetValue, b: SetValue): SetValue | undefined {
  const entries = new Map<string, Value>();
  const take = (from: SetValue, wanted: (hash: string) => boolean) => {
    for (const [hash, item] of from.entries) if (wanted(hash)) entries.set(hash, item);
  };
  const inA = (hash: string) => a.entries.has(hash);
  const inB = (hash: string) => b.entries.has(hash);
  if (operator === '|') {
    take(a, () => true);
    take(b, (hash) => !inA(hash));
  } else if (operator === '&') take(a, inB);
  else if (operator === '-') take(a, (hash) => !inB(hash));
  else if (operator === '^') {
    take(a, (hash) => !inB(hash));
    take(b, (hash) => !inA(hash));
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
  if (name === 'copy') return { kind: self.kind, entries: new Map(self.entries) };
  if (name === 'clear') {
    self.entries.clear();
    return NONE;
  }
  if (name === 'pop') return popped(machine, self, given);
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
  if (name !== 'update') return { kind: self.kind, entries: new Map(result.entries) };
  for (const [hash, item] of result.entries) self.entries.set(hash, item);
  return NONE;
}

function setFrom(value: Value, given: Arguments): SetValue | UnknownValue {
  if (value.kind === 'set' || value.kind === 'frozenset') return value;
  const items = itemsOf(value, given.node);
  return 'kind' in items ? items : makeSet(items);
}
