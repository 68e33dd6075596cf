import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  CONVERT_FOLDER_PROGRESS,
  CONVERT_FOLDER_REQUEST,
  type ConvertFolderParams,
  type ConvertFolderProgress,
  type ConvertFolderResult,
} from '../../server/src/lsp/protocol';
import { type Destination, editOf, unusedName } from './folder-edits';
import { makeLf } from './line-ends';
import { nameOf } from './preview-uri';

/** What the report is called when it is kept as a file. */
const REPORT = 'conversion-report.md';

/**
 * Converts the guest files of a folder: the changes are shown in VS Code's refactor preview, where each has its tick, and
 * nothing is written before that is confirmed. What rests on assumptions, or still needs a decision, has to be ticked; so
 * has the report, which opens in any case.
 * @param given where the results go; the user is asked when it is absent
 */
export async function convertFolder(
  client: BaseLanguageClient,
  folder: vscode.Uri | undefined,
  given?: Destination,
): Promise<void> {
  const source = folder ?? (await pickSource());
  if (!source) return;
  const destination = given ?? (await pickDestination(source));
  const result = destination && (await ask(client, source));
  if (!destination || !result) return;
  const { edit, changed, left, toLf } = await editOf(client, result.files, destination);
  const notes =
    left.length === 0 ? '' : `\n## ${vscode.l10n.t('Left alone')}\n\n${left.map((line) => `- ${line}\n`).join('')}`;
  const report = await vscode.workspace.openTextDocument({ language: 'markdown', content: result.report + notes });
  await vscode.window.showTextDocument(report, { preview: false });
  if (changed === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There is nothing to convert in {0}: the report says more.', nameOf(source)),
    );
    return;
  }
  const target = await unusedName(destination === 'in place' ? source : destination.folder, REPORT);
  const about = { needsConfirmation: true, label: vscode.l10n.t('The report, as a file') };
  edit.createFile(target, { contents: new TextEncoder().encode(result.report + notes) }, about);
  const versions = new Map(toLf.map((document) => [document, document.version]));
  if (!(await vscode.workspace.applyEdit(edit, { isRefactoring: true }))) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('Nothing was converted in {0}', nameOf(source)), 5000);
    return;
  }
  const confirmed = toLf.filter((document) => document.version !== versions.get(document));
  await makeLf(
    confirmed.map(({ uri }) => uri),
    { isRefactoring: true },
  );
  if (destination !== 'in place') void sayWhere(destination.folder);
}

/** Says where the results are, and offers to open the folder when it is not part of the workspace. */
async function sayWhere(folder: vscode.Uri): Promise<void> {
  const message = vscode.l10n.t('The xl files are in {0}.', folder.path);
  const open = vscode.l10n.t('Open Folder in New Window');
  const actions = vscode.workspace.getWorkspaceFolder(folder) ? [] : [open];
  const picked = await vscode.window.showInformationMessage(message, ...actions);
  if (picked === open) await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: true });
}

async function pickSource(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 0) {
    const other = { label: vscode.l10n.t('Another folder…'), uri: undefined };
    const items = folders.map(({ name, uri }) => ({ label: name, description: uri.path, uri }));
    const title = vscode.l10n.t('Folder whose guest files are to be converted');
    const choice = await vscode.window.showQuickPick([...items, other], { title });
    if (choice !== other) return choice?.uri;
  }
  const picked = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Folder whose guest files are to be converted'),
    openLabel: vscode.l10n.t('Convert'),
    canSelectFiles: false,
    canSelectFolders: true,
    ...(folders[0] && { defaultUri: folders[0].uri }),
  });
  return picked?.[0];
}

async function pickDestination(source: vscode.Uri): Promise<Destination | undefined> {
  const beside = await unusedName(vscode.Uri.joinPath(source, '..'), `${nameOf(source)}-xl`);
  const fresh = {
    label: vscode.l10n.t('Into a new folder beside it: {0}', nameOf(beside)),
    detail: vscode.l10n.t('The files stay as they are.'),
  };
  const elsewhere = {
    label: vscode.l10n.t('Into a folder that is there already'),
    detail: vscode.l10n.t('The files stay as they are.'),
  };
  const inPlace = {
    label: vscode.l10n.t('In place'),
    detail: vscode.l10n.t(
      'Each file that is changed gets a backup beside it. Files that need a decision are left alone.',
    ),
  };
  const title = vscode.l10n.t('Convert the guest files of {0}', nameOf(source));
  const picked = await vscode.window.showQuickPick([fresh, elsewhere, inPlace], { title });
  if (picked === fresh) return { folder: beside };
  if (picked === inPlace) return 'in place';
  if (!picked) return undefined;
  const folders = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Folder for the results'),
    openLabel: vscode.l10n.t('Convert into This Folder'),
    canSelectFiles: false,
    canSelectFolders: true,
    defaultUri: vscode.Uri.joinPath(source, '..'),
  });
  return folders?.[0] && { folder: folders[0] };
}

let count = 0;

/** The server's conversions, with progress and a way to cancel; undefined when it was cancelled or went wrong. */
async function ask(client: BaseLanguageClient, source: vscode.Uri): Promise<ConvertFolderResult | undefined> {
  const params: ConvertFolderParams = { uri: client.code2ProtocolConverter.asUri(source), id: ++count };
  const title = vscode.l10n.t('Converting {0}', nameOf(source));
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (progress, token) => {
    const listening = client.onNotification(CONVERT_FOLDER_PROGRESS, (step: ConvertFolderProgress) => {
      if (step.id === params.id) progress.report({ message: step.path, increment: 100 / step.count });
    });
    try {
      const result = await client.sendRequest<ConvertFolderResult | null>(CONVERT_FOLDER_REQUEST, params, token);
      return result ?? undefined;
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      client.warn(`No conversion of ${source.toString()}: ${error}`);
      void vscode.window.showErrorMessage(
        vscode.l10n.t('Xencfg could not convert {0}: the log says why.', nameOf(source)),
      );
      return undefined;
    } finally {
      listening.dispose();
    }
  });
}
