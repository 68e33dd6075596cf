import type { SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver';
import { type SemanticToken, semanticTokens } from '../service/index';
import type { Span } from '../syntax/span';
import { type Analysed, answer } from './request';
import type { Server } from './server';

/** The words that tokens are numbered by: standard ones of LSP alone. */
export const LEGEND: SemanticTokensLegend & { readonly tokenTypes: SemanticToken['type'][] } = {
  tokenTypes: ['property', 'variable', 'function', 'parameter', 'namespace', 'enumMember', 'number', 'keyword'],
  tokenModifiers: ['deprecated'],
};

const TYPES = Object.fromEntries(LEGEND.tokenTypes.map((type, index) => [type, index])) as Record<
  SemanticToken['type'],
  number
>;

/** Registers `textDocument/semanticTokens/full` and `/range`. */
export function answerTokens(server: Server): void {
  const { semanticTokens: requests } = server.connection.languages;
  requests.on(({ textDocument: { uri } }, token) =>
    answer<SemanticTokens>(server, 'textDocument/semanticTokens/full', uri, token, { data: [] }, (checked) =>
      build(checked),
    ),
  );
  requests.onRange(({ textDocument: { uri }, range }, token) =>
    answer<SemanticTokens>(server, 'textDocument/semanticTokens/range', uri, token, { data: [] }, (checked) => {
      const { document } = checked;
      return build(checked, { start: document.offsetAt(range.start), end: document.offsetAt(range.end) });
    }),
  );
}

/** Five numbers for each token; lines and places on a line are counted from the token before. */
function build({ analysis }: Analysed, within?: Span): SemanticTokens {
  const { lines } = analysis;
  const tokens = semanticTokens(analysis, within);
  const data: number[] = [];
  let at = 0;
  let line = 0;
  let from = 0;
  let next = lines.start(1);
  for (const { span, type, deprecated } of tokens) {
    const before = line;
    if (span.start >= next && line + 1 < lines.count) {
      line = lines.position(span.start).line;
      from = lines.start(line);
      next = lines.start(line + 1);
    }
    data[at++] = line - before;
    data[at++] = span.start - from;
    data[at++] = span.end - span.start;
    data[at++] = TYPES[type];
    data[at++] = deprecated ? 1 : 0;
    from = span.start;
  }
  return { data };
}
