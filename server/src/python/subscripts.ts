import { evaluateExpression } from './expressions';
import type { Machine } from './machine';
import { hashKey, repr, textOf } from './text';
import { type PyNode, parts } from './tree';
import {
  asInteger,
  isText,
  list,
  PyError,
  str,
  TYPE_NAMES,
  tuple,
  typeName,
  type UnknownValue,
  unknown,
  unknownIn,
  type Value,
} from './values';

/** Where a subscript points: one place, or a range of places of a sequence. */
export type Place =
  | { readonly kind: 'index'; readonly index: Value }
  | { readonly kind: 'slice'; readonly bounds: Value[] };

/** Reads what stands in the brackets of a subscript; unknown when it decides nothing. */
export function placeOf(machine: Machine, node: PyNode): Place | UnknownValue {
  const inside = node.children.filter((part) => part.role === 'subscript');
  const first = inside[0];
  if (!first || inside.length > 1) return unknown('Xencfg does not evaluate several subscripts at once', node);
  if (first.type !== 'slice') {
    const index = evaluateExpression(machine, first);
    return unknownIn(index) ?? { kind: 'index', index };
  }
  const bounds: Value[] = [{ kind: 'none' }, { kind: 'none' }, { kind: 'none' }];
  let at = 0;
  for (const part of first.children) {
    if (part.type === ':') at++;
    else if (part.named && part.type !== 'comment' && part.type !== 'line_continuation')
      bounds[at] = evaluateExpression(machine, part);
  }
  for (const bound of bounds) {
    const hidden = unknownIn(bound);
    if (hidden) return hidden;
  }
  return { kind: 'slice', bounds };
}

/** The value of `a[i]` and `a[i:j:k]`. */
export function subscript(machine: Machine, node: PyNode): Value {
  const value = evaluateExpression(machine, parts(node)[0]!);
  const place = placeOf(machine, node);
  if (value.kind === 'unknown') return value;
  if (place.kind === 'unknown') return place;
  if ('lost' in value && value.lost) return value.lost;
  if (value.kind === 'dict') return ofDictionary(value, place);
  if (value.kind === 'instance' && place.kind === 'index') {
    const found = value.send('__getitem__', [place.index]);
    if (found) return found;
    if (value.class.isOld && !value.send('__getattr__', [str('__getitem__')]))
      throw new PyError('AttributeError', `${value.class.name} instance has no attribute '__getitem__'`);
  }
  if (!isText(value) && value.kind !== 'list' && value.kind !== 'tuple') {
    if (value.kind === 'callable' && !value.self && !value.code && TYPE_NAMES.has(value.name))
      throw new PyError('TypeError', `'type' object has no attribute '__getitem__'`);
    if (['module', 'callable', 'xrange', 'instance', 'class'].includes(value.kind))
      return unknown('Xencfg does not evaluate this subscript', node);
    if (/^(frozen)?set$/.test(value.kind) && place.kind === 'index' && isIndex(place.index))
      throw new PyError('TypeError', `'${typeName(value)}' object does not support indexing`);
    throw new PyError('TypeError', `'${typeName(value)}' object has no attribute '__getitem__'`);
  }
  const length = isText(value) ? value.value.length : value.items.length;
  const at = place.kind === 'index' ? [indexIn(place.index, length, value)] : indexesOf(place.bounds, length);
  if (isText(value)) return textOf(value.kind, at.map((i) => value.value[i]).join(''));
  const found = at.map((i) => value.items[i]!);
  if (place.kind === 'index') return found[0]!;
  return value.kind === 'list' ? list(found) : tuple(found);
}

function ofDictionary(value: Value & { kind: 'dict' }, place: Place): Value {
  if (place.kind === 'slice') throw new PyError('TypeError', 'unhashable type');
  const entry = value.entries.get(hashKey(place.index));
  if (!entry) throw new PyError('KeyError', repr(place.index) ?? '', [place.index]);
  return entry.value;
}

const NAMES: Partial<Record<Value['kind'], string>> = { str: 'string', unicode: 'string' };

/** The offset that an index means, counted from the end when negative. */
export function indexIn(index: Value, length: number, value: Value, doing = ''): number {
  const name = NAMES[value.kind] ?? value.kind;
  const number = asInteger(index);
  if (number === undefined) {
    const found = value.kind === 'unicode' ? '' : `, not ${typeName(index)}`;
    throw new PyError('TypeError', `${name} indices must be integers${found}`);
  }
  isIndex(index);
  const at = number < 0n ? number + BigInt(length) : number;
  if (at < 0n || at >= BigInt(length)) throw new PyError('IndexError', `${name} ${doing}index out of range`);
  return Number(at);
}

/** True for a whole number, which a sequence takes as an index. Throws PyError for one that no sequence has room for. */
export function isIndex(index: Value): boolean {
  const number = asInteger(index);
  if (number === undefined) return false;
  if (number >= 2n ** 63n || number < -(2n ** 63n))
    throw new PyError('IndexError', `cannot fit '${typeName(index)}' into an index-sized integer`);
  return true;
}

/** The offsets that a slice selects, in its order. */
export function indexesOf(bounds: readonly Value[], length: number): number[] {
  const [from, to, by] = bounds.map((bound) => (bound.kind === 'none' ? undefined : boundOf(bound)));
  const step = by ?? 1;
  if (step === 0) throw new PyError('ValueError', 'slice step cannot be zero');
  const clamp = (value: number) =>
    step > 0 ? Math.max(0, Math.min(value, length)) : Math.max(-1, Math.min(value, length - 1));
  const resolve = (value: number | undefined, missing: number) =>
    value === undefined ? missing : clamp(value < 0 ? value + length : value);
  const start = resolve(from, step > 0 ? 0 : length - 1);
  const end = resolve(to, step > 0 ? length : -1);
  const found: number[] = [];
  for (let i = start; step > 0 ? i < end : i > end; i += step) found.push(i);
  return found;
}

function boundOf(bound: Value): number {
  const number = asInteger(bound);
  if (number === undefined)
    throw new PyError('TypeError', 'slice indices must be integers or None or have an __index__ method');
  const limit = 2n ** 40n;
  return Number(number > limit ? limit : number < -limit ? -limit : number);
}
