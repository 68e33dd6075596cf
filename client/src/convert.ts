import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { CONVERT_REQUEST, type ConvertResult, type LeftOver } from '../../server/src/lsp/protocol';

const STATUS_BAR_TIME = 5000;

/** Times that the conversion is asked again because the text changed before the answer came. */
const MAX_ATTEMPTS = 5;

/** Converts a document to xl as one edit, which one undo takes back, and says what is left to decide, if anything. */
export async function convertDocument(client: BaseLanguageClient, document: vscode.TextDocument): Promise<void> {
  const answer = await answerForNow(client, document);
  const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
  if (!answer) {
    void vscode.window.showErrorMessage(`Xencfg could not convert ${name}: the log says why.`);
    return;
  }
  if (answer.edits.length > 0) {
    const edit = new vscode.WorkspaceEdit();
    edit.set(
      document.uri,
      answer.edits.map(({ range, newText }) => {
        const { start, end } = range;
        return new vscode.TextEdit(new vscode.Range(start.line, start.character, end.line, end.character), newText);
      }),
    );
    if (!(await vscode.workspace.applyEdit(edit))) {
      void vscode.window.showErrorMessage(`Xencfg could not change ${name}.`);
      return;
    }
  }
  if (answer.left.length > 0) {
    void showLeft(document, name, answer.left);
  } else {
    const done = answer.edits.length > 0 ? `${name} is an xl file now` : `${name} is an xl file already`;
    vscode.window.setStatusBarMessage(`$(check) ${done}`, STATUS_BAR_TIME);
  }
}

/** The server's answer for the text as it stands; undefined when there is none. */
async function answerForNow(
  client: BaseLanguageClient,
  document: vscode.TextDocument,
): Promise<ConvertResult | undefined> {
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  try {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const answer = await client.sendRequest<ConvertResult | null>(CONVERT_REQUEST, { uri });
      if (answer?.version === document.version) return answer;
    }
  } catch (error) {
    client.warn(`No conversion of ${document.uri.toString()}: ${error}`);
  }
  return undefined;
}

async function showLeft(document: vscode.TextDocument, name: string, left: readonly LeftOver[]): Promise<void> {
  const [first] = left;
  const things = left.length === 1 ? 'one thing' : `${left.length} things`;
  const show = 'Show';
  const message = `${name}: ${things} left for you to decide. First, line ${first!.line + 1}: ${first!.message}`;
  if ((await vscode.window.showWarningMessage(message, show)) !== show) return;
  const place = new vscode.Range(first!.line, 0, first!.line, 0);
  await vscode.window.showTextDocument(document, { selection: place });
  await vscode.commands.executeCommand('workbench.actions.view.problems');
}
