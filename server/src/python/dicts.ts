import { type Arguments, expectArguments, firstUnknown } from './calls';
import { HashTable, inOrder } from './hash-order';
import { itemsOf } from './iteration';
import { iteratorOver } from './iterators';
import { lose, type Machine } from './machine';
import { hashKey, repr } from './text';
import {
  bool,
  type DictEntry,
  type DictValue,
  list,
  NONE,
  PyError,
  str,
  tuple,
  type UnknownValue,
  unknown,
  unknownIn,
  type Value,
} from './values';

/** The methods of a dictionary that are evaluated. */
export const DICT_METHODS: ReadonlySet<string> = new Set([
  'get',
  'has_key',
  'keys',
  'values',
  'items',
  'setdefault',
  'update',
  'pop',
  'popitem',
  'clear',
  'copy',
  'iteritems',
  'iterkeys',
  'itervalues',
]);

/** Calls a method of a dictionary; undefined when it is one that is not evaluated. */
export function callDictMethod(machine: Machine, self: DictValue, name: string, given: Arguments): Value | undefined {
  const changes = /^(setdefault|update|pop|popitem|clear)$/.test(name);
  if (changes) machine.changed.add(self);
  if (self.lost) return self.lost;
  switch (name) {
    case 'get':
    case 'has_key':
    case 'setdefault':
    case 'pop':
      return lookUp(machine, self, name, given);
    case 'clear':
      expectArguments(name, given, 0, 0);
      self.entries.clear();
      return NONE;
    case 'copy':
      expectArguments(name, given, 0, 0);
      return { kind: 'dict', entries: new HashTable<DictEntry>().merge(self.entries) };
    case 'popitem':
      return popItem(machine, self, given);
    case 'update':
      return update(machine, self, given);
    default: {
      expectArguments(name, given, 0, 0);
      const keys = itemsOf(self, given.node);
      if ('kind' in keys) return keys;
      const entries = inOrder(self.entries) ?? [];
      const items = entries.map((e) =>
        name.endsWith('keys') ? e.key : name.endsWith('values') ? e.value : tuple([e.key, e.value]),
      );
      const type = `dictionary-${name.slice(4).replace(/s$/, '')}iterator`;
      return name.startsWith('iter') ? iteratorOver(type, () => items) : list(items);
    }
  }
}

function lookUp(machine: Machine, self: DictValue, name: string, given: Arguments): Value {
  expectArguments(name, given, 1, name === 'has_key' ? 1 : 2);
  const [key, missing] = given.positional;
  const hidden = firstUnknown({ ...given, positional: [key!] });
  if (hidden) {
    if (name === 'pop' || name === 'setdefault') lose(machine, self, hidden.reason, hidden.cause);
    return hidden;
  }
  const hash = hashKey(key!);
  const entry = self.entries.get(hash);
  if (name === 'has_key') return bool(entry !== undefined);
  if (name === 'pop') {
    self.entries.delete(hash);
    if (!entry && !missing)
      throw self.entries.size === 0
        ? new PyError('KeyError', "'pop(): dictionary is empty'", [str('pop(): dictionary is empty')])
        : new PyError('KeyError', repr(key!) ?? '', [key!]);
  }
  const found = entry?.value ?? missing ?? NONE;
  if (name === 'setdefault' && !entry) self.entries.set(hash, { key: key!, value: found });
  return found;
}

function popItem(machine: Machine, self: DictValue, given: Arguments): Value {
  expectArguments('popitem', given, 0, 0);
  const [first] = self.entries;
  const empty = 'popitem(): dictionary is empty';
  if (!first) throw new PyError('KeyError', `'${empty}'`, [str(empty)]);
  if (self.entries.size > 1) {
    const item = unknown('Python 2 keeps a dictionary in no certain order', given.node);
    lose(machine, self, item.reason, item.cause);
    return item;
  }
  self.entries.clear();
  return tuple([first[1].key, first[1].value]);
}

/** `dict.fromkeys(items, value)`. */
export function fromKeys(given: Arguments): Value | undefined {
  const [keys, value = NONE] = given.positional;
  if (!keys || given.positional.length > 2 || given.named.size > 0) return undefined;
  const items = itemsOf(keys, given.node);
  if ('kind' in items) return items;
  const made = fromPairs(items.map((key) => [key, value]));
  // Of these Python takes the size of the table over, too.
  const isSized = keys.kind === 'dict' || keys.kind === 'set' || keys.kind === 'frozenset';
  if (isSized && made.kind === 'dict')
    return { kind: 'dict', entries: new HashTable<DictEntry>().jumble(made.entries) };
  return made;
}

function fromPairs(pairs: readonly (readonly [Value, Value])[]): Value {
  const made: DictValue = { kind: 'dict', entries: new HashTable() };
  for (const [key, value] of pairs) {
    const hidden = unknownIn(key);
    if (hidden) return hidden;
    const hash = hashKey(key);
    made.entries.set(hash, { key: made.entries.get(hash)?.key ?? key, value });
  }
  return made;
}

/** The pairs that `dict(items)` is made of. */
function pairsOf(value: Value, given: Arguments): (readonly [Value, Value])[] | Value {
  const items = itemsOf(value, given.node);
  if ('kind' in items) return items;
  const pairs: (readonly [Value, Value])[] = [];
  for (const [i, item] of items.entries()) {
    const parts = partsOf(item, i, given);
    const length = 'kind' in parts ? sizeOf(item) : parts.length;
    if (length !== undefined && length !== 2)
      throw new PyError('ValueError', `dictionary update sequence element #${i} has length ${length}; 2 is required`);
    if ('kind' in parts) return parts;
    pairs.push([parts[0]!, parts[1]!]);
  }
  return pairs;
}

function partsOf(item: Value, i: number, given: Arguments): readonly Value[] | UnknownValue {
  try {
    return itemsOf(item, given.node);
  } catch (error) {
    if (!(error instanceof PyError) || !/ is not iterable$/.test(error.message)) throw error;
    throw new PyError('TypeError', `cannot convert dictionary update sequence element #${i} to a sequence`);
  }
}

/** How many items it has whose order is not known. */
function sizeOf(item: Value): number | undefined {
  const isSure = (item.kind === 'dict' || item.kind === 'set' || item.kind === 'frozenset') && !item.lost;
  return isSure ? item.entries.size : undefined;
}

function update(machine: Machine, self: DictValue, given: Arguments): Value {
  const [other] = given.positional;
  const more = other && entriesOf(other, given);
  if (more && 'kind' in more) {
    const hidden = unknownIn(more) ?? unknown('Xencfg does not evaluate this update()', given.node);
    lose(machine, self, hidden.reason, hidden.cause);
    return NONE;
  }
  takeOver(self, other, more, given);
  return NONE;
}

/** What `update` and `dict` do with their arguments: Python takes a dictionary over at once, pairs one by one. */
function takeOver(
  self: DictValue,
  from: Value | undefined,
  entries: DictValue['entries'] | undefined,
  given: Arguments,
): void {
  const { entries: own } = self;
  const merge = (other: DictValue['entries']) => {
    if (own instanceof HashTable) own.merge(other);
    else for (const [hash, entry] of other) setEntry(self, hash, entry);
  };
  if (entries && from?.kind === 'dict') merge(entries);
  else for (const [hash, entry] of entries ?? []) setEntry(self, hash, entry);
  if (given.named.size === 0) return;
  const named = new HashTable<DictEntry>();
  for (const [name, value] of [...given.named].reverse())
    named.set(`s${name}`, { key: { kind: 'str', value: name, from: given.node }, value });
  merge(given.spread ?? named);
}

/** An equal key that is there already stays. */
function setEntry(self: DictValue, hash: string, { key, value }: { key: Value; value: Value }): void {
  self.entries.set(hash, { key: self.entries.get(hash)?.key ?? key, value });
}

function entriesOf(value: Value, given: Arguments): DictValue['entries'] | Value {
  if (value.kind === 'dict') return value.lost ?? value.entries;
  const pairs = pairsOf(value, given);
  const made = 'kind' in pairs ? pairs : fromPairs(pairs);
  return made.kind === 'dict' ? made.entries : made;
}

/** `dict(...)`: of another dictionary, of pairs, of keyword arguments. */
export function makeDictionary(given: Arguments): Value {
  const [first] = given.positional;
  const made: DictValue = { kind: 'dict', entries: new HashTable() };
  if (given.positional.length > 1)
    throw new PyError('TypeError', `dict expected at most 1 arguments, got ${given.positional.length}`);
  const from = first && entriesOf(first, given);
  if (from && 'kind' in from) return from;
  takeOver(made, first, from, given);
  return made;
}
