import type { Setting } from '../syntax/tree';

/**
 * How far behind the start of its name each setting's = is to stand. Where the = of settings that follow one another
 * stand in one column, though their names differ in length, somebody has aligned them: they stay there, whatever
 * comments and blank lines are between them. All others have one blank before them.
 */
export function assignColumns(text: string, settings: readonly Setting[]): number[] {
  const columns = settings.map(({ nameSpan }) => nameSpan.end - nameSpan.start + 1);
  let first = 0;
  for (let i = 1; i <= settings.length; i++) {
    if (
      i < settings.length &&
      columnOf(settings[i]!) === columnOf(settings[first]!) &&
      startsLine(text, settings[i]!)
    ) {
      continue;
    }
    const group = settings.slice(first, i);
    if (isAligned(text, group)) columns.fill(columnOf(settings[first]!), first, i);
    first = i;
  }
  return columns;
}

function columnOf({ nameSpan, opSpan }: Setting): number {
  return opSpan.start - nameSpan.start;
}

function startsLine(text: string, { nameSpan }: Setting): boolean {
  return nameSpan.start === 0 || text[nameSpan.start - 1] === '\n';
}

function isAligned(text: string, group: readonly Setting[]): boolean {
  const lengths = new Set(group.map(({ nameSpan }) => nameSpan.end - nameSpan.start));
  const gaps = group.map(({ nameSpan, opSpan }) => text.slice(nameSpan.end, opSpan.start));
  return lengths.size > 1 && gaps.every((gap) => /^ +$/.test(gap)) && group.every((one) => startsLine(text, one));
}
