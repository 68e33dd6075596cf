import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type DocumentParams,
  LIST_FILES_REQUEST,
  type ListFilesResult,
  READ_FILE_REQUEST,
  type ReadFileResult,
} from '../../server/src/lsp/protocol';
import { decode } from '../../server/src/syntax/file-bytes';

/** Folders that hold no guests of a host. */
const PASSED_OVER = new Set(['.git', '.hg', '.svn', 'node_modules']);

/** A file system behind a network is not read further than this. */
const MOST_FILES = 20_000;
const MOST_BYTES = 1024 * 1024;

/** Answers the server where it cannot reach the workspace's files itself: in a browser, and on virtual file systems. */
export function serveFiles(client: BaseLanguageClient): vscode.Disposable {
  const uriOf = ({ uri }: DocumentParams) => client.protocol2CodeConverter.asUri(uri);
  return vscode.Disposable.from(
    client.onRequest(LIST_FILES_REQUEST, async (params: DocumentParams): Promise<ListFilesResult> => {
      const uris: string[] = [];
      await list(uriOf(params), uris, client);
      return { uris };
    }),
    client.onRequest(READ_FILE_REQUEST, async (params: DocumentParams): Promise<ReadFileResult> => {
      try {
        const bytes = await vscode.workspace.fs.readFile(uriOf(params));
        const isText = bytes.length <= MOST_BYTES && !bytes.subarray(0, 4096).includes(0);
        return { text: isText ? decode(bytes) : null };
      } catch {
        return { text: null };
      }
    }),
  );
}

/** The files at or below a place. Links are passed over: what they lead to has a name of its own. */
async function list(place: vscode.Uri, into: string[], client: BaseLanguageClient): Promise<void> {
  let type: vscode.FileType;
  try {
    type = (await vscode.workspace.fs.stat(place)).type;
  } catch {
    return;
  }
  const folders = type & vscode.FileType.Directory ? [place] : [];
  if (folders.length === 0) into.push(client.code2ProtocolConverter.asUri(place));
  for (let folder = folders.pop(); folder && into.length < MOST_FILES; folder = folders.pop()) {
    let entries: [string, vscode.FileType][];
    try {
      entries = await vscode.workspace.fs.readDirectory(folder);
    } catch {
      continue;
    }
    for (const [name, kind] of entries) {
      const uri = vscode.Uri.joinPath(folder, name);
      if (kind === vscode.FileType.File) into.push(client.code2ProtocolConverter.asUri(uri));
      else if (kind === vscode.FileType.Directory && !PASSED_OVER.has(name)) folders.push(uri);
    }
  }
}
