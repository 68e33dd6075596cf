import type { Range, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Finding } from '../rules/finding';
import type { LineIndex } from '../syntax/lines';
import type { Edit, Span } from '../syntax/span';
import type { Abilities } from './abilities';
import type { Checked } from './documents';

/** A span of a text as LSP counts it. */
export function toRange(lines: LineIndex, span: Span): Range {
  return { start: lines.position(span.start), end: lines.position(span.end) };
}

/** Edits as LSP counts them. One that takes the CR of a line end away or puts one there takes the line end as a whole. */
export function toTextEdits(lines: LineIndex, edits: readonly Edit[]): TextEdit[] {
  return withWholeLineEnds(lines, edits).map(({ span, newText }) => ({ range: toRange(lines, span), newText }));
}

function withWholeLineEnds(lines: LineIndex, edits: readonly Edit[]): readonly Edit[] {
  const splits = ({ span: { start, end } }: Edit) => lines.splitsLineEnd(start) || lines.splitsLineEnd(end);
  if (!edits.some(splits)) return edits;
  const whole: Edit[] = [];
  for (const edit of edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    const before = whole.at(-1);
    if (before && before.span.end === edit.span.start && lines.splitsLineEnd(edit.span.start)) {
      const span = { start: before.span.start, end: edit.span.end };
      whole[whole.length - 1] = { span, newText: before.newText + edit.newText };
    } else whole.push(edit);
  }
  return whole.map(({ span: { start, end }, newText }) => {
    const [head, tail] = [lines.splitsLineEnd(start), lines.splitsLineEnd(end)];
    const span = { start: head ? start - 1 : start, end: tail ? end + 1 : end };
    return { span, newText: `${head ? '\r' : ''}${newText}${tail ? '\n' : ''}` };
  });
}

/** Edits of one document, tied to the version that they were computed for where the client can check that. */
export function toWorkspaceEdit(checked: Checked, edits: TextEdit[], abilities: Abilities): WorkspaceEdit {
  const uri = checked.document.uri;
  if (!abilities.versionedEdits) return { changes: { [uri]: edits } };
  const versioned: TextDocumentEdit = { textDocument: { uri, version: checked.version }, edits };
  return { documentChanges: [versioned] };
}

/** Code of the finding that stands for all others in a document that is not analysed. No rule, so it has no page. */
export const NOT_CHECKED = 'not-checked';

/** The findings to show for a document: those of the rules, those of a file of xend's, or the one that says why there are none. */
export function findingsOf(checked: Checked): readonly Finding[] {
  const found = checked.analysis ?? checked.sxp;
  if (found) return found.findings;
  return [
    {
      code: NOT_CHECKED,
      severity: 'information',
      message: checked.reason ?? '',
      span: { start: 0, end: 0 },
      fixes: [],
    },
  ];
}
