import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ConvertedFile } from '../../server/src/lsp/protocol';
import { decode, encode } from '../../server/src/syntax/file-bytes';
import { exists } from './exists';
import { splitEdits } from './line-ends';
import { nameOf } from './preview-uri';

/** Where the results go: into files of another folder, or into the files themselves with a backup beside each. */
export type Destination = { readonly folder: vscode.Uri } | 'in place';

/** What a conversion of a folder changes. */
export interface Edits {
  /** All changes. */
  readonly edit: vscode.WorkspaceEdit;
  /** The number of files that they change. */
  readonly changed: number;
  /** A line for each file that they leave out. */
  readonly left: readonly string[];
  /** The documents whose line ends have to become LF afterwards, when their changes were confirmed. */
  readonly toLf: readonly vscode.TextDocument[];
}

/** The changes of converted files, in their places or into another folder. Reads files; writes none. */
export async function editOf(
  client: BaseLanguageClient,
  files: readonly ConvertedFile[],
  destination: Destination,
): Promise<Edits> {
  const edit = new vscode.WorkspaceEdit();
  const left: string[] = [];
  const toLf: vscode.TextDocument[] = [];
  let changed = 0;
  const taken = new Set<string>();
  for (const file of files) {
    const about = { needsConfirmation: isDoubtful(file.status), label: wordsOf(file.status) };
    const uri = client.protocol2CodeConverter.asUri(file.uri);
    if (file.before.includes('\ufffd')) {
      left.push(vscode.l10n.t('{0}: its encoding is not known; close it, or save it as UTF-8', file.path));
    } else if (destination !== 'in place') {
      const target = vscode.Uri.joinPath(destination.folder, file.path);
      if (taken.has(target.toString()) || (await exists(target))) {
        left.push(vscode.l10n.t('{0}: there is such a file in the other folder already', file.path));
      } else {
        edit.createFile(target, { contents: encode(file.after) }, about);
        changed++;
      }
      taken.add(target.toString());
    } else if (file.status === 'decision') {
      left.push(vscode.l10n.t('{0}: it needs a decision first', file.path));
    } else if (file.edits.length > 0) {
      const document = isEditable(file.before) ? await vscode.workspace.openTextDocument(uri) : undefined;
      if ((document ? document.getText() : await textOf(uri)) !== file.before) {
        left.push(vscode.l10n.t('{0}: it has changed meanwhile', file.path));
        continue;
      }
      const backup = await unusedName(vscode.Uri.joinPath(uri, '..'), `${nameOf(uri)}.bak`);
      changed++;
      edit.createFile(backup, { contents: encode(file.before) }, about);
      if (!document) edit.createFile(uri, { contents: encode(file.after), overwrite: true }, about);
      else {
        const split = splitEdits(document, file.edits.map(asTextEdit));
        if (split.toLf) toLf.push(document);
        edit.set(
          uri,
          split.edits.map((one): [vscode.TextEdit, vscode.WorkspaceEditEntryMetadata] => [one, about]),
        );
      }
    }
  }
  return { edit, changed, left, toLf };
}

/** False for a text of which VS Code's editors keep less than its file holds: bytes that are no UTF-8, the mark before it. */
function isEditable(text: string): boolean {
  return !text.startsWith('\ufeff') && !/\p{Surrogate}/u.test(text);
}

/** The text of a file on disk, byte for byte; undefined when it cannot be read. */
async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

function asTextEdit({ range: { start, end }, newText }: ConvertedFile['edits'][number]): vscode.TextEdit {
  return new vscode.TextEdit(new vscode.Range(start.line, start.character, end.line, end.character), newText);
}

/** True for a result that somebody should look at: it is written only when it is ticked. */
function isDoubtful(status: ConvertedFile['status']): boolean {
  return status === 'assumed' || status === 'decision';
}

/** The heading of the preview under which a change stands. */
function wordsOf(status: ConvertedFile['status']): string {
  if (status === 'assumed') return vscode.l10n.t('Converted under assumptions');
  if (status === 'decision') return vscode.l10n.t('Needs a decision');
  return status === 'unchanged' ? vscode.l10n.t('Nothing to convert') : vscode.l10n.t('Converted');
}

/** NAME in a folder, or NAME.1 and so on where there is such a file already. */
export async function unusedName(folder: vscode.Uri, name: string): Promise<vscode.Uri> {
  for (let i = 0; ; i++) {
    const file = vscode.Uri.joinPath(folder, i === 0 ? name : `${name}.${i}`);
    if (!(await exists(file))) return file;
  }
}
