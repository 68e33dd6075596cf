import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver';
import { type OutlineSymbol, outline, sxpOutline } from '../service/index';
import type { LineIndex } from '../syntax/lines';
import { MAX_ITEMS } from './limits';
import { SymbolKind } from './numbers';
import { toRange } from './places';
import { answer } from './request';
import type { Server } from './server';

const KINDS: Readonly<Record<OutlineSymbol['kind'], SymbolKind>> = {
  guest: SymbolKind.Module,
  setting: SymbolKind.Property,
  list: SymbolKind.Array,
  disk: SymbolKind.File,
  network: SymbolKind.Interface,
  device: SymbolKind.Field,
  item: SymbolKind.String,
  variable: SymbolKind.Variable,
  function: SymbolKind.Function,
};

/** Registers `textDocument/documentSymbol`: a tree, or a flat list for clients without trees. */
export function answerSymbols(server: Server): void {
  const toAnswer = (uri: string, found: readonly OutlineSymbol[], lines: LineIndex) => {
    const kept = server.limits.cap(uri, 'symbols', found, ({ children }) => children);
    return server.abilities.symbolTrees ? kept.map((one) => toSymbol(one, lines)) : flat(kept, uri, lines, undefined);
  };
  server.connection.onDocumentSymbol(({ textDocument: { uri } }, token) =>
    answer<DocumentSymbol[] | SymbolInformation[]>(
      server,
      'textDocument/documentSymbol',
      uri,
      token,
      [],
      ({ analysis }) => toAnswer(uri, outline(analysis, MAX_ITEMS + 1, server.caption), analysis.lines),
      ({ sxp }) => toAnswer(uri, sxpOutline(sxp, MAX_ITEMS + 1), sxp.lines),
    ),
  );
}

function toSymbol({ name, detail, kind, span, nameSpan, children }: OutlineSymbol, lines: LineIndex): DocumentSymbol {
  const range = toRange(lines, span);
  const selectionRange = nameSpan === span ? range : toRange(lines, nameSpan);
  const symbol: DocumentSymbol = { name, kind: KINDS[kind], range, selectionRange };
  if (detail) symbol.detail = detail;
  if (children.length > 0) symbol.children = children.map((child) => toSymbol(child, lines));
  return symbol;
}

function flat(
  symbols: readonly OutlineSymbol[],
  uri: string,
  lines: LineIndex,
  within: string | undefined,
): SymbolInformation[] {
  return symbols.flatMap((symbol) => [
    {
      name: symbol.name,
      kind: KINDS[symbol.kind],
      location: { uri, range: toRange(lines, symbol.span) },
      ...(within === undefined ? {} : { containerName: within }),
    },
    ...flat(symbol.children, uri, lines, symbol.name),
  ]);
}
