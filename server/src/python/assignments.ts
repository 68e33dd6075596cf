import type { Release } from '../syntax/release';
import type { Edit } from '../syntax/span';
import { splitString } from './literals';
import { isPlainValue } from './plain';
import { hoistedComments, lineBreak } from './regions';
import { type RenderStyle, renderXlValue } from './render';
import { child, nodesOf, type PyNode, parts } from './tree';
import type { Value } from './values';

/** The edits for a construct, or why there are none. */
export type Planned = { readonly edits: readonly Edit[]; readonly shown: string } | { readonly reason: string };

/** What an edit needs to know of its surroundings. */
export interface Place {
  readonly text: string;
  readonly release: Release;
  /** Blanks in front of each line that is written. */
  readonly indent: string;
  /** The quotes for values whose own source has none. */
  readonly quote: "'" | '"';
}

/** The edits that turn the right-hand side of `name = expression` into its value, and nothing else. */
export function evaluateInPlace(place: Place, assignment: PyNode, value: Value): Planned {
  const left = child(assignment, 'left')!;
  const right = child(assignment, 'right')!;
  const sign = { start: left.end, end: right.start };
  const isPlain = /^[ \t]*=[ \t]*$/.test(place.text.slice(sign.start, sign.end));
  const name = place.text.slice(left.start, left.end);
  return evaluateAt(place, assignment, right, { name, value }, isPlain ? [] : [{ span: sign, newText: ' = ' }]);
}

/** A value, and the setting that it is written for. */
interface Written {
  readonly name: string;
  readonly value: Value;
}

/** The edits that put the value of an expression in its place, inside a statement, beside other edits of that statement. */
export function evaluateAt(
  place: Place,
  statement: PyNode,
  expression: PyNode,
  { name, value }: Written,
  others: readonly Edit[],
): Planned {
  const changed = valueEdits(place, expression, value, styleFor(place, statement, name));
  if ('reason' in changed) return changed;
  const edits = [...others, ...changed.edits];
  const { start } = statement;
  if (changed.comments) edits.push({ span: { start, end: start }, newText: changed.comments });
  const shown = renderXlValue(value, place.release);
  return { edits, shown: 'text' in shown ? shown.text : '' };
}

/** How a setting's value is laid out where nothing of its source stays: disks line by line, as their specs are long. */
function styleFor({ text, indent, quote }: Place, node: PyNode, name: string): RenderStyle {
  return { quote: quoteOf(text, node) ?? quote, indent, ...(name === 'disk' && { width: 40 }) };
}

type Changed = { readonly edits: readonly Edit[]; readonly comments: string } | { readonly reason: string };

function valueEdits(place: Place, node: PyNode, value: Value, style: RenderStyle): Changed {
  if (isPlainValue(place.text, node)) return { edits: [], comments: '' };
  const items = parts(node);
  if (node.type === 'list' && value.kind === 'list' && items.length === value.items.length) {
    const inside = renderXlValue(value, place.release);
    if ('reason' in inside) return inside;
    return listEdits(place, node, items, value.items, style);
  }
  const quote = quoteOf(place.text, node);
  const rendered = renderXlValue(value, place.release, { ...style, ...(quote && { quote }) });
  if ('reason' in rendered) return rendered;
  return {
    edits: [{ span: { start: node.start, end: node.end }, newText: rendered.text }],
    comments: hoistedComments(place.text, node, node, place.indent),
  };
}

function listEdits(
  place: Place,
  node: PyNode,
  items: readonly PyNode[],
  values: readonly Value[],
  style: RenderStyle,
): Changed {
  const edits: Edit[] = [];
  let comments = '';
  for (const [i, item] of items.entries()) {
    const changed = valueEdits(place, item, values[i]!, style);
    if ('reason' in changed) return changed;
    for (const edit of changed.edits) edits.push(edit);
    comments += changed.comments;
  }
  let end = node.start;
  for (const part of node.children) {
    const to = part.type === 'line_continuation' ? part.end : part.start;
    // In a list xl goes to the next line by itself.
    const gap = /[ \t]*\\/.exec(place.text.slice(end, to));
    if (gap) edits.push({ span: { start: end + gap.index, end: end + gap.index + gap[0].length }, newText: '' });
    end = part.end;
  }
  return { edits, comments };
}

/** The quotes of the first string literal in a piece of the program. */
function quoteOf(text: string, node: PyNode): "'" | '"' | undefined {
  for (const part of nodesOf(node)) {
    const quote = part.type === 'string' ? splitString(text, part)?.quote[0] : undefined;
    if (quote === '"' || quote === "'") return quote;
  }
  return undefined;
}

/** The quotes that a file's settings mostly have. */
export function usualQuote(text: string): "'" | '"' {
  const double = text.match(/=[ \t]*\[?[ \t]*"/g)?.length ?? 0;
  const single = text.match(/=[ \t]*\[?[ \t]*'/g)?.length ?? 0;
  return double > single ? '"' : "'";
}

/** The edits that put `name = value` lines in the place of a whole statement; `op` is another sign than `=`. */
export function writeSettings(
  place: Place,
  node: PyNode,
  settings: readonly (Written & { readonly op?: string })[],
): Planned {
  const lines: string[] = [];
  for (const { name, op = '=', value } of settings) {
    const rendered = renderXlValue(value, place.release, styleFor(place, node, name));
    if ('reason' in rendered) return rendered;
    lines.push(`${name} ${op} ${rendered.text}`);
  }
  const comments = hoistedComments(place.text, node, node, place.indent);
  const newText = comments + lines.join(lineBreak(place.text) + place.indent);
  return { edits: [{ span: { start: node.start, end: node.end }, newText }], shown: lines.join('; ') };
}

/** True when writing a value in xl's grammar gives Python another value: a quoted number, say. */
export function changesType(value: Value): boolean {
  if (value.kind === 'int') return value.value < 0n;
  if (value.kind === 'list') return value.items.some((item) => item.kind === 'bool' || changesType(item));
  return value.kind !== 'str';
}
