import type { Edit, Span } from '../syntax/span';
import { indentOf } from './syntax';
import { nodesOf, type PyNode } from './tree';

/** Offset of the line's first character. */
export function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return start;
}

/** Offset of the line's end, before its line break. */
export function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  return end;
}

/** Offset behind the line break of the line that holds `at`. */
export function nextLine(text: string, at: number): number {
  const end = lineEnd(text, at);
  return end + (text.startsWith('\r\n', end) ? 2 : end < text.length ? 1 : 0);
}

/** The line break that the text uses. */
export function lineBreak(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** True for a line that starts there, ends in a line break and holds nothing else but blanks. */
export function isBlankLine(text: string, start: number): boolean {
  const end = lineEnd(text, start);
  return end < text.length && /^[ \t]*$/.test(text.slice(start, end));
}

/**
 * The edits that take a statement away: its lines with the comment behind it when it stands alone, otherwise itself
 * with one `;`. One blank line goes too where two would meet. With `kept`, the comment behind it stays, on its own line
 * at that indentation, below those `inside` of it that stay.
 */
export function removal(
  text: string,
  span: Span,
  kept?: { readonly indent: string; readonly inside: readonly string[] },
): Edit[] {
  const before = indentOf(text, span.start);
  const after = /^[ \t\f]*(;?)[ \t\f]*/.exec(text.slice(span.end, span.end + 200))!;
  const rest = span.end + after[0].length;
  const alone = rest >= text.length || /[\r\n#]/.test(text[rest]!);
  const comment = kept && text[rest] === '#' ? text.slice(rest, lineEnd(text, rest)).trimEnd() : '';
  const lines = kept ? [...kept.inside, ...(comment ? [comment] : [])] : [];
  if (before !== undefined && alone && lines.length > 0) {
    const newText = lines.map((line) => kept!.indent + line).join(lineBreak(text));
    return [{ span: { start: lineStart(text, span.start), end: lineEnd(text, rest) }, newText }];
  }
  if (before !== undefined && alone) return [{ span: wholeLines(text, span), newText: '' }];
  if (after[1]) return [{ span: { start: span.start, end: rest }, newText: '' }];
  // The last of several: what stays in front keeps its `;`, which both Python and xl allow at the end of a line.
  return [{ span, newText: '' }];
}

/** The edits that make comment lines of a statement, behind one that says why; what shares its line stays below them. */
export function commentedOut(text: string, span: Span, reason: string, indent: string): Edit[] {
  const end = lineBreak(text);
  const before = indentOf(text, span.start);
  const rest = /^[ \t\f]*;?[ \t\f]*/.exec(text.slice(span.end, span.end + 200))![0].length + span.end;
  const alone = before !== undefined && (rest >= text.length || /[\r\n#]/.test(text[rest]!));
  const until = alone ? lineEnd(text, rest) : span.end;
  const body = text
    .slice(span.start, until)
    .trimEnd()
    .split(/\r\n|\n|\r/);
  const comment = [`# ${reason}`, ...body.map((line) => `#${line}`)].join(end + indent);
  if (alone) return [{ span: { start: lineStart(text, span.start), end: until }, newText: indent + comment }];
  const start = lineStart(text, span.start);
  if (before !== undefined) return [{ span: { start, end: rest }, newText: `${indent}${comment}${end}${indent}` }];
  const isLast = rest >= text.length || /[\r\n#]/.test(text[rest]!);
  let from = span.start;
  while (isLast && /[ \t;]/.test(text[from - 1]!)) from--;
  const gone = { start: from, end: isLast ? span.end : rest };
  return [
    { span: { start, end: start }, newText: `${indent}${comment}${end}` },
    { span: gone, newText: '' },
  ];
}

function wholeLines(text: string, span: Span): Span {
  const start = lineStart(text, span.start);
  let end = nextLine(text, span.end);
  const blankBefore =
    start === 0 || /^[ \t]*$/.test(text.slice(lineStart(text, start - 1), start).replace(/[\r\n]+$/, ''));
  const following = text.slice(end, lineEnd(text, end));
  if (blankBefore && end < text.length && /^[ \t]*$/.test(following)) end = nextLine(text, end);
  return { start, end };
}

/** The comments inside a span, each as its own line above it, in one text that ends in a line break. */
export function hoistedComments(text: string, node: PyNode, span: Span, indent: string): string {
  return commentsIn(text, node, span)
    .map((line) => line + lineBreak(text) + indent)
    .join('');
}

/** The comments inside a span. */
export function commentsIn(text: string, node: PyNode, span: Span = node): string[] {
  const lines: string[] = [];
  for (const part of nodesOf(node))
    if (part.type === 'comment' && part.start >= span.start && part.end <= span.end)
      lines.push(text.slice(part.start, part.end).trimEnd());
  return lines;
}
