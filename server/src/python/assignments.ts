import type { Release } from '../syntax/release';
import type { Edit } from '../syntax/span';
import { splitString } from './literals';
import { isPlainValue } from './plain';
import { hoistedComments } from './regions';
import { type RenderStyle, renderXlValue } from './render';
import { child, nodesOf, type PyNode, parts } from './tree';
import { list, type Value } from './values';

/** The edits for a construct, or why there are none. */
export type Planned = { readonly edits: readonly Edit[]; readonly shown: string } | { readonly reason: string };

/** What an edit needs to know of its surroundings. */
export interface Place {
  readonly text: string;
  readonly release: Release;
  /** Blanks in front of each line that is written. */
  readonly indent: string;
}

/** The edits that turn the right-hand side of `name = expression` into its value, and nothing else. */
export function evaluateInPlace(place: Place, assignment: PyNode, value: Value): Planned {
  const left = child(assignment, 'left')!;
  const right = child(assignment, 'right')!;
  const edits: Edit[] = [];
  if (!/^[ \t]*=[ \t]*$/.test(place.text.slice(left.end, right.start)))
    edits.push({ span: { start: left.end, end: right.start }, newText: ' = ' });
  const changed = valueEdits(place, right, value);
  if ('reason' in changed) return changed;
  edits.push(...changed.edits);
  const kept = changed.comments;
  if (kept) edits.push({ span: { start: assignment.start, end: assignment.start }, newText: kept });
  const shown = renderXlValue(value, place.release);
  return { edits, shown: 'text' in shown ? shown.text : '' };
}

/**
 * The edits that evaluate the items of a list literal in `name += [...]`, where `value` is the whole list after it;
 * undefined when the right-hand side is no such literal.
 */
export function appendInPlace(place: Place, node: PyNode, value: Value): Planned | undefined {
  const left = child(node, 'left')!;
  const right = child(node, 'right')!;
  if (left.type !== 'identifier' || right.type !== 'list' || value.kind !== 'list') return undefined;
  if (!/^[ \t]*\+=[ \t]*$/.test(place.text.slice(left.end, right.start))) return undefined;
  const items = parts(right);
  if (items.length > value.items.length) return undefined;
  const added = list(value.items.slice(value.items.length - items.length));
  const changed = valueEdits(place, right, added);
  const shown = renderXlValue(added, place.release);
  if ('reason' in changed || changed.comments || !('text' in shown)) return undefined;
  return { edits: changed.edits, shown: shown.text };
}

type Changed = { readonly edits: readonly Edit[]; readonly comments: string } | { readonly reason: string };

function valueEdits(place: Place, node: PyNode, value: Value): Changed {
  if (isPlainValue(place.text, node)) return { edits: [], comments: '' };
  const items = parts(node);
  if (node.type === 'list' && value.kind === 'list' && items.length === value.items.length) {
    const inside = renderXlValue(value, place.release);
    if ('reason' in inside) return inside;
    return listEdits(place, node, items, value.items);
  }
  const style: RenderStyle = { quote: quoteOf(place.text, node), indent: place.indent };
  const rendered = renderXlValue(value, place.release, style);
  if ('reason' in rendered) return rendered;
  return {
    edits: [{ span: { start: node.start, end: node.end }, newText: rendered.text }],
    comments: hoistedComments(place.text, node, node, place.indent),
  };
}

function listEdits(place: Place, node: PyNode, items: readonly PyNode[], values: readonly Value[]): Changed {
  const edits: Edit[] = [];
  let comments = '';
  for (const [i, item] of items.entries()) {
    const changed = valueEdits(place, item, values[i]!);
    if ('reason' in changed) return changed;
    edits.push(...changed.edits);
    comments += changed.comments;
  }
  let end = node.start;
  for (const part of node.children) {
    const from = part.type === 'line_continuation' ? part.start : end;
    const to = part.type === 'line_continuation' ? part.end : part.start;
    const gap = place.text.slice(from, to).indexOf('\\');
    // In a list xl goes to the next line by itself.
    if (gap >= 0) edits.push({ span: { start: from + gap, end: from + gap + 1 }, newText: '' });
    end = part.end;
  }
  return { edits, comments };
}

/** The quotes of the first string literal in a piece of the program. */
export function quoteOf(text: string, node: PyNode): "'" | '"' {
  for (const part of nodesOf(node)) {
    const quote = part.type === 'string' ? splitString(text, part)?.quote[0] : undefined;
    if (quote === '"' || quote === "'") return quote;
  }
  return "'";
}

/** The edits that put `name = value` lines in the place of a whole statement. */
export function writeSettings(
  place: Place,
  node: PyNode,
  settings: readonly { readonly name: string; readonly value: Value }[],
  separator: string,
): Planned {
  const style: RenderStyle = { quote: quoteOf(place.text, node), indent: place.indent };
  const lines: string[] = [];
  for (const { name, value } of settings) {
    const rendered = renderXlValue(value, place.release, style);
    if ('reason' in rendered) return rendered;
    lines.push(`${name} = ${rendered.text}`);
  }
  const comments = hoistedComments(place.text, node, node, place.indent);
  const newText = comments + lines.join(separator);
  return { edits: [{ span: { start: node.start, end: node.end }, newText }], shown: lines.join('; ') };
}

/** True when writing a value in xl's grammar gives Python another value: a quoted number, say. */
export function changesType(value: Value): boolean {
  if (value.kind === 'int') return value.value < 0n;
  if (value.kind === 'list') return value.items.some((item) => item.kind === 'bool' || changesType(item));
  return value.kind !== 'str';
}
