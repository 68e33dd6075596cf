import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';
import { folds } from '../service/index';
import { MAX_ITEMS } from './limits';
import { answer } from './request';
import type { Server } from './server';

const KINDS = {
  comment: FoldingRangeKind.Comment,
  region: FoldingRangeKind.Region,
  imports: FoldingRangeKind.Imports,
} as const;

/** Registers `textDocument/foldingRange`. */
export function answerFolding(server: Server): void {
  server.connection.onFoldingRanges(({ textDocument: { uri } }, token) =>
    answer<FoldingRange[]>(server, 'textDocument/foldingRange', uri, token, [], ({ analysis }) => {
      const most = Math.min(server.abilities.foldingLimit ?? MAX_ITEMS, MAX_ITEMS);
      return server.limits
        .cap(uri, 'folding ranges', folds(analysis), undefined, most)
        .map(({ startLine, endLine, kind }) => ({ startLine, endLine, ...(kind ? { kind: KINDS[kind] } : {}) }));
    }),
  );
}
