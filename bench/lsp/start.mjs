// What a server costs before it has done anything: its start, and its memory with one small file open.
import { setTimeout } from 'node:timers/promises';
import { Client } from './client.mjs';
import { processorTime, quantile, residentMegabytes } from './clock.mjs';
import { CONTENTS } from './content.mjs';
import { Session } from './session.mjs';
import { figure, table } from './table.mjs';

/** From the start of the process to the answer to `initialize`. */
async function startTimes(server, count) {
  const times = [];
  for (let i = 0; i < count; i++) {
    const begin = process.hrtime.bigint();
    const client = new Client(server.command);
    await client.initialize(true);
    times.push({ wall: Number(process.hrtime.bigint() - begin) / 1e6, cpu: processorTime(client.pid) });
    await client.close();
  }
  return times;
}

/** Megabytes after 60 lines were opened, edited and completed in. */
async function memory(server) {
  const session = await Session.open(server, CONTENTS['one guest'](60));
  const position = session.written.keys[3];
  for (let i = 0; i < 20; i++) {
    session.edit();
    if (session.pulls) await session.diagnostics();
    await session.request('textDocument/completion', { position }).catch(() => undefined);
  }
  await setTimeout(1000);
  const megabytes = residentMegabytes(session.pid);
  await session.close();
  return megabytes;
}

/** Start and memory of every server, and what they are above the empty one's. */
export async function startTable({ all, effort }) {
  const count = Math.max(3, Math.round(7 * effort));
  const figures = {};
  for (const [name, server] of Object.entries(all)) {
    const times = await startTimes(server, count);
    const middle = (of) => quantile(of, 0.5);
    const sizes = [await memory(server)];
    // the two that are told apart by a few megabytes
    while ((name === 'Xencfg' || name === 'empty') && sizes.length < 3) sizes.push(await memory(server));
    figures[name] = [middle(times.map(({ wall }) => wall)), middle(times.map(({ cpu }) => cpu)), middle(sizes)];
  }
  const head = ['', 'initialize, ms', 'above empty', 'of the processor', 'above empty', 'memory, MB', 'above empty'];
  const rows = Object.entries(figures).map(([name, own]) => [
    name,
    ...own.flatMap((number, index) => [figure(number), figure(number - figures.empty[index])]),
  ]);
  return table('Start of the process to the answer to initialize, and memory with 60 lines open:', head, rows);
}
