import type { SelectionRange } from 'vscode-languageserver';
import { selections } from '../service/index';
import { toRange } from './places';
import { answer } from './request';
import type { Server } from './server';

/** Registers `textDocument/selectionRange`. */
export function answerSelections(server: Server): void {
  server.connection.onSelectionRanges(({ textDocument: { uri }, positions }, token) =>
    answer<SelectionRange[]>(server, 'textDocument/selectionRange', uri, token, [], ({ analysis, document }) =>
      positions.map((position) => {
        const spans = selections(analysis, document.offsetAt(position));
        return spans.reduceRight<SelectionRange | undefined>(
          (parent, span) => ({ range: toRange(analysis.lines, span), ...(parent ? { parent } : {}) }),
          undefined,
        )!;
      }),
    ),
  );
}
