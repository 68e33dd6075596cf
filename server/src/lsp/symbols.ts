import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver';
import { type OutlineSymbol, outline, sxpOutline } from '../service/index';
import type { LineIndex } from '../syntax/lines';
import { ascii, JsonWriter } from './json-writer';
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
    return server.abilities.symbolTrees ? write(kept, lines) : flat(kept, uri, lines, undefined);
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

/** About as many bytes as a symbol takes. */
const SYMBOL = 260;

function write(symbols: readonly OutlineSymbol[], lines: LineIndex): DocumentSymbol[] {
  const json = new JsonWriter(countOf(symbols) * SYMBOL);
  writeAll(json, symbols, lines);
  return json.answer();
}

function countOf(symbols: readonly OutlineSymbol[]): number {
  return symbols.reduce((sum, { children }) => sum + 1 + countOf(children), 0);
}

function writeAll(json: JsonWriter, symbols: readonly OutlineSymbol[], lines: LineIndex): void {
  json.raw(WORDS.open);
  for (const [index, { name, detail, kind, span, nameSpan, children }] of symbols.entries()) {
    json.raw(index === 0 ? WORDS.first : WORDS.next).string(name);
    if (detail) json.raw(WORDS.detail).string(detail);
    json.raw(WORDS.kind).number(KINDS[kind]).raw(WORDS.range);
    const from = json.length;
    json.range(lines, span);
    const to = json.length;
    json.raw(WORDS.selectionRange);
    if (nameSpan === span) json.repeat(from, to);
    else json.range(lines, nameSpan);
    if (children.length > 0) writeAll(json.raw(WORDS.children), children, lines);
    json.raw(WORDS.end);
  }
  json.raw(WORDS.close);
}

const WORDS = {
  open: ascii('['),
  first: ascii('{"name":'),
  next: ascii(',{"name":'),
  detail: ascii(',"detail":'),
  kind: ascii(',"kind":'),
  range: ascii(',"range":'),
  selectionRange: ascii(',"selectionRange":'),
  children: ascii(',"children":'),
  end: ascii('}'),
  close: ascii(']'),
};

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
