import type { Setting } from '../syntax/tree';

/**
 * How far behind the start of its name each setting's = is to stand. Settings on lines that follow one another form a
 * block; where all = of a block stand in one column, though the names differ in length, they go on to do so, one blank
 * behind the longest name. All others have one blank before them.
 */
export function assignColumns(text: string, settings: readonly Setting[]): number[] {
  const columns = settings.map(({ nameSpan }) => nameSpan.end - nameSpan.start + 1);
  let first = 0;
  for (let i = 1; i <= settings.length; i++) {
    if (i < settings.length && follows(text, settings[i - 1]!, settings[i]!)) continue;
    const block = settings.slice(first, i);
    if (isAligned(text, block)) columns.fill(Math.max(...columns.slice(first, i)), first, i);
    first = i;
  }
  return columns;
}

/** True when the second setting begins on the line behind the one on which the first ends. */
function follows(text: string, before: Setting, after: Setting): boolean {
  const between = text.slice(before.span.end, after.span.start);
  const newline = between.indexOf('\n');
  return newline >= 0 && /^[ \t]*;?[ \t]*(#[^\n]*)?\n[ \t]*$/.test(between);
}

function isAligned(text: string, block: readonly Setting[]): boolean {
  const lengths = new Set(block.map(({ nameSpan }) => nameSpan.end - nameSpan.start));
  const gaps = block.map(({ nameSpan, opSpan }) => text.slice(nameSpan.end, opSpan.start));
  const places = new Set(block.map(({ span, opSpan }) => opSpan.start - span.start));
  return lengths.size > 1 && places.size === 1 && gaps.every((gap) => /^ +$/.test(gap));
}
