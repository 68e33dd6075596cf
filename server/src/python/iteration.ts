import type { Span } from '../syntax/span';
import { isText, PyError, typeName, type UnknownValue, unknown, type Value } from './values';

/**
 * The items that a loop over a value sees. Unknown when the value is, or when Python 2 goes through it in an order
 * that depends on hashing (a dictionary with more than one key). Throws PyError for what cannot be iterated over.
 */
export function itemsOf(value: Value, at: Span): readonly Value[] | UnknownValue {
  if (value.kind === 'unknown') return value;
  if (value.kind === 'list' && value.lost) return value.lost;
  if (value.kind === 'list' || value.kind === 'tuple') return value.items;
  if (isText(value)) {
    const from = { start: at.start, end: at.end };
    return [...value.value].map((c) => ({ kind: value.kind, value: c, from }));
  }
  if (value.kind === 'dict') {
    if (value.lost) return value.lost;
    if (value.entries.size > 1) return unknown('Python 2 keeps a dictionary in no certain order', at);
    return [...value.entries.values()].map((entry) => entry.key);
  }
  throw new PyError('TypeError', `'${typeName(value)}' object is not iterable`);
}
