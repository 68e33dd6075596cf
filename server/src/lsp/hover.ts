import type { Hover } from 'vscode-languageserver';
import { hover, sxpHover } from '../service/index';
import type { LineIndex } from '../syntax/lines';
import { toMarkup } from './markup';
import { toRange } from './places';
import { answer } from './request';
import type { Server } from './server';

/** Registers `textDocument/hover`. */
export function answerHovers(server: Server): void {
  const toHover = (found: ReturnType<typeof hover>, lines: LineIndex): Hover | null =>
    found
      ? { contents: toMarkup(found.markdown, server.abilities.hoverMarkdown), range: toRange(lines, found.span) }
      : null;
  server.connection.onHover(({ textDocument: { uri }, position }, token) =>
    answer<Hover | null>(
      server,
      'textDocument/hover',
      uri,
      token,
      null,
      ({ analysis, document }) => toHover(hover(analysis, document.offsetAt(position)), analysis.lines),
      ({ sxp, document }) => toHover(sxpHover(sxp, document.offsetAt(position)), sxp.lines),
    ),
  );
}
