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
      const made: Value = { kind: 'dict', entries: new Map() };
      seen.set(value, made);
      for (const [hash, entry] of value.entries) {
        const copy = inner(entry.value);
        if (!copy) return undefined;
        made.entries.set(hash, { key: entry.key, value: copy });
      }
      return made;
    }
    case 'tuple': {
      const items = value.items.map(inner);
      return items.includes(undefined) ? undefined : tuple(items as Value[]);
    }
    case 'set':
      return { kind: 'set', entries: new Map(value.entries) };
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
