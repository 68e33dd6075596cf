import { HashTable, inOrder } from './hash-order';
import { makeSet } from './sets';
import { hashKey } from './text';
import { list, MAX_DEPTH, PyError, tuple, type Value } from './values';

/** `copy.copy` and `copy.deepcopy`; undefined for values of which no copy is made here. */
export function copied(value: Value, deep: boolean, seen: Map<Value, Value> = new Map(), depth = 0): Value | undefined {
  const known = seen.get(value);
  if (known) return known;
  if (depth > MAX_DEPTH) return undefined;
  const inner = (item: Value) => (deep ? copied(item, true, seen, depth + 1) : item);
  switch (value.kind) {
    case 'list': {
      const made = list([]);
      seen.set(value, made);
      const items = value.items.map(inner);
      if (items.includes(undefined)) return undefined;
      made.items = items as Value[];
      return made;
    }
    case 'dict': {
      const made = { kind: 'dict', entries: new HashTable<{ key: Value; value: Value }>() } as const;
      seen.set(value, made);
      if (!deep) made.entries.merge(value.entries);
      else {
        const order = inOrder(value.entries);
        for (const entry of order ?? value.entries.values()) {
          const copy = inner(entry.value);
          if (!copy) return undefined;
          made.entries.set(hashKey(entry.key), { key: entry.key, value: copy });
        }
        if (!order) made.entries.jumble(new Map());
      }
      return made;
    }
    case 'tuple': {
      const items = value.items.map(inner);
      return items.includes(undefined) ? undefined : tuple(items as Value[]);
    }
    case 'set':
      return makeSet(
        inOrder(value.entries) ?? [...value.entries.values()],
        'set',
        inOrder(value.entries) !== undefined,
      );
    case 'match':
    case 'pattern':
      throw new PyError('TypeError', `cannot ${deep ? 'deepcopy' : 'copy'} this ${value.kind} object`);
    case 'instance':
    case 'iterator':
      return undefined;
    default:
      return value;
  }
}
