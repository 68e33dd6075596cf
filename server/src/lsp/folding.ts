import type { FoldingRange } from 'vscode-languageserver';
import { type Fold, folds, sxpFolds } from '../service/index';
import { MAX_ITEMS } from './limits';
import { FoldingRangeKind } from './numbers';
import { answer } from './request';
import type { Server } from './server';

const KINDS = {
  comment: FoldingRangeKind.Comment,
  region: FoldingRangeKind.Region,
  imports: FoldingRangeKind.Imports,
} as const;

/** Registers `textDocument/foldingRange`. */
export function answerFolding(server: Server): void {
  const toRanges = (uri: string, found: readonly Fold[]): FoldingRange[] => {
    const most = Math.min(server.abilities.foldingLimit ?? MAX_ITEMS, MAX_ITEMS);
    return server.limits
      .cap(uri, 'folding ranges', found, undefined, most)
      .map(({ startLine, endLine, kind }) => ({ startLine, endLine, ...(kind ? { kind: KINDS[kind] } : {}) }));
  };
  server.connection.onFoldingRanges(({ textDocument: { uri } }, token) =>
    answer<FoldingRange[]>(
      server,
      'textDocument/foldingRange',
      uri,
      token,
      [],
      ({ analysis }) => toRanges(uri, folds(analysis)),
      ({ sxp }) => toRanges(uri, sxpFolds(sxp)),
    ),
  );
}
