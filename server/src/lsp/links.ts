import type { DocumentLink } from 'vscode-languageserver';
import { fileLinks } from '../service/index';
import { toRange } from './places';
import { answer } from './request';
import type { Server } from './server';

/** Registers `textDocument/documentLink`: files are looked for where the document lies, as over Remote-SSH. */
export function answerLinks(server: Server): void {
  server.connection.onDocumentLinks(({ textDocument: { uri } }, token) =>
    answer<DocumentLink[]>(server, 'textDocument/documentLink', uri, token, [], ({ analysis }) => {
      const root = rootOf(uri);
      if (root === undefined) return [];
      return server.limits.cap(uri, 'links', fileLinks(analysis)).map(({ span, path }) => ({
        range: toRange(analysis.lines, span),
        target: root + encodeURI(path).replace(/[?#]/g, encodeURIComponent),
      }));
    }),
  );
}

/** The scheme and authority of a document in a file system; an untitled one has none. */
function rootOf(uri: string): string | undefined {
  return /^(?!untitled:)[\w.+-]+:\/\/[^/]*(?=\/)/.exec(uri)?.[0];
}
