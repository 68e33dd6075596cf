import type { Span } from '../syntax/span';
import { isException } from './exception-classes';
import { inOrder } from './hash-order';
import { drain } from './iterators';
import {
  type InstanceValue,
  isText,
  PyError,
  typeName,
  type UnknownValue,
  unknown,
  unknownIn,
  type Value,
} from './values';

/**
 * The items that a loop over a value sees. Unknown when the value is, or when Python 2 goes through it in an order
 * that depends on more than what is written (a dictionary by floats or instances). Throws PyError for what cannot be iterated over.
 */
export function itemsOf(value: Value, at: Span): readonly Value[] | UnknownValue {
  if (value.kind === 'unknown') return value;
  if (value.kind === 'list' && value.lost) return value.lost;
  if (value.kind === 'list' || value.kind === 'tuple' || value.kind === 'xrange') return value.items;
  if (value.kind === 'iterator') return drain(undefined, value);
  if (value.kind === 'instance') return itemsOfInstance(value, at);
  if (isText(value)) {
    const from = { start: at.start, end: at.end };
    return [...value.value].map((c) => ({ kind: value.kind, value: c, from }));
  }
  if (value.kind === 'dict') {
    if (value.lost) return value.lost;
    const entries = inOrder(value.entries);
    return entries?.map((entry) => entry.key) ?? unknown('Python 2 keeps such a dictionary in no certain order', at);
  }
  if (value.kind === 'set' || value.kind === 'frozenset') {
    if (value.lost) return value.lost;
    return inOrder(value.entries) ?? unknown('Python 2 keeps such a set in no certain order', at);
  }
  throw new PyError('TypeError', `'${typeName(value)}' object is not iterable`);
}

/** The same; unknown too when one of the items is. */
export function knownItemsOf(value: Value, at: Span): readonly Value[] | UnknownValue {
  const items = itemsOf(value, at);
  if ('kind' in items) return items;
  for (const item of items) {
    const hidden = unknownIn(item);
    if (hidden) return hidden;
  }
  return items;
}

function itemsOfInstance(value: InstanceValue, at: Span): readonly Value[] | UnknownValue {
  if (value.lost) return value.lost;
  const inner = value.send('__iter__', []);
  if (inner?.kind === 'unknown') return inner;
  if (inner?.kind === 'iterator') return drain(undefined, inner);
  if (
    inner ||
    isException(value.class) ||
    value.class.line.some(({ attributes }) => attributes.has('__getitem__') || attributes.has('__getattr__'))
  )
    return unknown('Xencfg does not go through instances of this class', at);
  throw value.class.isOld
    ? new PyError('TypeError', 'iteration over non-sequence')
    : new PyError('TypeError', `'${typeName(value)}' object is not iterable`);
}
