import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  CONVERT_REQUEST,
  type ConversionParams,
  type ConvertResult,
  type LeftOver,
} from '../../server/src/lsp/protocol';
import { makeLf, splitEdits } from './line-ends';
import { nameOf } from './preview-uri';

const STATUS_BAR_TIME = 5000;

/** Times that the conversion is asked again because the text changed before the answer came. */
const MAX_ATTEMPTS = 5;

/**
 * Converts a document to xl as one edit, which one undo takes back (two where the line ends change), and says what is left to decide, if anything;
 * `presets` are the values of its parameters.
 */
export async function convertDocument(
  client: BaseLanguageClient,
  document: vscode.TextDocument,
  presets: Readonly<Record<string, string>>,
): Promise<void> {
  const answer = await answerForNow(client, document, presets);
  const name = nameOf(document.uri);
  if (!answer) {
    void vscode.window.showErrorMessage(vscode.l10n.t('Xencfg could not convert {0}: the log says why.', name));
    return;
  }
  if (answer.edits.length > 0) {
    const edit = new vscode.WorkspaceEdit();
    const edits = answer.edits.map(({ range, newText }) => {
      const { start, end } = range;
      return new vscode.TextEdit(new vscode.Range(start.line, start.character, end.line, end.character), newText);
    });
    const split = splitEdits(document, edits);
    edit.set(document.uri, split.edits);
    if (!(await vscode.workspace.applyEdit(edit))) {
      void vscode.window.showErrorMessage(vscode.l10n.t('Xencfg could not change {0}.', name));
      return;
    }
    if (split.toLf) await makeLf([document.uri]);
  }
  if (answer.left.length > 0) {
    void showLeft(document, name, answer.left);
  } else {
    const done =
      answer.edits.length > 0
        ? vscode.l10n.t('{0} is an xl file now', name)
        : vscode.l10n.t('{0} is an xl file already', name);
    vscode.window.setStatusBarMessage(`$(check) ${done}`, STATUS_BAR_TIME);
  }
}

/** The server's answer for the text as it stands; undefined when there is none. */
async function answerForNow(
  client: BaseLanguageClient,
  document: vscode.TextDocument,
  presets: Readonly<Record<string, string>>,
): Promise<ConvertResult | undefined> {
  const params: ConversionParams = { uri: client.code2ProtocolConverter.asUri(document.uri), presets };
  try {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const answer = await client.sendRequest<ConvertResult | null>(CONVERT_REQUEST, params);
      if (answer?.version === document.version) return answer;
    }
  } catch (error) {
    client.warn(`No conversion of ${document.uri.toString()}: ${error}`);
  }
  return undefined;
}

async function showLeft(document: vscode.TextDocument, name: string, left: readonly LeftOver[]): Promise<void> {
  const [first] = left;
  const show = vscode.l10n.t('Show');
  const [line, text] = [first!.line + 1, first!.message];
  const message =
    left.length === 1
      ? vscode.l10n.t('{0}: one thing left for you to decide, line {1}: {2}', name, line, text)
      : vscode.l10n.t('{0}: {1} things left for you to decide. First, line {2}: {3}', name, left.length, line, text);
  if ((await vscode.window.showWarningMessage(message, show)) !== show) return;
  const place = new vscode.Range(first!.line, 0, first!.line, 0);
  await vscode.window.showTextDocument(document, { selection: place });
  await vscode.commands.executeCommand('workbench.actions.view.problems');
}
