import * as vscode from 'vscode';
import { LANGUAGE_ID, SXP_LANGUAGE_ID } from '../../server/src/lsp/protocol';
import { isLeftAlone, kindOfFile } from '../../server/src/workspace/sniff';
import { isBelowXen, modelineOf, saysLittle } from './modeline';
import { nameOf, PREVIEW_SCHEME } from './preview-uri';

/** What VS Code takes a file for when neither name nor first line say much. */
const GENERAL: ReadonlySet<string> = new Set(['plaintext', 'ini', 'properties']);

/** How a guest of xend's begins in S-expressions, see the first lines of that language in package.json. */
const SXP = /^\s*\((?:domain|vm)(?:[\s(]|$)/;

/** A longer text is no guest configuration that anybody opens to edit. */
const MOST = 1024 * 1024;

/**
 * Takes documents for guest configurations that VS Code could not tell by their names: by a modeline, and, where the
 * setting wants it, by their content. What only its place tells, such as `/etc/xen/NAME`, is for S-expressions if it
 * begins like one. Each is looked at once when it is opened: what the user chooses then stays.
 */
export function registerDetection(context: vscode.ExtensionContext): void {
  const seen = new Set<string>();
  const look = (document: vscode.TextDocument) => {
    const key = document.uri.toString();
    if (seen.has(key)) return;
    seen.add(key);
    const language = isSxp(document) ? SXP_LANGUAGE_ID : isGuest(document) ? LANGUAGE_ID : undefined;
    if (language !== undefined) void vscode.languages.setTextDocumentLanguage(document, language);
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

/** True for S-expressions that were taken for a configuration of xl's by their place. */
function isSxp(document: vscode.TextDocument): boolean {
  if (document.languageId !== LANGUAGE_ID || document.uri.scheme === PREVIEW_SCHEME || document.isUntitled)
    return false;
  return SXP.test(document.getText()) && !isAssociated(document);
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
