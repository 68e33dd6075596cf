import { type Hover, MarkupKind } from 'vscode-languageserver';
import { hover } from '../service/index';
import { cancelled } from './guard';
import { toRange } from './places';
import type { Server } from './server';

/** Registers `textDocument/hover`. */
export function answerHovers(server: Server): void {
  server.connection.onHover((params, token) =>
    server.guard.run<Hover | null>('textDocument/hover', null, async () => {
      const checked = await server.documents.checkedAsIs(params.textDocument.uri);
      if (token.isCancellationRequested) throw cancelled();
      if (!checked?.analysis) return null;
      const found = hover(checked.analysis, checked.document.offsetAt(params.position));
      if (!found) return null;
      const kind = server.abilities.hoverMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText;
      return { contents: { kind, value: found.markdown }, range: toRange(checked.analysis.lines, found.span) };
    }),
  );
}
