import { setAttribute } from './classes';
import { evaluateExpression } from './expressions';
import { itemsOf } from './iteration';
import { lose, type Machine } from './machine';
import { namesIn } from './names';
import { poison } from './poison';
import { peekName } from './scopes';
import { indexesOf, indexIn, isIndex, placeOf } from './subscripts';
import { hashKey, repr } from './text';
import { type PyNode, parts } from './tree';
import { asInteger, PyError, typeName, type UnknownValue, unknown, type Value } from './values';

/** Assigns a value to the target of an assignment, loop or comprehension: a name, a tuple of targets, `a[i]`. */
export function bindTarget(machine: Machine, target: PyNode, value: Value): void {
  switch (target.type) {
    case 'identifier': {
      const name = machine.text.slice(target.start, target.end);
      if (name === 'None') throw new PyError('SyntaxError', 'cannot assign to None');
      machine.bind(name, value, target);
      return;
    }
    case 'pattern_list':
    case 'tuple_pattern':
    case 'list_pattern':
    case 'expression_list':
    case 'tuple':
      unpack(machine, target, value);
      return;
    case 'parenthesized_expression':
      bindTarget(machine, parts(target)[0]!, value);
      return;
    case 'subscript':
      setItem(machine, target, value);
      return;
    case 'attribute':
      setMember(machine, target, value);
      return;
    default:
      throw new PyError('SyntaxError', "can't assign to this");
  }
}

/** `a.b = value`. */
function setMember(machine: Machine, target: PyNode, value: Value): void {
  const [object, label] = parts(target);
  const owner = evaluateExpression(machine, object!);
  const name = machine.text.slice(label!.start, label!.end);
  const hidden = owner.kind === 'unknown' ? owner : setAttribute(machine, owner, name, value, target);
  if (!hidden) return;
  lose(machine, owner, hidden.reason, hidden.cause);
  machine.unsettled ??= hidden;
}

function unpack(machine: Machine, target: PyNode, value: Value): void {
  const targets = parts(target);
  const items = itemsOf(value, target);
  if ('kind' in items) {
    machine.doubt ??= items;
    for (const one of targets) bindTarget(machine, one, items);
    return;
  }
  if (items.length > targets.length) throw new PyError('ValueError', 'too many values to unpack');
  if (items.length < targets.length) {
    const s = items.length === 1 ? '' : 's';
    throw new PyError('ValueError', `need more than ${items.length} value${s} to unpack`);
  }
  for (const [i, one] of targets.entries()) bindTarget(machine, one, items[i]!);
}

/** Values whose types are sequences to C: a number as an index is read before anything else is asked of them. */
const SEQUENCES = /^(tuple|str|unicode|set|frozenset|xrange)$/;

function setItem(machine: Machine, target: PyNode, value: Value): void {
  const container = evaluateExpression(machine, parts(target)[0]!);
  const place = placeOf(machine, target);
  if (container.kind === 'unknown') {
    // what stands there may be the variables themselves
    if (namesIn(machine.text, target).anyWrite) poison(machine, target, container.reason, container.cause);
    machine.unsettled ??= container;
    return;
  }
  if (place.kind === 'unknown') {
    lose(machine, container, place.reason, place.cause);
    return;
  }
  if (container.kind === 'instance' || container.kind === 'class' || container.kind === 'module') {
    machine.unsettled ??= unknown('Xencfg does not evaluate this assignment', target);
    lose(machine, container, 'Xencfg does not evaluate this assignment', target);
    return;
  }
  if (place.kind === 'index' && SEQUENCES.test(container.kind)) isIndex(place.index);
  if (container.kind !== 'list' && container.kind !== 'dict')
    throw new PyError('TypeError', `'${typeName(container)}' object does not support item assignment`);
  machine.changed.add(container);
  if (container.lost) return;
  if (container.kind === 'dict') {
    if (place.kind === 'slice') throw new PyError('TypeError', 'unhashable type');
    const key = hashKey(place.index);
    container.entries.set(key, { key: container.entries.get(key)?.key ?? place.index, value });
  } else if (place.kind === 'index') {
    container.items[indexIn(place.index, container.items.length, container, 'assignment ')] = value;
  } else {
    const step = place.bounds[2]!;
    const isExtended = step.kind !== 'none' && asInteger(step) !== 1n;
    const at = indexesOf(place.bounds, container.items.length);
    const items = assignedItems(value, target, isExtended);
    if ('kind' in items) {
      // it may be too long, or no sequence
      machine.doubt ??= items;
      lose(machine, container, items.reason, items.cause);
      return;
    }
    if (isExtended) {
      if (items.length !== at.length) {
        const message = `attempt to assign sequence of size ${items.length} to extended slice of size ${at.length}`;
        throw new PyError('ValueError', message);
      }
      for (const [i, item] of [...items].entries()) container.items[at[i]!] = item;
      return;
    }
    const start = at[0] ?? sliceStart(place.bounds[0]!, container.items.length);
    container.items.splice(start, at.length, ...items);
  }
}

/** The items that are put in the place of a slice. */
function assignedItems(value: Value, target: PyNode, isExtended: boolean): readonly Value[] | UnknownValue {
  try {
    return itemsOf(value, target);
  } catch (error) {
    if (!(error instanceof PyError) || !/ is not iterable$/.test(error.message)) throw error;
    const wanted = isExtended ? 'must assign iterable to extended slice' : 'can only assign an iterable';
    throw new PyError('TypeError', wanted);
  }
}

function sliceStart(bound: Value, length: number): number {
  const all = indexesOf([bound, { kind: 'none' }, { kind: 'none' }], length);
  return all[0] ?? length;
}

/** Runs `del target`. */
export function deleteTarget(machine: Machine, target: PyNode): void {
  if (target.type === 'expression_list' || target.type === 'tuple' || target.type === 'parenthesized_expression') {
    for (const part of parts(target)) deleteTarget(machine, part);
    return;
  }
  if (target.type === 'identifier') {
    const name = machine.text.slice(target.start, target.end);
    const old = peekName(machine, name);
    // it may not be there at all
    if (old?.kind === 'unknown') machine.doubt ??= old;
    machine.unbind(name, target);
    return;
  }
  if (target.type !== 'subscript' && target.type !== 'attribute') throw new PyError('SyntaxError', "can't delete this");
  const container = evaluateExpression(machine, parts(target)[0]!);
  if (target.type !== 'subscript' || container.kind === 'unknown') {
    machine.unsettled ??=
      container.kind === 'unknown' ? container : unknown('Xencfg does not follow attributes', target);
    return;
  }
  const place = placeOf(machine, target);
  if (place.kind === 'unknown') {
    lose(machine, container, place.reason, place.cause);
    return;
  }
  machine.changed.add(container);
  if (container.kind === 'dict' && place.kind === 'index') {
    if (container.lost) return;
    if (!container.entries.delete(hashKey(place.index)))
      throw new PyError('KeyError', repr(place.index) ?? '', [place.index]);
  } else if (container.kind === 'list') {
    if (container.lost) return;
    const length = container.items.length;
    const at =
      place.kind === 'index'
        ? [indexIn(place.index, length, container, 'assignment ')]
        : indexesOf(place.bounds, length);
    const gone = new Set(at);
    container.items = container.items.filter((_, i) => !gone.has(i));
  } else {
    const isPlace = place.kind === 'index' && SEQUENCES.test(container.kind) && isIndex(place.index);
    const how = isPlace ? "doesn't" : 'does not';
    if (container.kind === 'dict') throw new PyError('TypeError', 'unhashable type');
    throw new PyError('TypeError', `'${typeName(container)}' object ${how} support item deletion`);
  }
}
