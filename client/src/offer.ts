import * as vscode from 'vscode';
import { LANGUAGE_ID } from '../../server/src/lsp/protocol';
import { readsLikeGuest } from './detection';
import { nameOf } from './preview-uri';

/** Where it is kept that the user wants no more offers in this workspace. */
const DECLINED = 'offer.declined';

/**
 * Offers, once for each folder and ending, to take what is in the active editor for a guest configuration, when it reads like one
 * and VS Code took it for something else.
 */
export function registerOffer(context: vscode.ExtensionContext): void {
  const asked = new Set<string>();
  const look = (editor: vscode.TextEditor | undefined) => {
    if (!editor || context.workspaceState.get(DECLINED)) return;
    const { document } = editor;
    const kind = `${vscode.Uri.joinPath(document.uri, '..')}/${endingOf(document.uri)}`;
    if (asked.has(kind) || !readsLikeGuest(document)) return;
    asked.add(kind);
    void offer(document, context);
  };
  context.subscriptions.push(vscode.window.onDidChangeActiveTextEditor(look));
  look(vscode.window.activeTextEditor);
}

async function offer(document: vscode.TextDocument, context: vscode.ExtensionContext): Promise<void> {
  const pattern = patternFor(document.uri);
  const once = vscode.l10n.t('Take It for One');
  const always = vscode.l10n.t('Always for {0}', pattern);
  const never = vscode.l10n.t("Don't Ask Again");
  const picked = await vscode.window.showInformationMessage(
    vscode.l10n.t('{0} reads like a Xen guest configuration, but its name does not say so.', nameOf(document.uri)),
    once,
    always,
    never,
  );
  if (picked === never) await context.workspaceState.update(DECLINED, true);
  if (picked === always) await associate(pattern);
  if (picked !== once && picked !== always) return;
  const again = await vscode.workspace.openTextDocument(document.uri);
  if (again.languageId !== LANGUAGE_ID) await vscode.languages.setTextDocumentLanguage(again, LANGUAGE_ID);
}

/** What stands for the files of the same ending in the same folder; for the file alone when it has none. */
function patternFor(uri: vscode.Uri): string {
  const [folder = '', name = ''] = uri.path.split('/').slice(-2);
  const ending = endingOf(uri);
  return `**/${folder}/${ending === '' ? name : `*${ending}`}`;
}

/** The ending of a file's name, as far as files of guests share it. */
function endingOf(uri: vscode.Uri): string {
  return /\.(?:cfg|conf)$/i.exec(uri.path)?.[0] ?? '';
}

/** Makes a pattern one of the guests' in the settings of the workspace, or in the user's where there is none. */
async function associate(pattern: string): Promise<void> {
  const { workspaceFolders } = vscode.workspace;
  const target = workspaceFolders ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  const files = vscode.workspace.getConfiguration('files');
  const known = files.inspect<Record<string, string>>('associations');
  const before = workspaceFolders ? known?.workspaceValue : known?.globalValue;
  await files.update('associations', { ...before, [pattern]: LANGUAGE_ID }, target);
}
