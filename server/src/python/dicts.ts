import { type Arguments, expectArguments, firstUnknown } from './calls';
import { itemsOf } from './iteration';
import { lose, type Machine } from './machine';
import { hashKey, repr } from './text';
import { bool, type DictValue, list, NONE, PyError, tuple, unknown, type Value } from './values';

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
  'clear',
  'copy',
  'iteritems',
  'iterkeys',
  'itervalues',
]);

/** Calls a method of a dictionary; undefined when it is one that is not evaluated. */
export function callDictMethod(machine: Machine, self: DictValue, name: string, given: Arguments): Value | undefined {
  const changes = /^(setdefault|update|pop|clear)$/.test(name);
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
      return { kind: 'dict', entries: new Map(self.entries) };
    case 'update':
      return update(machine, self, given);
    default: {
      expectArguments(name, given, 0, 0);
      const keys = itemsOf(self, given.node);
      if ('kind' in keys) return keys;
      const entries = [...self.entries.values()];
      if (name.endsWith('keys')) return list([...keys]);
      return list(entries.map((e) => (name.endsWith('values') ? e.value : tuple([e.key, e.value]))));
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
    if (!entry && !missing) throw new PyError('KeyError', repr(key!) ?? '');
  }
  const found = entry?.value ?? missing ?? NONE;
  if (name === 'setdefault' && !entry) self.entries.set(hash, { key: key!, value: found });
  return found;
}

function update(machine: Machine, self: DictValue, given: Arguments): Value {
  const [other] = given.positional;
  if (other && (other.kind !== 'dict' || other.lost)) {
    lose(machine, self, 'Xencfg does not evaluate this update()', given.node);
    return NONE;
  }
  for (const [hash, entry] of other?.entries ?? []) self.entries.set(hash, entry);
  for (const [name, value] of given.named)
    self.entries.set(`s${name}`, { key: { kind: 'str', value: name, from: given.node }, value });
  return NONE;
}

/** A dictionary from keyword arguments, or from another dictionary: `dict(a=1)`. */
export function makeDictionary(given: Arguments): Value {
  const [first] = given.positional;
  const made: DictValue = { kind: 'dict', entries: new Map() };
  if (first) {
    if (first.kind === 'dict' && !first.lost) for (const [key, entry] of first.entries) made.entries.set(key, entry);
    else return unknown('Xencfg does not evaluate this dict()', given.node);
  }
  for (const [name, value] of given.named)
    made.entries.set(`s${name}`, { key: { kind: 'str', value: name, from: given.node }, value });
  return made;
}
