// From a keystroke to the diagnostics of the new text.
import { quantile } from './clock.mjs';
import { CONTENTS } from './content.mjs';
import { Session } from './session.mjs';
import { figure, table } from './table.mjs';

/** What is edited: content, lines, and how many edits are measured behind how many to warm up. */
const TEXTS = [
  { content: 'one guest', lines: 60, count: 200, warm: 300 },
  { content: 'one guest', lines: 10_000, count: 60, warm: 30 },
  { content: 'guests', lines: 10_000, count: 60, warm: 30 },
];

/** Edits of a peer are fewer where each takes long. */
const SLOW = new Set(['yaml', 'bash', 'vscode-json']);

async function editTimes(server, text, slow, pull, effort) {
  const session = await Session.open(server, CONTENTS[text.content](text.lines), pull);
  const part = slow ? effort / 20 : effort;
  const share = (count) => Math.max(3, Math.round(count * part));
  try {
    const times = await session.afterEdits(share(text.count), share(text.warm));
    return { times, how: session.pulls ? 'asked' : 'told' };
  } catch {
    return { times: [], how: 'none' };
  } finally {
    await session.close();
  }
}

function cells(times) {
  if (times.length === 0) return ['-', '-', '-', '-'];
  const wall = times.map((time) => time.wall);
  const cpu = times.map((time) => time.cpu);
  return [quantile(wall, 0.5), quantile(wall, 0.95), quantile(cpu, 0.5), quantile(cpu, 0.95)].map(figure);
}

/** Every server in every text; ours both asked (pull) and telling by itself (push). */
export async function editTable({ all, effort }) {
  const rows = [];
  for (const text of TEXTS) {
    for (const [name, server] of Object.entries(all)) {
      if (name === 'empty') continue;
      for (const pull of name === 'Xencfg' ? [true, false] : [true]) {
        const { times, how } = await editTimes(server, text, SLOW.has(name), pull, effort);
        rows.push([`${text.content}, ${text.lines} lines: ${name}, ${how}`, ...cells(times)]);
      }
    }
  }
  return table('Edit to diagnostics, milliseconds:', HEAD, rows);
}

const HEAD = ['', 'p50', 'p95', 'p50 of the processor', 'p95 of the processor'];

/** A new setting typed letter by letter, so that most texts on the way are refused: diagnostics after each letter. */
const TYPED = {
  xl: 'vif_script = "vif-bridge"',
  json: '"vif_script": "vif-bridge",',
  yaml: '  vif_script: "vif-bridge"',
};

/** Xencfg and vscode-json while a new line is typed (yaml waits too long after each letter to be asked). */
export async function halfTypedTable({ all, effort }) {
  const rows = [];
  for (const lines of [60, 10_000]) {
    for (const name of ['Xencfg', 'vscode-json']) {
      const server = all[name];
      const session = await Session.open(server, CONTENTS['one guest'](lines));
      const times = [];
      const rounds = Math.max(2, Math.round((lines > 1000 ? 3 : 6) * effort));
      for (let round = 0; round <= rounds; round++) {
        const typed = await session.type(session.written.keys.at(-8), TYPED[server.language]);
        if (round > 0) times.push(...typed);
      }
      await session.close();
      rows.push([`${lines} lines: ${name}`, ...cells(times)]);
    }
  }
  return table('A line being typed, to diagnostics after each letter, milliseconds:', HEAD, rows);
}
