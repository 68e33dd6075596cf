import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ConversionParams, PREVIEW_REQUEST, type PreviewResult } from '../../server/src/lsp/protocol';
import { exists } from './exists';
import type { Parameters } from './parameters';
import { nameOf } from './preview-uri';

/** A guest of a document, and the name of the file that it goes to. */
interface Guest {
  readonly result: PreviewResult;
  readonly fileName: string;
}

/**
 * Writes a document as xl into other files and leaves itself alone: one, wherever the user says, or one for each value
 * of its parameters' ranges, called after the guests, into a folder: `folder`, or the one that the user picks.
 */
export async function saveConverted(
  client: BaseLanguageClient,
  document: vscode.TextDocument,
  parameters: Parameters,
  folder?: vscode.Uri,
): Promise<void> {
  const sets = await parameters.sets(document);
  if (!sets) return;
  const guests: Guest[] = [];
  for (const presets of sets) {
    const result = await convert(client, document, presets);
    if (!result) {
      void vscode.window.showErrorMessage(
        vscode.l10n.t('Xencfg could not convert {0}: the log says why.', nameOf(document.uri)),
      );
      return;
    }
    guests.push({ result, fileName: fileNameOf(document, result, Object.values(presets)) });
  }
  const single = guests.length === 1 && !folder ? guests[0] : undefined;
  const files = single ? await pickFile(document, single) : await pickFolder(document, guests, folder);
  if (files && (await writeAll(guests, files))) await sayWritten(guests, files);
}

async function convert(
  client: BaseLanguageClient,
  document: vscode.TextDocument,
  presets: Readonly<Record<string, string>>,
): Promise<PreviewResult | undefined> {
  const params: ConversionParams = { uri: client.code2ProtocolConverter.asUri(document.uri), presets };
  try {
    return (await client.sendRequest<PreviewResult | null>(PREVIEW_REQUEST, params)) ?? undefined;
  } catch (error) {
    client.warn(`No conversion of ${document.uri.toString()}: ${error}`);
    return undefined;
  }
}

/** After the guest, or the document and the values while the guest's name is not known. */
function fileNameOf(document: vscode.TextDocument, { name, left }: PreviewResult, values: readonly string[]): string {
  if (name !== undefined && left.length === 0 && !/[/\\\0]|^\.*$/.test(name)) return `${name}.cfg`;
  const stem = nameOf(document.uri).replace(/\.\w+$/, '');
  return `${[stem, ...values].join('-').replace(/[/\\]/g, '_')}.cfg`;
}

async function pickFile(document: vscode.TextDocument, { fileName }: Guest): Promise<vscode.Uri[] | undefined> {
  const folder = folderOf(document);
  const title = vscode.l10n.t('Save {0} as xl', nameOf(document.uri));
  const picked = await vscode.window.showSaveDialog({
    title,
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, fileName) }),
  });
  return picked && [picked];
}

async function pickFolder(
  document: vscode.TextDocument,
  guests: readonly Guest[],
  given: vscode.Uri | undefined,
): Promise<vscode.Uri[] | undefined> {
  const names = guests.map(({ fileName }) => fileName);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) {
    void vscode.window.showErrorMessage(vscode.l10n.t('Two guests would be written to {0}.', twice));
    return undefined;
  }
  const folder = given ?? (await askForFolder(document, names.length));
  if (!folder) return undefined;
  const files = names.map((name) => vscode.Uri.joinPath(folder, name));
  const present: string[] = [];
  for (const [i, file] of files.entries()) if (await exists(file)) present.push(names[i]!);
  if (present.length === 0) return files;
  const replace = vscode.l10n.t('Replace');
  const message = vscode.l10n.t('There already: {0}', present.slice(0, 10).join(', '));
  return (await vscode.window.showWarningMessage(message, { modal: true }, replace)) === replace ? files : undefined;
}

async function askForFolder(document: vscode.TextDocument, count: number): Promise<vscode.Uri | undefined> {
  const folder = folderOf(document);
  const picked = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Folder for the {0} guests of {1}', count, nameOf(document.uri)),
    openLabel: vscode.l10n.t('Save {0} Files Here', count),
    canSelectFiles: false,
    canSelectFolders: true,
    ...(folder && { defaultUri: folder }),
  });
  return picked?.[0];
}

/** The folder of a document, or the workspace's for one that is no file yet. */
function folderOf({ uri, isUntitled }: vscode.TextDocument): vscode.Uri | undefined {
  return isUntitled ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(uri, '..');
}

/** Writes all files as one edit, which one undo takes back. */
async function writeAll(guests: readonly Guest[], files: readonly vscode.Uri[]): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  for (const [i, { result }] of guests.entries()) {
    edit.createFile(files[i]!, { overwrite: true, contents: new TextEncoder().encode(result.text) });
  }
  if (await vscode.workspace.applyEdit(edit)) return true;
  void vscode.window.showErrorMessage(vscode.l10n.t('The files could not be written.'));
  return false;
}

async function sayWritten(guests: readonly Guest[], files: readonly vscode.Uri[]): Promise<void> {
  await vscode.window.showTextDocument(files[0]!, { preview: false, viewColumn: vscode.ViewColumn.Active });
  const names = files.map(nameOf);
  const shown = names.length > 8 ? [...names.slice(0, 7), '…', names.at(-1)!] : names;
  const open = guests.filter(({ result }) => result.left.length > 0 || result.verdict !== 'accepted').length;
  const written = vscode.l10n.t('Written: {0}.', shown.join(', '));
  if (open === 0) void vscode.window.showInformationMessage(written);
  else {
    const rest = vscode.l10n.t('xl does not accept {0} of them yet: see the problems.', open);
    void vscode.window.showWarningMessage(`${written} ${rest}`);
  }
}
