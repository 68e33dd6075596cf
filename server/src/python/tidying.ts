import type { Edit } from '../syntax/span';
import { isBlankLine, lineStart, nextLine } from './regions';
import type { PythonFix } from './rewrite';

/** Where the last statement of a line goes and the one before it stays, the `;` between them goes too. */
export function withoutStraySemicolons(text: string, fixes: readonly PythonFix[]): PythonFix[] {
  return fixes.map((fix, i) => {
    const edit = fix.edits?.length === 1 ? fix.edits[0]! : undefined;
    if (edit?.newText !== '' || edit.span.start !== fix.statement.start || edit.span.end !== fix.statement.end)
      return fix;
    let start = edit.span.start;
    while (/[ \t;]/.test(text[start - 1] ?? '')) start--;
    const before = i > 0 ? fixes[i - 1]! : undefined;
    if (before && before.statement.end === start) return fix;
    return { ...fix, edits: [{ span: { start, end: edit.span.end }, newText: '' }] };
  });
}

/** Where statements go that stand line by line between two blank lines, one of these goes too, with the last of them. */
export function withoutDoubleBlanks(text: string, fixes: readonly PythonFix[]): PythonFix[] {
  let runStart: number | undefined;
  let runEnd = -1;
  return fixes.map((fix, i) => {
    const edit = removedLines(text, fix);
    if (!edit) return fix;
    if (edit.span.start !== runEnd) runStart = edit.span.start;
    runEnd = edit.span.end;
    const next = fixes[i + 1];
    if (next && removedLines(text, next)?.span.start === runEnd) return fix;
    const isAlone = runStart === edit.span.start;
    const blankBefore = runStart === 0 || isBlankLine(text, lineStart(text, runStart! - 1));
    if (isAlone || !blankBefore || !isBlankLine(text, runEnd)) return fix;
    return { ...fix, edits: [{ span: { start: edit.span.start, end: nextLine(text, runEnd) }, newText: '' }] };
  });
}

/** The edit of a fix that takes whole lines away and does nothing else. */
function removedLines(text: string, { edits }: PythonFix): Edit | undefined {
  const edit = edits?.length === 1 ? edits[0]! : undefined;
  const isWhole = edit?.newText === '' && [edit.span.start, edit.span.end].every((at) => lineStart(text, at) === at);
  return isWhole ? edit : undefined;
}
