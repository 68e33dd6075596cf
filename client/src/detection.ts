import * as vscode from 'vscode';
import { LANGUAGE_ID } from '../../server/src/lsp/protocol';
import { isLeftAlone, kindOfFile } from '../../server/src/workspace/sniff';
import { isBelowXen, modelineOf, saysLittle } from './modeline';
import { nameOf } from './preview-uri';

/** What VS Code takes a file for when neither name nor first line say much. */
const GENERAL: ReadonlySet<string> = new Set(['plaintext', 'ini', 'properties']);

/** A longer text is no guest configuration that anybody opens to edit. */
const MOST = 1024 * 1024;

/**
 * Takes documents for guest configurations that VS Code could not tell by their names: by a modeline, and, where the
 * setting wants it, by their content. Each is looked at once when it is opened: what the user chooses then stays.
 */
export function registerDetection(context: vscode.ExtensionContext): void {
  const seen = new Set<string>();
  const look = (document: vscode.TextDocument) => {
    const key = document.uri.toString();
    if (seen.has(key)) return;
    seen.add(key);
    if (isGuest(document)) void vscode.languages.setTextDocumentLanguage(document, LANGUAGE_ID);
  };
  context.subscriptions.push(
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidCloseTextDocument((document) => {
      // A change of language closes and opens a document too; then it is not closed in truth.
      if (document.isClosed) seen.delete(document.uri.toString());
    }),
  );
  for (const document of vscode.workspace.textDocuments) look(document);
}

/** True when the user's own setting says of which language a document is. */
export function isAssociated(document: vscode.TextDocument): boolean {
  const patterns = vscode.workspace.getConfiguration('files', document.uri).get<object>('associations', {});
  return Object.keys(patterns).some((pattern) => {
    const anywhere = pattern.startsWith('/') || pattern.startsWith('**/') ? pattern : `**/${pattern}`;
    return vscode.languages.match({ pattern: anywhere }, document) > 0;
  });
}

function isGuest(document: vscode.TextDocument): boolean {
  const { uri, languageId } = document;
  const name = nameOf(uri);
  if (!GENERAL.has(languageId) || document.isUntitled || isLeftAlone(name) || isAssociated(document)) return false;
  const text = document.getText();
  if (text.length > MOST) return false;
  const modeline = modelineOf(text);
  if (modeline === 'xen-cfg') return true;
  if (!saysLittle(name) || !isBelowXen(uri.path) || kindOfFile(name, text) !== 'guest') return false;
  return modeline === 'python' || vscode.workspace.getConfiguration('xencfg', uri).get('detectByContent', false);
}
