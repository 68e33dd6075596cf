// What an editor asks beside diagnostics: completion after an edit, outlines and tokens, formatting.
import { setTimeout } from 'node:timers/promises';
import { quantile, timed } from './clock.mjs';
import { CONTENTS } from './content.mjs';
import { Session } from './session.mjs';
import { figure, table } from './table.mjs';

/** The beginning of a key, on a line of its own, in each language. */
const BEGUN = { xl: 'me = 1\n', json: '"me": 1,\n', yaml: '  me: 1\n', shell: 'me=1\n' };

const PEERS = ['Xencfg', 'vscode-json', 'yaml', 'bash'];

/** Completion behind `me` on a line of its own, each time after a letter typed elsewhere. */
export async function completionTable({ all, effort }) {
  const rows = [];
  for (const lines of [60, 10_000]) {
    for (const name of PEERS) {
      const server = all[name];
      const session = await Session.open(server, CONTENTS['one guest'](lines));
      const key = session.written.keys.at(-8);
      session.change({ start: key, end: key }, BEGUN[server.language]);
      const position = { line: key.line, character: BEGUN[server.language].indexOf('me') + 2 };
      const many = name === 'Xencfg' ? (lines > 1000 ? 60 : 200) : lines > 1000 ? 3 : 30;
      const count = Math.max(3, Math.round(many * effort));
      // a list or null, and JSON's own list of one
      const ask = () => session.request('textDocument/completion', { position });
      try {
        const times = await session.afterEdits(count, count, ask);
        const items = times.at(-1).result?.items ?? times.at(-1).result ?? [];
        rows.push([`${lines} lines: ${name}`, String(items.length), ...cells(times)]);
      } finally {
        await session.close();
      }
    }
  }
  return table('Completion after an edit, milliseconds:', ['', 'items', ...TIMES], rows);
}

const TIMES = ['p50', 'p95', 'p50 of the processor', 'p95 of the processor'];

function cells(times) {
  const wall = times.map((time) => time.wall);
  const cpu = times.map((time) => time.cpu);
  return [quantile(wall, 0.5), quantile(wall, 0.95), quantile(cpu, 0.5), quantile(cpu, 0.95)].map(figure);
}

/** A request about a whole text, and what in a server's capabilities says that it answers it. */
const REQUESTS = [
  ['textDocument/documentSymbol', 'documentSymbolProvider'],
  ['textDocument/foldingRange', 'foldingRangeProvider'],
  ['textDocument/semanticTokens/full', 'semanticTokensProvider'],
  ['textDocument/formatting', 'documentFormattingProvider', { options: { tabSize: 4, insertSpaces: true } }],
];

/** Requests about 10,000 lines whose diagnostics are known, from each server that announces them. */
export async function featureTable({ all, effort }) {
  const rows = [];
  for (const name of PEERS) {
    const session = await Session.open(all[name], CONTENTS['one guest'](10_000));
    for (const [method, capability, params] of REQUESTS) {
      const title = `${method.replace('textDocument/', '')}: ${name}`;
      if (!session.client.capabilities[capability]) {
        rows.push([title, ...TIMES.map(() => '-')]);
        continue;
      }
      const times = [];
      const count = Math.max(3, Math.round((name === 'Xencfg' ? 40 : 3) * effort));
      for (let i = 0; i < 2 * count; i++) {
        session.edit();
        await (session.pulls ? session.diagnostics() : setTimeout(1));
        const time = await timed(session.pid, () => session.request(method, params)).catch(() => undefined);
        if (time === undefined) break;
        if (i >= count) times.push(time);
      }
      rows.push([title, ...(times.length > 0 ? cells(times) : TIMES.map(() => 'failed'))]);
    }
    await session.close();
  }
  return table('Requests about 10,000 lines, milliseconds:', ['', ...TIMES], rows);
}
