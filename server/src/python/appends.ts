import { evaluateAt, type Place, type Planned, writeSettings } from './assignments';
import { equals } from './compare';
import type { Setting } from './machine';
import { collectTargets } from './names';
import type { Outcome } from './outcomes';
import { child, nodesOf, type PyNode, parts } from './tree';
import { list, str, type Value } from './values';

/** Where something is added to a setting that the file made before. */
export interface AppendPlace extends Place {
  /** The value that a name has in front of an offset. */
  valueBefore(name: string, offset: number): Value | undefined;
  /** True when the file sets the name in front of `offset`. */
  isSetBefore(name: string, offset: number): boolean;
  /** True when the name has no setting at the end of the program, so that none may stay. */
  isGone(name: string): boolean;
  /** True when no other name can stand for the list that this one stands for. */
  isAlone(name: string): boolean;
}

/** From 4.13 on xl reads `name += value` of texts and lists as Python does, when the file itself set the name before. */
export function canAppend(place: AppendPlace, name: string, { node }: Outcome): boolean {
  return place.release >= 413 && place.isSetBefore(name, node.start) && !place.isGone(name);
}

/**
 * The edits for a statement that adds to settings of the file: `disk.append(spec)` becomes `disk += [ spec ]` where it
 * stands. Undefined where a setting got a value that does not begin with the one before, or began with an empty one.
 */
export function planAppends(place: AppendPlace, outcome: Outcome, kept: readonly Setting[]): Planned | undefined {
  const added = kept.map((setting) => addedBy(place, outcome, setting));
  if (added.every((value) => value === undefined)) return undefined;
  const one = kept.length === 1 ? inPlace(place, outcome.node, kept[0]!, added[0]!) : undefined;
  if (one) return one;
  const lines = kept.map(({ name, value }, i) => (added[i] ? { name, op: '+=', value: added[i] } : { name, value }));
  return writeSettings(place, outcome.node, lines);
}

/** What the statement added to the value that the name had before it. */
function addedBy(place: AppendPlace, outcome: Outcome, { name, value }: Setting): Value | undefined {
  const { node, looked, changed } = outcome;
  if (!canAppend(place, name, outcome) || !looked.has(name)) return undefined;
  const before = place.valueBefore(name, node.start);
  if (value.kind === 'str' && before?.kind === 'str')
    return before.value !== '' && value.value !== before.value && value.value.startsWith(before.value)
      ? str(value.value.slice(before.value.length))
      : undefined;
  if (value.kind !== 'list' || before?.kind !== 'list') return undefined;
  const { length } = before.items;
  if (length === 0 || value.items.length <= length) return undefined;
  const isSame = (item: Value, other: Value) => item === other || (item.kind === other.kind && equals(item, other));
  if (!before.items.every((item, i) => isSame(item, value.items[i]!))) return undefined;
  // In Python += changes the list itself, as its methods do; to assign the name anew leaves it to other names as it was.
  const isShared = outcome.settings.some(
    (other) => other.name !== name && changed.includes(other.name) && isSame(other.value, value),
  );
  const isChanged = changed.includes(name) && !isShared && !rebinds(place.text, node, name);
  return isChanged || place.isAlone(name) ? list(value.items.slice(length)) : undefined;
}

/** True for a statement that may give the name another list. */
function rebinds(text: string, node: PyNode, name: string): boolean {
  for (const part of nodesOf(node)) {
    if (part.type === 'identifier' && /^(locals|vars|globals|exec|execfile)$/.test(textOf(text, part))) return true;
    if (part.type !== 'assignment' && !/^(for_statement|for_in_clause)$/.test(part.type)) continue;
    const names = new Set<string>();
    collectTargets(text, child(part, 'left')!, names);
    if (names.has(name)) return true;
  }
  return false;
}

/** The edits for one of the forms whose parts stay where they are; undefined for others. */
function inPlace(place: AppendPlace, node: PyNode, { name }: Setting, added: Value): Planned | undefined {
  const inner = parts(node)[0];
  const isName = (part: PyNode | undefined) =>
    part?.type === 'identifier' && place.text.slice(part.start, part.end) === name;
  if (node.type !== 'expression_statement' || !inner || parts(node).length !== 1) return undefined;
  if (inner.type === 'augmented_assignment' || inner.type === 'assignment') {
    const left = child(inner, 'left')!;
    let right = child(inner, 'right')!;
    if (!isName(left)) return undefined;
    if (inner.type === 'assignment') {
      const sum = right.type === 'binary_operator' && textOf(place.text, child(right, 'operator')) === '+';
      if (!sum || !isName(child(right, 'left'))) return undefined;
      right = child(right, 'right')!;
    } else if (textOf(place.text, child(inner, 'operator')) !== '+=') return undefined;
    const sign = { start: left.end, end: right.start };
    const isPlain = /^[ \t]*\+=[ \t]*$/.test(place.text.slice(sign.start, sign.end));
    return evaluateAt(place, inner, right, { name, value: added }, isPlain ? [] : [{ span: sign, newText: ' += ' }]);
  }
  const method = inner.type === 'call' ? child(inner, 'function') : undefined;
  const given = inner.type === 'call' ? child(inner, 'arguments') : undefined;
  if (method?.type !== 'attribute' || !isName(child(method, 'object')) || added.kind !== 'list') return undefined;
  const word = textOf(place.text, child(method, 'attribute'));
  const [argument, ...more] = given ? parts(given) : [];
  if (!argument || more.length > 0 || argument.type === 'keyword_argument' || /splat/.test(argument.type))
    return undefined;
  if (given!.children.some(({ type }) => type === 'comment')) return undefined;
  const isOne = word === 'append';
  if (!isOne && word !== 'extend') return undefined;
  const blank = /=[ \t]*\[[ \t]/.test(place.text) ? ' ' : '';
  const from = child(method, 'object')!.end;
  const around = [
    { span: { start: from, end: argument.start }, newText: isOne ? ` += [${blank}` : ' += ' },
    { span: { start: argument.end, end: inner.end }, newText: isOne ? `${blank}]` : '' },
  ];
  return evaluateAt(place, inner, argument, { name, value: isOne ? added.items[0]! : added }, around);
}

function textOf(text: string, node: PyNode | undefined): string {
  return node ? text.slice(node.start, node.end) : '';
}
