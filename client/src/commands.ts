import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LANGUAGE_ID } from '../../server/src/lsp/protocol';
import { convertDocument } from './convert';
import { type Previews, sourceOf } from './preview';
import { selectRelease } from './release';

/** Registers every command of package.json. Those about a document take its URI, or mean the active editor's. */
export function registerCommands(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  output: vscode.LogOutputChannel,
  previews: Previews,
): void {
  const commands: Record<string, (uri?: vscode.Uri) => unknown> = {
    'xencfg.preview': async (uri) => {
      const document = await guestDocument(uri);
      if (document) await previews.show(document);
    },
    'xencfg.convert': async (uri) => {
      const document = await guestDocument(uri);
      if (document) await convertDocument(client, document);
    },
    'xencfg.selectRelease': () => selectRelease(),
    'xencfg.restartServer': () => restart(client),
    'xencfg.showOutput': () => output.show(),
  };
  for (const [name, run] of Object.entries(commands)) {
    context.subscriptions.push(vscode.commands.registerCommand(name, run));
  }
}

/** The document that a command is about. A preview stands for its file; anything else gets a message. */
export async function guestDocument(uri: vscode.Uri | undefined): Promise<vscode.TextDocument | undefined> {
  const target = uri instanceof vscode.Uri ? uri : activeUri();
  const document = target && (await vscode.workspace.openTextDocument(sourceOf(target)));
  if (document?.languageId === LANGUAGE_ID) return document;
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      'This is for Xen guest configurations. Open one first; if a file is not taken for one, choose "Xen guest configuration" as its language.',
    ),
  );
  return undefined;
}

/** The active editor's document; beside a page that is no text, such as the walkthrough, the guest file that is in sight. */
function activeUri(): vscode.Uri | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const editor = activeTextEditor ?? visibleTextEditors.find(({ document }) => document.languageId === LANGUAGE_ID);
  const open = editor?.document ?? vscode.workspace.textDocuments.find(({ languageId }) => languageId === LANGUAGE_ID);
  return open?.uri;
}

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.needsStop()) await client.stop();
  await client.start();
}
