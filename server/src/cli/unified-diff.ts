import { lineEdits } from '../migrate/line-diff';
import { LineIndex } from '../syntax/lines';

const CONTEXT = 3;

/** The difference of two texts as patch(1) reads it; empty when there is none. */
export function unifiedDiff(path: string, before: string, after: string): string {
  const edits = lineEdits(before, after);
  if (edits.length === 0) return '';
  const lines = before.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const index = new LineIndex(before.replace(/\r/g, ' '));
  const changes = edits.map(({ span, newText }) => ({
    from: index.position(span.start).character === 0 ? index.position(span.start).line : lines.length,
    to: span.end === before.length ? lines.length : index.position(span.end).line,
    added: newText.match(/[^\n]*\n|[^\n]+$/g) ?? [],
  }));
  const out = [`--- ${path}\n`, `+++ ${path}\n`];
  let shift = 0;
  for (let i = 0; i < changes.length; ) {
    let j = i;
    while (j + 1 < changes.length && changes[j + 1]!.from - changes[j]!.to <= 2 * CONTEXT) j++;
    const start = Math.max(0, changes[i]!.from - CONTEXT);
    const end = Math.min(lines.length, changes[j]!.to + CONTEXT);
    const body: string[] = [];
    let at = start;
    let added = 0;
    let removed = 0;
    for (const change of changes.slice(i, j + 1)) {
      for (; at < change.from; at++) body.push(` ${lines[at]}`);
      for (; at < change.to; at++, removed++) body.push(`-${lines[at]}`);
      for (const line of change.added) body.push(`+${line}`);
      added += change.added.length;
    }
    for (; at < end; at++) body.push(` ${lines[at]}`);
    const oldCount = end - start;
    const newCount = oldCount - removed + added;
    const place = (line: number, count: number) => `${count === 0 ? line : line + 1},${count}`;
    out.push(`@@ -${place(start, oldCount)} +${place(start + shift, newCount)} @@\n`);
    out.push(...body.map((line) => (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`)));
    shift += added - removed;
    i = j + 1;
  }
  return out.join('');
}
