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
 * begins like one, and backups are plain text. Each is looked at once when it is opened: what the user chooses then stays.
 */
export function registerDetection(context: vscode.ExtensionContext): void {
  const seen = new Set<string>();
  const look = (document: vscode.TextDocument) => {
    const key = document.uri.toString();
    if (seen.has(key)) return;
    seen.add(key);
    const language = languageOf(document);
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

/** The language that a document should be in; undefined when it may stay in the one that it is in. */
function languageOf(document: vscode.TextDocument): string | undefined {
  if (isSxp(document)) return SXP_LANGUAGE_ID;
  if (isBackup(document)) return 'plaintext';
  return isGuest(document) ? LANGUAGE_ID : undefined;
}

/** True for a backup or a template that was taken for a guest's file by its first line: they are read, not judged. */
function isBackup(document: vscode.TextDocument): boolean {
  return document.languageId === LANGUAGE_ID && isFile(document) && isLeftAlone(nameOf(document.uri));
}

/** True for a document that is no preview and no text without a file, and not what the user's own settings say. */
function isFile(document: vscode.TextDocument): boolean {
  return document.uri.scheme !== PREVIEW_SCHEME && !document.isUntitled && !isAssociated(document);
}

/** True for S-expressions that were taken for a configuration of xl's by their place. */
function isSxp(document: vscode.TextDocument): boolean {
  return document.languageId === LANGUAGE_ID && SXP.test(document.getText()) && isFile(document);
}

function isGuest(document: vscode.TextDocument): boolean {
  const { uri } = document;
  const name = nameOf(uri);
  if (!mayBeGuest(document)) return false;
  const text = document.getText();
  const modeline = modelineOf(text);
  if (modeline === 'xen-cfg') return true;
  if (!saysLittle(name) || !isBelowXen(uri.path) || kindOfFile(name, text) !== 'guest') return false;
  return modeline === 'python' || vscode.workspace.getConfiguration('xencfg', uri).get('detectByContent', false);
}

/** True for a document that reads like a guest configuration, and that nobody but its name says to be something else. */
export function readsLikeGuest(document: vscode.TextDocument): boolean {
  const name = nameOf(document.uri);
  const isVague = saysLittle(name) || (document.languageId === 'plaintext' && !/\.(?:txt|log|md)$/i.test(name));
  return isVague && mayBeGuest(document) && kindOfFile(name, document.getText()) === 'guest';
}

/** True for a file of a general language that is not too long, no backup, and not what the user's own settings say. */
function mayBeGuest(document: vscode.TextDocument): boolean {
  const { uri, languageId } = document;
  if (!GENERAL.has(languageId) || document.isUntitled || isLeftAlone(nameOf(uri))) return false;
  return !isAssociated(document) && document.getText().length <= MOST;
}
