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

/** A program of ours that was read but has not run. */
export interface Program {
  /** Runs it as a CommonJS module. */
  readonly run: (exports: object, require: NodeJS.Require, module: object, file: string, folder: string) => void;
  /** Keeps what V8 has compiled of it by now for the next time; undefined when that is kept already, or cannot be. */
  readonly keep: (() => void) | undefined;
}

/**
 * Reads a bundled program, which is all ASCII, with the code that V8 compiled of it the last time that it ran under
 * that name (below `~/.cache/xencfg`). Files are read and written; none that cannot be is an error.
 */
export function readProgram(program: string, name: string): Program {
  const key = keyOf(program);
  const file = cacheFile(name);
  const cachedData = file === undefined ? undefined : readCache(file, key);
  const source = readFileSync(program, 'latin1');
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: program,
    ...(cachedData && { cachedData }),
  });
  const isToKeep = file !== undefined && isMainThread && (!cachedData || script.cachedDataRejected);
  return {
    run: script.runInThisContext(),
    keep: isToKeep ? () => writeCache(file, key, script.createCachedData()) : undefined,
  };
}

/** Tells this program in this V8 from every other: V8 itself compares no more of the source than its length. */
function keyOf(program: string): string {
  const { mtimeMs, size } = statSync(program);
  return JSON.stringify([version, size, mtimeMs, process.version, process.arch, process.execArgv]);
}

/** Where compiled code is kept; undefined when it is not to be kept, or there is no place of the user's own. */
function cacheFile(name: string): string | undefined {
  const { HOME, XDG_CACHE_HOME, NODE_DISABLE_COMPILE_CACHE } = process.env;
  const home = XDG_CACHE_HOME || (HOME && path.join(HOME, '.cache'));
  if (NODE_DISABLE_COMPILE_CACHE || !home || !path.isAbsolute(home) || process.platform === 'win32') return undefined;
  return path.join(home, 'xencfg', `${name}.v8`);
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
