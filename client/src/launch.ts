// What dist/client.node.js is: runs the client that lies beside it, with the code that V8 compiled of it last time. Most of
// an activation would otherwise go into compiling. The server starts first: its process gets ready meanwhile.
import path from 'node:path';
import { readProgram } from '../../server/src/cli/kept-code';
import type { activate as Activate } from './node';
import { startServer } from './server-process';
import { hasOpenGuest } from './start';
import { ownTurn } from './turn';

/** Milliseconds after which an activation has compiled what it needs, and nobody waits for it any more. */
const SETTLED = 5000;

/** The client of the desktop and remote extension host, see node.ts. */
export const activate: typeof Activate = async (context) => {
  const server = hasOpenGuest() ? startServer(path.join(__dirname, 'xencfg.js')) : undefined;
  await ownTurn();
  const file = path.join(__dirname, 'client.program.js');
  const program = readProgram(file, 'client');
  const client = { exports: {} as { activate: typeof Activate } };
  program.run(client.exports, require, client, file, __dirname);
  const timer = program.keep && setTimeout(program.keep, SETTLED);
  context.subscriptions.push({ dispose: () => clearTimeout(timer) });
  return client.exports.activate(context, server);
};
