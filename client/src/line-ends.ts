import * as vscode from 'vscode';

/** The command that makes the line ends of a document (its URI) LF, for what comes after a code action's edits. */
export const LINE_ENDS_COMMAND = 'xencfg.lineEnds';

/** Edits of a document as VS Code wants them. */
export interface SplitEdits {
  readonly edits: vscode.TextEdit[];
  /** True when the line ends have to become LF afterwards, by an edit of their own. */
  readonly toLf: boolean;
}

/**
 * Takes the edits of a document apart: VS Code keeps one line end for all of a document and writes that in place of
 * whatever an edit brings, unless it is told. Told together with other edits it takes them back at wrong places (1.139:
 * its undo counts the characters of the line ends that were), so that only an edit of the line ends alone may say it.
 */
export function splitEdits(document: vscode.TextDocument, edits: readonly vscode.TextEdit[]): SplitEdits {
  const changes =
    document.eol === vscode.EndOfLine.CRLF &&
    edits.some(({ range, newText }) => !range.isSingleLine && /(?:^|[^\r])\n/.test(newText));
  if (!changes) return { edits: [...edits], toLf: false };
  const lf = (text: string) => text.replaceAll('\r\n', '\n');
  const others = edits.filter(({ range, newText }) => lf(document.getText(range)) !== lf(newText));
  if (others.length > 0) return { edits: others, toLf: true };
  return { edits: [vscode.TextEdit.setEndOfLine(vscode.EndOfLine.LF)], toLf: false };
}

/** Makes the line ends of documents LF, each by one undo's worth; `options` are those of the edits before. */
export async function makeLf(uris: readonly vscode.Uri[], options?: vscode.WorkspaceEditMetadata): Promise<void> {
  if (uris.length === 0) return;
  const edit = new vscode.WorkspaceEdit();
  for (const uri of uris) edit.set(uri, [vscode.TextEdit.setEndOfLine(vscode.EndOfLine.LF)]);
  await vscode.workspace.applyEdit(edit, options);
}

/** A code action that changes the line ends of a document, too, where its edits want that. */
export function actionWithLineEnds<T extends vscode.Command | vscode.CodeAction>(
  document: vscode.TextDocument,
  action: T,
): T {
  if (document.eol !== vscode.EndOfLine.CRLF || !('edit' in action) || !action.edit) return action;
  const edit = new vscode.WorkspaceEdit();
  for (const [uri, edits] of action.edit.entries()) {
    if (uri.toString() !== document.uri.toString()) {
      edit.set(uri, edits);
      continue;
    }
    const split = splitEdits(document, edits);
    edit.set(uri, split.edits);
    if (split.toLf) action.command ??= { command: LINE_ENDS_COMMAND, title: '', arguments: [uri] };
  }
  action.edit = edit;
  return action;
}
