import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LANGUAGE_ID, SXP_LANGUAGE_ID } from '../../server/src/lsp/protocol';

/** What activates the extension by the folder alone, see activationEvents in package.json. */
const GUESTS = '**/{xen,xen.d}/*';

/**
 * Starts the server at once when a document of ours is open, otherwise when one is opened, or when the workspace has a
 * folder of guests. Whatever asks the server something starts it, too: a command, the view of guests.
 */
export async function startWhenNeeded(context: vscode.ExtensionContext, client: BaseLanguageClient): Promise<void> {
  if (hasOpenGuest()) return start(client);
  const opened = vscode.workspace.onDidOpenTextDocument((document) => {
    if (!isOurs(document)) return;
    opened.dispose();
    void start(client);
  });
  context.subscriptions.push(opened);
  void vscode.workspace.findFiles(GUESTS, undefined, 1).then((found) => {
    if (found.length > 0) void start(client);
  });
}

/** Starts the server unless that was done before. What fails the client has told the user: commands stay, so that "Restart Server" works. */
export async function start(client: BaseLanguageClient): Promise<void> {
  if (!client.needsStart()) return;
  try {
    await client.start();
  } catch (error) {
    client.error(String(error));
  }
}

/** True while a document of ours is open. */
export function hasOpenGuest(): boolean {
  return vscode.workspace.textDocuments.some(isOurs);
}

function isOurs({ languageId }: vscode.TextDocument): boolean {
  return languageId === LANGUAGE_ID || languageId === SXP_LANGUAGE_ID;
}
