import type { SymbolInformation, WorkspaceSymbol } from 'vscode-languageserver';
import type { Claim } from '../rules/across';
import { MAX_ITEMS } from './limits';
import { SymbolKind } from './numbers';
import type { Server } from './server';

const KINDS: Readonly<Partial<Record<Claim['kind'], SymbolKind>>> = {
  name: SymbolKind.Module,
  uuid: SymbolKind.Key,
  mac: SymbolKind.Interface,
};

/** Registers `workspace/symbol`: guests by name, UUID and MAC address, in files that are open and in those that are not. */
export function answerWorkspaceSymbols(server: Server): void {
  server.connection.onWorkspaceSymbol(({ query }) =>
    server.guard.run<SymbolInformation[] | WorkspaceSymbol[]>('workspace/symbol', [], () => {
      const found: SymbolInformation[] = [];
      for (const { uri, record } of server.space.guests()) {
        for (const { kind, id, place } of record.claims.flat()) {
          const symbol = KINDS[kind];
          if (symbol === undefined || !isMeant(id, query)) continue;
          const range = { start: place.from, end: place.to };
          const containerName = kind === 'name' ? undefined : record.name;
          found.push({
            name: id,
            kind: symbol,
            location: { uri, range },
            ...(containerName !== undefined && { containerName }),
          });
        }
      }
      return [...server.limits.cap('the workspace', 'symbols', found, undefined, MAX_ITEMS)];
    }),
  );
}

/** True when the letters of a query stand in a name in their order, whatever their case: editors sort what they get. */
function isMeant(name: string, query: string): boolean {
  let at = 0;
  const lower = name.toLowerCase();
  for (const letter of query.toLowerCase()) {
    if (letter === ' ') continue;
    at = lower.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
