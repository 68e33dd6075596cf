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
      return server.limits.cap(uri, 'links', fileLinks(analysis)).flatMap(({ span, path }) => {
        const encoded = encodedPath(path);
        return encoded === undefined ? [] : [{ range: toRange(analysis.lines, span), target: root + encoded }];
      });
    }),
  );
}

/** The scheme, and the authority where there is one, of a document in a file system; an untitled one has none. */
function rootOf(uri: string): string | undefined {
  return /^(?!untitled:)[\w.+-]+:(?:\/\/[^/]*)?(?=\/)/.exec(uri)?.[0];
}

/** A path as a part of a URI; undefined for one with bytes that are no characters. */
function encodedPath(path: string): string | undefined {
  try {
    return encodeURI(path).replace(/[?#]/g, encodeURIComponent);
  } catch {
    return undefined;
  }
}
