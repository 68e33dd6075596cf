import * as vscode from 'vscode';

/**
 * The edits of a document with one more where they turn CR LF into LF: VS Code keeps one line end for all of a document
 * and writes that in place of whatever an edit brings, unless it is told.
 */
export function withLineEnds(document: vscode.TextDocument, edits: readonly vscode.TextEdit[]): vscode.TextEdit[] {
  const changes =
    document.eol === vscode.EndOfLine.CRLF &&
    edits.some(({ range, newText }) => !range.isSingleLine && /(?:^|[^\r])\n/.test(newText));
  return changes ? [...edits, vscode.TextEdit.setEndOfLine(vscode.EndOfLine.LF)] : [...edits];
}

/** A code action with that for the edits of a document. */
export function actionWithLineEnds<T extends vscode.Command | vscode.CodeAction>(
  document: vscode.TextDocument,
  action: T,
): T {
  if (document.eol !== vscode.EndOfLine.CRLF || !('edit' in action) || !action.edit) return action;
  const edit = new vscode.WorkspaceEdit();
  for (const [uri, edits] of action.edit.entries()) {
    edit.set(uri, uri.toString() === document.uri.toString() ? withLineEnds(document, edits) : edits);
  }
  action.edit = edit;
  return action;
}
