import type { FormattingOptions, TextEdit } from 'vscode-languageserver';
import { type FormatOptions, format, formatOnType } from '../service/index';
import { toTextEdits } from './places';
import { answer } from './request';
import type { Server } from './server';

/** What ends a setting: the end of a line, of a list, of one statement among others. */
export const TYPED: readonly [string, ...string[]] = ['\n', ']', ';'];

/** Registers the formatting of a document, of a range, and while typing. */
export function answerFormatting(server: Server): void {
  const { connection } = server;
  connection.onDocumentFormatting(({ textDocument: { uri }, options }, token) =>
    answer<TextEdit[]>(server, 'textDocument/formatting', uri, token, [], ({ analysis }) =>
      toTextEdits(analysis.lines, format(analysis, toOptions(options))),
    ),
  );
  connection.onDocumentRangeFormatting(({ textDocument: { uri }, range, options }, token) =>
    answer<TextEdit[]>(server, 'textDocument/rangeFormatting', uri, token, [], ({ analysis, document }) => {
      const within = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
      return toTextEdits(analysis.lines, format(analysis, toOptions(options), within));
    }),
  );
  connection.onDocumentOnTypeFormatting(({ textDocument: { uri }, position, options }, token) =>
    answer<TextEdit[]>(server, 'textDocument/onTypeFormatting', uri, token, [], ({ analysis, document }) =>
      toTextEdits(analysis.lines, formatOnType(analysis, toOptions(options), document.offsetAt(position))),
    ),
  );
}

function toOptions({ insertSpaces, tabSize }: FormattingOptions): FormatOptions {
  const width = Number.isInteger(tabSize) && tabSize > 0 && tabSize <= 16 ? tabSize : 4;
  return { indent: insertSpaces ? ' '.repeat(width) : '\t' };
}
