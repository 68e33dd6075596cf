import type { Hover } from 'vscode-languageserver';
import { hover } from '../service/index';
import { toMarkup } from './markup';
import { toRange } from './places';
import { answer } from './request';
import type { Server } from './server';

/** Registers `textDocument/hover`. */
export function answerHovers(server: Server): void {
  server.connection.onHover(({ textDocument: { uri }, position }, token) =>
    answer<Hover | null>(server, 'textDocument/hover', uri, token, null, ({ analysis, document }) => {
      const found = hover(analysis, document.offsetAt(position));
      if (!found) return null;
      return {
        contents: toMarkup(found.markdown, server.abilities.hoverMarkdown),
        range: toRange(analysis.lines, found.span),
      };
    }),
  );
}
