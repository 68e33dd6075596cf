import type { InlayHint } from 'vscode-languageserver';
import { inlays } from '../service/index';
import { answer } from './request';
import type { Server } from './server';

/** Registers `textDocument/inlayHint`; there are none until the user switches them on. */
export function answerInlays(server: Server): void {
  server.connection.languages.inlayHint.on(({ textDocument: { uri }, range }, token) =>
    answer<InlayHint[]>(server, 'textDocument/inlayHint', uri, token, [], ({ analysis, document, settings }) => {
      if (!settings.inlayHints) return [];
      const within = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
      return server.limits.cap(uri, 'inlay hints', inlays(analysis, within)).map(({ offset, text }) => ({
        position: analysis.lines.position(offset),
        label: text,
        paddingLeft: true,
      }));
    }),
  );
}
