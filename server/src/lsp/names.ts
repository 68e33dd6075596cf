import { ResponseError } from 'vscode-jsonrpc';
import type {
  DocumentHighlight,
  Location,
  Range,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import {
  definitionsAt,
  mentionsOf,
  type Occurrences,
  occurrencesAt,
  type Renamed,
  renameMention,
  renameVariable,
  renamingAt,
} from '../service/index';
import { type Neighbour, neighboursOf } from './neighbours';
import { DocumentHighlightKind, LSPErrorCodes } from './numbers';
import { toRange, toTextEdits } from './places';
import { type Analysed, answer } from './request';
import type { Server } from './server';

/** Registers highlights, definition, references and rename. */
export function answerNames(server: Server): void {
  const { connection } = server;
  connection.onDocumentHighlight(({ textDocument: { uri }, position }, token) =>
    answer<DocumentHighlight[]>(server, 'textDocument/documentHighlight', uri, token, [], ({ analysis, document }) => {
      const all = occurrencesAt(analysis, document.offsetAt(position))?.all ?? [];
      return server.limits.cap(uri, 'highlights', all).map(({ span, write }) => ({
        range: toRange(analysis.lines, span),
        kind: write ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }));
    }),
  );
  connection.onDefinition(({ textDocument: { uri }, position }, token) =>
    answer<Location[]>(server, 'textDocument/definition', uri, token, [], async (checked) => {
      const { analysis, document } = checked;
      const offset = document.offsetAt(position);
      const own = definitionsAt(analysis, offset).map((span) => ({ uri, range: toRange(analysis.lines, span) }));
      if (own.length > 0) return own;
      const found = await elsewhere(server, checked, occurrencesAt(analysis, offset));
      return found.filter(({ write }) => write).map(({ uri, range }) => ({ uri, range }));
    }),
  );
  connection.onReferences(({ textDocument: { uri }, position, context }, token) =>
    answer<Location[]>(server, 'textDocument/references', uri, token, [], async (checked) => {
      const { analysis, document } = checked;
      const found = occurrencesAt(analysis, document.offsetAt(position));
      const own = (found?.all ?? []).map(({ span, write }) => ({ uri, range: toRange(analysis.lines, span), write }));
      const all = [...own, ...(await elsewhere(server, checked, found))];
      const wanted = all.filter(({ write }) => context.includeDeclaration || !write);
      return server.limits.cap(uri, 'references', wanted).map(({ uri, range }) => ({ uri, range }));
    }),
  );
  connection.onPrepareRename(({ textDocument: { uri }, position }, token) =>
    answer(server, 'textDocument/prepareRename', uri, token, null, ({ analysis, document }) => {
      const found = renamingAt(analysis, document.offsetAt(position), server.caption);
      if (!found) return null;
      if ('problem' in found) throw refused(found.problem);
      return { range: toRange(analysis.lines, found.span), placeholder: found.name };
    }),
  );
  connection.onRenameRequest(({ textDocument: { uri }, position, newName }, token) =>
    answer<WorkspaceEdit | null>(server, 'textDocument/rename', uri, token, null, (checked) =>
      rename(server, checked, checked.document.offsetAt(position), newName),
    ),
  );
}

interface Place {
  readonly uri: string;
  readonly range: Range;
  readonly write: boolean;
}

/** Where other files speak of the same thing; a variable and a key are their file's own. */
async function elsewhere(server: Server, checked: Analysed, found: Occurrences | undefined): Promise<Place[]> {
  if (!found || found.kind === 'variable' || found.kind === 'key') return [];
  const { kind, name } = found;
  return (await neighboursOf(server, checked, name)).flatMap(({ uri, analysis }) =>
    mentionsOf(analysis, kind, name).map(({ span, write }) => ({ uri, range: toRange(analysis.lines, span), write })),
  );
}

/** Renames in the file, and in all others what they share with it. */
async function rename(
  server: Server,
  checked: Analysed,
  offset: number,
  newName: string,
): Promise<WorkspaceEdit | null> {
  const { analysis, document, version } = checked;
  const found = renamingAt(analysis, offset, server.caption);
  if (!found) return null;
  if ('problem' in found) throw refused(found.problem);
  const { kind, name } = found;
  const own: Neighbour = { uri: document.uri, version, analysis };
  if (kind === 'variable') return toEdit(server, [[own, renameVariable(analysis, offset, newName, server.caption)]]);
  const files = [own, ...(await neighboursOf(server, checked, name))];
  return toEdit(
    server,
    files.map((file) => [file, renameMention(file.analysis, kind, name, newName, server.caption)]),
  );
}

function toEdit(server: Server, files: readonly (readonly [Neighbour, Renamed])[]): WorkspaceEdit {
  const edits = files.flatMap(([{ uri, version, analysis }, renamed]): TextDocumentEdit[] => {
    if ('problem' in renamed) throw refused(renamed.problem);
    if (renamed.edits.length === 0) return [];
    return [{ textDocument: { uri, version }, edits: toTextEdits(analysis.lines, renamed.edits) }];
  });
  if (server.abilities.versionedEdits) return { documentChanges: edits };
  const changes: NonNullable<WorkspaceEdit['changes']> = {};
  for (const { textDocument, edits: of } of edits) changes[textDocument.uri] = of as TextEdit[];
  return { changes };
}

/** Why something can't be renamed, as the editor shows it. */
function refused(problem: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, problem);
}
