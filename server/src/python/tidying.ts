import type { Edit } from '../syntax/span';
import { isBlankLine, lineStart, nextLine } from './regions';
import { NOTE } from './removals';
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

/** Where literals become comments line by line, the reason stands above the first, which the others then take along. */
export function withOneReason(text: string, fixes: readonly PythonFix[]): PythonFix[] {
  let before: Edit | undefined;
  return fixes.map((fix, i) => {
    const edit = fix.title === NOTE && fix.edits?.length === 1 ? fix.edits[0]! : undefined;
    const isNext = edit && before && nextLine(text, before.span.end) === edit.span.start;
    const reason = edit && /^[^\r\n]*(?:\r\n|\r|\n)/.exec(edit.newText)?.[0];
    const repeats = isNext && reason !== undefined && before!.newText.startsWith(reason);
    before = edit;
    if (!repeats) return fix;
    const edits = [{ ...edit, newText: edit.newText.slice(reason.length) }];
    return { ...fix, edits, needs: [...fix.needs, i - 1] };
  });
}

const WITH_COMMENTS: ReadonlySet<PythonFix['code']> = new Set(['python-helper', 'python-import', 'python-statement']);

/**
 * Where helpers, functions and imports go that stand line by line, with nothing that stays below them, the comment right
 * above goes with the first of them, which then takes the others along. A comment that begins the file is about the file.
 */
export function withTheirComments(text: string, fixes: readonly PythonFix[]): PythonFix[] {
  const isMember = (fix: PythonFix | undefined) =>
    fix !== undefined && WITH_COMMENTS.has(fix.code) && !/made no setting|global$/.test(fix.what);
  const tidied: PythonFix[] = [];
  for (let i = 0; i < fixes.length; ) {
    let last = i;
    const edits = [removedLines(text, fixes[i]!)];
    for (;;) {
      const next = fixes[last + 1] && removedLines(text, fixes[last + 1]!);
      if (!next || !isMember(fixes[last + 1]) || next.span.start !== edits.at(-1)?.span.end) break;
      edits.push(next);
      last++;
    }
    const run = fixes.slice(i, last + 1);
    const [first] = edits;
    const start = first && isMember(run[0]) ? commentAbove(text, first.span.start) : undefined;
    if (first && start !== undefined && endsParagraph(text, edits.at(-1)!.span.end)) {
      const { end } = first.span;
      const isAlone = run.length === 1 && isBlankLine(text, lineStart(text, start - 1)) && isBlankLine(text, end);
      const span = { start, end: isAlone ? nextLine(text, end) : end };
      run[0] = { ...run[0]!, edits: [{ span, newText: '' }] };
      for (let k = 0; k < run.length - 1; k++) run[k] = { ...run[k]!, needs: [...run[k]!.needs, i + k + 1] };
    }
    for (const fix of run) tidied.push(fix);
    i = last + 1;
  }
  return tidied;
}

/** A line drawn in a comment: what stands in it is about a part of the file. */
const HEADING = /^[ \t]*#+[ \t]*([-=*#_~])\1{2}|([-=*#_~])\2{2,}[ \t]*[\r\n]*$/;

/**
 * Where the comment lines right above a line begin, up to a heading; undefined when there are none, or they begin the
 * file.
 */
function commentAbove(text: string, at: number): number | undefined {
  let start = at;
  for (;;) {
    const line = start > 0 ? text.slice(lineStart(text, start - 1), start) : '';
    if (!/^[ \t]*#/.test(line) || HEADING.test(line)) break;
    start = lineStart(text, start - 1);
  }
  return start === at || start === 0 ? undefined : start;
}

/** True when nothing stands on the line there, or the line before was the last and the one above it blank. */
function endsParagraph(text: string, at: number): boolean {
  return at >= text.length || isBlankLine(text, at) || (at > 0 && isBlankLine(text, lineStart(text, at - 1)));
}

/** The edit of a fix that takes whole lines away and does nothing else. */
function removedLines(text: string, { edits }: PythonFix): Edit | undefined {
  const edit = edits?.length === 1 ? edits[0]! : undefined;
  const isWhole = edit?.newText === '' && [edit.span.start, edit.span.end].every((at) => lineStart(text, at) === at);
  return isWhole ? edit : undefined;
}
