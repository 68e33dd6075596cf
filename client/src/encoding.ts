import * as vscode from 'vscode';
import { nameOf } from './preview-uri';

/** What an editor shows for bytes that are nothing in the encoding that it read the file in. */
const REPLACEMENT = '\ufffd';

/**
 * Asks before a document is converted whose letters VS Code has lost because it took the file for UTF-8: saved, they would
 * be lost for good. True when nothing was lost, or the user does not mind.
 */
export async function confirmEncoding(document: vscode.TextDocument): Promise<boolean> {
  if (!document.getText().includes(REPLACEMENT)) return true;
  const reopen = vscode.l10n.t('Choose Encoding');
  const anyway = vscode.l10n.t('Convert Anyway');
  const picked = await vscode.window.showWarningMessage(
    vscode.l10n.t(
      '{0} is not in the encoding that it was opened with: letters are shown as {1}, and would be saved so. Reopen it with its own encoding first.',
      nameOf(document.uri),
      REPLACEMENT,
    ),
    reopen,
    anyway,
  );
  if (picked !== reopen) return picked === anyway;
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('workbench.action.editor.changeEncoding');
  return false;
}
