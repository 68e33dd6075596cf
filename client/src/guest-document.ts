import * as vscode from 'vscode';
import { LANGUAGE_ID } from '../../server/src/lsp/protocol';
import { isAssociated } from './detection';
import { sourceOf } from './preview-uri';

/** The URI that a command was called with: by itself, or as that of a line in the view of guests. */
export function uriIn(place: unknown): vscode.Uri | undefined {
  if (place instanceof vscode.Uri) return place;
  const uri = typeof place === 'object' && place !== null && 'uri' in place ? place.uri : undefined;
  return uri instanceof vscode.Uri ? uri : undefined;
}

/**
 * The document that a command is about: that of the URI or of the line in the view of guests, else the active editor's.
 * A preview stands for its file; anything that is no guest configuration gets a message.
 */
export async function guestDocument(place: unknown): Promise<vscode.TextDocument | undefined> {
  const target = uriIn(place) ?? activeUri();
  const document = target && (await vscode.workspace.openTextDocument(sourceOf(target)));
  if (document?.languageId === LANGUAGE_ID) return document;
  if (document && !(place instanceof vscode.Uri) && uriIn(place)) return asGuest(document);
  const choose = vscode.l10n.t('Choose Language');
  void vscode.window
    .showInformationMessage(
      vscode.l10n.t(
        'This is for Xen guest configurations. Open one first; if a file is not taken for one, choose "Xen guest configuration" as its language.',
      ),
      ...(document ? [choose] : []),
    )
    .then((picked) => {
      if (picked === choose) void vscode.commands.executeCommand('workbench.action.editor.changeLanguageMode');
    });
  return undefined;
}

/** Shows a file of which the server knows that it is a guest's, at a line (from 0). */
export async function openGuest(uri: vscode.Uri | undefined, line: unknown): Promise<void> {
  if (!uri) return;
  const document = await asGuest(await vscode.workspace.openTextDocument(uri));
  const place = document.validateRange(new vscode.Range(typeof line === 'number' ? line : 0, 0, Number(line) || 0, 0));
  await vscode.window.showTextDocument(document, { selection: place, preview: true });
}

/** Opens an empty guest and offers what to begin with. */
export async function newGuest(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: LANGUAGE_ID, content: '' });
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('editor.action.triggerSuggest');
}

/** A guest's file as one, whatever it is called; in the user's own language where there is an association for it. */
async function asGuest(document: vscode.TextDocument): Promise<vscode.TextDocument> {
  if (document.languageId === LANGUAGE_ID || isAssociated(document)) return document;
  return vscode.languages.setTextDocumentLanguage(document, LANGUAGE_ID);
}

/** The guest's document whose editor was the last to be active. */
let last: vscode.Uri | undefined;

/** Follows which guest's editor is active: a command that is called on a page, such as the walkthrough, means that one. */
export function followActive(context: vscode.ExtensionContext): void {
  const note = (editor: vscode.TextEditor | undefined) => {
    if (editor?.document.languageId === LANGUAGE_ID) last = editor.document.uri;
  };
  note(vscode.window.activeTextEditor);
  context.subscriptions.push(vscode.window.onDidChangeActiveTextEditor(note));
}

/** The active editor's document; beside a page that is no text, the guest file that was active last and still has a tab, or any that is in sight. */
function activeUri(): vscode.Uri | undefined {
  const { activeTextEditor, visibleTextEditors, tabGroups } = vscode.window;
  if (activeTextEditor) return activeTextEditor.document.uri;
  const tabs = tabGroups.all.flatMap((group) => group.tabs.map(({ input }) => input));
  const hasTab = tabs.some(
    (input) => input instanceof vscode.TabInputText && input.uri.toString() === last?.toString(),
  );
  return hasTab ? last : visibleTextEditors.find(({ document }) => document.languageId === LANGUAGE_ID)?.document.uri;
}
