import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { type OutlineSymbol, outline } from '../service/index';
import { MAX_ITEMS } from './limits';
import { toRange } from './places';
import { type Analysed, answer } from './request';
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
  server.connection.onDocumentSymbol(({ textDocument: { uri } }, token) =>
    answer<DocumentSymbol[] | SymbolInformation[]>(server, 'textDocument/documentSymbol', uri, token, [], (checked) => {
      const kept = server.limits.cap(
        uri,
        'symbols',
        outline(checked.analysis, MAX_ITEMS + 1),
        ({ children }) => children,
      );
      return server.abilities.symbolTrees ? kept.map((one) => toSymbol(one, checked)) : flat(kept, checked, undefined);
    }),
  );
}

function toSymbol(symbol: OutlineSymbol, checked: Analysed): DocumentSymbol {
  const { lines } = checked.analysis;
  const children = symbol.children.map((child) => toSymbol(child, checked));
  return {
    name: symbol.name,
    ...(symbol.detail ? { detail: symbol.detail } : {}),
    kind: KINDS[symbol.kind],
    range: toRange(lines, symbol.span),
    selectionRange: toRange(lines, symbol.nameSpan),
    ...(children.length > 0 ? { children } : {}),
  };
}

function flat(symbols: readonly OutlineSymbol[], checked: Analysed, within: string | undefined): SymbolInformation[] {
  return symbols.flatMap((symbol) => [
    {
      name: symbol.name,
      kind: KINDS[symbol.kind],
      location: { uri: checked.document.uri, range: toRange(checked.analysis.lines, symbol.span) },
      ...(within === undefined ? {} : { containerName: within }),
    },
    ...flat(symbol.children, checked, symbol.name),
  ]);
}
