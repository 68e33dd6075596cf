import { type SemanticTokens, SemanticTokensBuilder, type SemanticTokensLegend } from 'vscode-languageserver';
import { type SemanticToken, semanticTokens } from '../service/index';
import type { Span } from '../syntax/span';
import { type Analysed, answer } from './request';
import type { Server } from './server';

/** The words that tokens are numbered by: standard ones of LSP alone. */
export const LEGEND: SemanticTokensLegend & { readonly tokenTypes: SemanticToken['type'][] } = {
  tokenTypes: ['property', 'variable', 'function', 'parameter', 'namespace', 'enumMember', 'number', 'keyword'],
  tokenModifiers: ['deprecated'],
};

const TYPES = new Map(LEGEND.tokenTypes.map((type, index) => [type, index]));

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

function build({ analysis }: Analysed, within?: Span): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const { span, type, deprecated } of semanticTokens(analysis, within)) {
    const { line, character } = analysis.lines.position(span.start);
    builder.push(line, character, span.end - span.start, TYPES.get(type)!, deprecated ? 1 : 0);
  }
  return builder.build();
}
