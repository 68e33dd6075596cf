// What dist/xencfg.js is: runs one of the two programs that lie beside it, the command line or the language server, with
// the code that V8 compiled of it last time.
import path from 'node:path';
import { readProgram } from './kept-code';

/** True for `lsp` with a channel to the client, among them those that vscode-languageclient names. */
function isServer([command, ...words]: readonly string[]): boolean {
  const asksHelp = words.some((word) => word === '--help' || word === '-h');
  return command === 'lsp' && !asksHelp && words.some((word) => /^--(stdio|node-ipc|socket|pipe)(=|$)/.test(word));
}

const file = path.join(__dirname, isServer(process.argv.slice(2)) ? 'server.js' : 'program.js');
// each command compiles other parts of the program
const program = readProgram(file, /^[a-z]+$/.exec(process.argv[2] ?? '')?.[0] ?? 'other');
if (program.keep) process.once('exit', program.keep);
program.run({}, require, module, file, __dirname);
