// What dist/xencfg.js is: runs one of the two programs that lie beside it, the command line or the language server, with
// the code that V8 compiled of it last time.
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { Script } from 'node:vm';
import { isMainThread } from 'node:worker_threads';
import { version } from '../../../package.json';

const program = path.join(__dirname, isServer(process.argv.slice(2)) ? 'server.js' : 'program.js');

/** True for `lsp` with a channel to the client, among them those that vscode-languageclient names. */
function isServer([command, ...words]: readonly string[]): boolean {
  const asksHelp = words.some((word) => word === '--help' || word === '-h');
  return command === 'lsp' && !asksHelp && words.some((word) => /^--(stdio|node-ipc|socket|pipe)(=|$)/.test(word));
}

/** Tells this program in this V8 from every other: V8 itself compares no more of the source than its length. */
function keyOf(): string {
  const { mtimeMs, size } = statSync(program);
  return JSON.stringify([version, size, mtimeMs, process.version, process.arch, process.execArgv]);
}

/** Where compiled code is kept; undefined when it is not to be kept, or there is no place of the user's own. */
function cacheFile(): string | undefined {
  const { HOME, XDG_CACHE_HOME, NODE_DISABLE_COMPILE_CACHE } = process.env;
  const home = XDG_CACHE_HOME || (HOME && path.join(HOME, '.cache'));
  if (NODE_DISABLE_COMPILE_CACHE || !home || !path.isAbsolute(home) || process.platform === 'win32') return undefined;
  // each command compiles other parts of the program
  const command = /^[a-z]+$/.exec(process.argv[2] ?? '')?.[0] ?? 'other';
  return path.join(home, 'xencfg', `${command}.v8`);
}

/** The compiled code of a file that nobody but this user can have written: whoever could, could run code as them. */
function readCache(file: string, key: string): Buffer | undefined {
  let handle: number | undefined;
  try {
    handle = openSync(file, 'r');
    const { uid, mode } = fstatSync(handle);
    if (uid !== process.getuid?.() || (mode & 0o022) !== 0) return undefined;
    const bytes = readFileSync(handle);
    const end = Buffer.from(key);
    return bytes.subarray(-end.length).equals(end) ? bytes.subarray(0, -end.length) : undefined;
  } catch {
    return undefined;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

function writeCache(file: string, key: string, data: Buffer): void {
  const temporary = `${file}.${process.pid}`;
  try {
    const folder = path.dirname(file);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (statSync(folder).uid !== process.getuid?.()) return;
    writeFileSync(temporary, Buffer.concat([data, Buffer.from(key)]), { mode: 0o600, flag: 'wx' });
    renameSync(temporary, file);
  } catch {
    // it only saves time
    rmSync(temporary, { force: true });
  }
}

const key = keyOf();
const file = cacheFile();
const cachedData = file === undefined ? undefined : readCache(file, key);
const source = readFileSync(program, 'latin1');
const script = new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
  filename: program,
  ...(cachedData && { cachedData }),
});
if (file !== undefined && isMainThread && (!cachedData || script.cachedDataRejected)) {
  process.once('exit', () => writeCache(file, key, script.createCachedData()));
}
const run: (...words: unknown[]) => void = script.runInThisContext();
run({}, require, module, __filename, __dirname);
