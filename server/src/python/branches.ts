import { applyEdits, contains, type Edit } from '../syntax/span';
import { lineBreak, lineEnd, lineStart, nextLine, removal } from './regions';
import { indentOf, indentWidth } from './syntax';
import { child, nodesOf, type PyNode, parts } from './tree';

/** The lines that belong to one clause of an `if`: its keyword with the comments above it, up to the next clause. */
interface Clause {
  readonly node: PyNode;
  readonly block: PyNode;
  /** Start of the first line, comments above the keyword included. */
  readonly start: number;
  readonly end: number;
}

/**
 * The edits that leave of an `if` statement the block that ran, at the indentation of the statement itself, with the
 * comments of its clause. `inner` are the edits of statements inside that block; they lie within it.
 */
export function unwrapIf(
  text: string,
  node: PyNode,
  taken: PyNode | undefined,
  inner: readonly Edit[],
  indent: string,
): Edit[] {
  const clauses = clausesOf(text, node);
  const clause = clauses.find((one) => one.block === taken);
  if (!clause) return removeWhole(text, node, clauses);
  const header = lineStart(text, clause.node.start);
  if (!indentOf(text, clause.block.start)) return unwrapOneLine(text, node, clauses, clause, inner, indent);
  const bodyStart = nextLine(text, headerEnd(text, clause));
  const head = text.slice(clause.start, header) + headerComment(text, clause, indent);
  if (!(head + leftOf(text, bodyStart, clause.end, inner)).trim()) return removeWhole(text, node, clauses);
  const edits: Edit[] = [];
  const first = lineStart(text, node.start);
  if (clause.start > first) edits.push({ span: { start: first, end: clause.start }, newText: '' });
  edits.push({ span: { start: header, end: bodyStart }, newText: headerComment(text, clause, indent) });
  for (const edit of [...inner, ...dedent(text, bodyStart, clause, inner, indent)]) edits.push(edit);
  const last = clauses.at(-1)!.end;
  if (clause.end < last) edits.push({ span: { start: clause.end, end: last }, newText: '' });
  return edits;
}

function unwrapOneLine(
  text: string,
  node: PyNode,
  clauses: readonly Clause[],
  clause: Clause,
  inner: readonly Edit[],
  indent: string,
): Edit[] {
  const last = clauses.at(-1)!.end;
  const goes = (one: PyNode) => inner.some((e) => e.newText === '' && contains(e.span, one));
  if (parts(clause.block).every(goes)) return removeWhole(text, node, clauses);
  const edits: Edit[] = [
    { span: { start: lineStart(text, node.start), end: clause.block.start }, newText: indent },
    ...inner,
  ];
  if (clause.end < last) edits.push({ span: { start: clause.end, end: last }, newText: '' });
  return edits;
}

/** What edits leave of a part of the text. */
function leftOf(text: string, start: number, end: number, edits: readonly Edit[]): string {
  const inside = edits.map(({ span, newText }) => {
    const from = Math.max(start, span.start) - start;
    return { span: { start: from, end: Math.max(from, Math.min(end, span.end) - start) }, newText };
  });
  return applyEdits(text.slice(start, end), inside);
}

/** The edits that take all of an `if` away, with the comments that are indented deeper behind it. */
function removeWhole(text: string, node: PyNode, clauses: readonly Clause[]): Edit[] {
  let end = Math.max(node.end, clauses.at(-1)!.end);
  while (/[\r\n]/.test(text[end - 1]!)) end--;
  return removal(text, { start: node.start, end });
}

function clausesOf(text: string, node: PyNode): Clause[] {
  const nodes = [node, ...node.children.filter((c) => c.role === 'alternative')];
  const blocks = nodes.map((one) => child(one, 'consequence') ?? child(one, 'body')!);
  const starts = nodes.map((one, i) =>
    i === 0 ? lineStart(text, node.start) : commentsAbove(text, one, blocks[i - 1]!),
  );
  const end = endOfLast(text, node);
  return nodes.map((one, i) => ({ node: one, block: blocks[i]!, start: starts[i]!, end: starts[i + 1] ?? end }));
}

/** Start of the comment lines right above a clause that are indented like it, not like the block before them. */
function commentsAbove(text: string, clause: PyNode, before: PyNode): number {
  const own = indentWidth(indentOf(text, clause.start) ?? '');
  let start = lineStart(text, clause.start);
  while (start > 0) {
    const above = lineStart(text, start - 1);
    if (above <= before.start || above < lineStart(text, before.end)) break;
    const line = text.slice(above, start);
    const blanks = /^[ \t\f]*/.exec(line)![0];
    if (line[blanks.length] !== '#' || indentWidth(blanks) > own) break;
    start = above;
  }
  return start;
}

/** The end of the last block: its last line, and the comments behind it that are indented deeper than the `if`. */
function endOfLast(text: string, node: PyNode): number {
  const own = indentWidth(indentOf(text, node.start) ?? '');
  let lastEnd = node.end;
  while (lastEnd > node.start && /[\s]/.test(text[lastEnd - 1]!)) lastEnd--;
  let end = nextLine(text, lastEnd);
  for (let at = end; at < text.length; ) {
    const next = nextLine(text, at);
    const line = text.slice(at, next);
    const blanks = /^[ \t\f]*/.exec(line)![0];
    if (line[blanks.length] === '#' && indentWidth(blanks) > own) end = next;
    else if (line.trim() !== '') break;
    at = next;
  }
  return end;
}

function headerEnd(text: string, clause: Clause): number {
  const colon = clause.node.children.findLast((c) => c.type === ':' && c.end <= clause.block.start);
  return lineEnd(text, colon?.end ?? clause.node.start);
}

function headerComment(text: string, clause: Clause, indent: string): string {
  const end = headerEnd(text, clause);
  const comment = clause.node.children.find((c) => c.type === 'comment' && c.start < end && c.end <= end);
  if (!comment || comment.start < clause.node.start) return '';
  return indent + text.slice(comment.start, comment.end).trimEnd() + lineBreak(text);
}

/** Takes the block's indentation from each of its lines that no inner edit begins before and no string holds. */
function dedent(text: string, from: number, clause: Clause, inner: readonly Edit[], indent: string): Edit[] {
  const width = indentWidth(indentOf(text, clause.block.start)!);
  const strings = [...nodesOf(clause.block)].filter(
    (n) => n.type === 'string' && /[\r\n]/.test(text.slice(n.start, n.end)),
  );
  const edits: Edit[] = [];
  for (let at = from; at < clause.end; at = nextLine(text, at)) {
    const covered = (span: { start: number; end: number }) => span.start <= at && at < span.end;
    if (strings.some((s) => s.start < at && at < s.end) || inner.some((edit) => covered(edit.span))) continue;
    const cut = blanksOf(text, at, width);
    if (text.slice(at, at + cut) !== indent)
      edits.push({ span: { start: at, end: at + cut }, newText: cut > 0 ? indent : '' });
    if (nextLine(text, at) === at) break;
  }
  return edits;
}

/** How many of the characters there are blanks that make up a width, a tab reaching to the next multiple of eight. */
function blanksOf(text: string, at: number, width: number): number {
  let count = 0;
  for (let reached = 0; reached < width; count++) {
    const c = text[at + count];
    if (c !== ' ' && c !== '\t' && c !== '\f') break;
    reached = c === '\t' ? (reached | 7) + 1 : c === '\f' ? 0 : reached + 1;
  }
  return count;
}
