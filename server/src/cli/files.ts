import { closeSync, fstatSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { decode } from '../syntax/file-bytes';
import { type FileKind, isLeftAlone, kindOfFile } from '../workspace/sniff';
import { ConfigFiles } from './config-files';
import { toFile } from './file-names';
import { readPattern } from './patterns';
import { exists, isFolder, type Place, type WalkOptions, walk } from './walk';

/** A file to work on, or the reason why it cannot be. */
export interface InputFile extends Place {
  readonly text?: string;
  readonly kind: FileKind;
}

/** Files found in a folder that are larger than this many bytes are no guest files. */
const MOST_FOUND = 10 * 1024 * 1024;

/** Named files that are larger than this many bytes are not read: it would take gigabytes of memory. */
const MOST_NAMED = 32 * 1024 * 1024;

/** What listing takes; by default .gitignore and .xencfg.json count, and nothing else is left out. */
export type ListOptions = Partial<Omit<WalkOptions, 'only'>> & { readonly stdinName?: string | undefined };

/**
 * The files that paths stand for, in the order given: a named file whatever it is, the files below folders, those that
 * quoted patterns match, - for standard input. A wrong .xencfg.json raises a UsageError.
 */
export function listInputs(paths: readonly string[], options: ListOptions = {}): Place[] {
  const { stdinName, ...rest } = options;
  const full = { configs: new ConfigFiles(), ignoring: true, excludes: [], skipped: saySkipped, ...rest };
  return paths.flatMap((given): Place[] => {
    if (given === '-') return [standardInput(full.configs, stdinName)];
    if (isFolder(given)) return walk(given, full);
    const pattern = exists(given) ? undefined : readPattern(given);
    if (!pattern) return [named(given, full.configs)];
    const found = walk(pattern.folder, { ...full, only: pattern.below }).filter(({ error }) => error === undefined);
    return found.length > 0 ? found : [{ ...named(given, full.configs), error: 'no file matches' }];
  });
}

/** Reads a file; undefined for one that was found in a folder and is no guest's, of which `skipped` is told. */
export function readPlace(place: Place, skipped: (path: string, why: string) => void): InputFile | undefined {
  if (place.error !== undefined) return { ...place, kind: 'guest' };
  // not even read: another run's temporary file may be gone by now
  if (place.found && isLeftAlone(place.fileName!)) {
    skipped(place.path, 'a backup or template by its name');
    return undefined;
  }
  try {
    const bytes = readUpTo(place.path, place.found ? MOST_FOUND : MOST_NAMED);
    if (place.found && bytes === undefined) {
      skipped(place.path, 'too large for a guest file');
      return undefined;
    }
    if (!bytes) {
      const limit = MOST_NAMED / (1024 * 1024);
      return { ...place, kind: 'guest', error: `too large: no guest configuration has more than ${limit} MiB` };
    }
    const text = decode(bytes);
    const kind = place.found ? kindOfFile(place.fileName!, text) : 'guest';
    if (kind !== 'other') return { ...place, text, kind };
    skipped(place.path, 'not a guest file');
    return undefined;
  } catch (error) {
    return { ...place, kind: 'guest', error: reason(error) };
  }
}

/** False for what gives its text once: standard input, a pipe. */
export function canReadAgain({ path: given, found }: Place): boolean {
  if (found || given === '-') return found === true;
  return statSync(toFile(given), { throwIfNoEntry: false })?.isFile() === true;
}

/** Reads one named file, whatever it is, or standard input for -. */
export function readInput(given: string): InputFile {
  return readPlace(named(given), saySkipped)!;
}

/** Tells people on standard error of a file that a folder holds and that is left out. */
export function saySkipped(file: string, why: string): void {
  process.stderr.write(`${file}: skipped: ${why}\n`);
}

function named(given: string, configs?: ConfigFiles): Place {
  if (given === '-') return standardInput(configs);
  const fileName = path.basename(given);
  const config = configs?.of(path.dirname(path.resolve(given)));
  return { path: given, relative: fileName, fileName, ...(config && { config }) };
}

function standardInput(configs: ConfigFiles | undefined, name?: string): Place {
  const config = configs?.of(path.dirname(path.resolve(name ?? '-')));
  const known = name === undefined ? {} : { fileName: path.basename(name), called: name };
  return { path: '-', relative: '-', ...known, ...(config && { config }) };
}

const chunk = Buffer.allocUnsafe(64 * 1024);

/** A file's bytes, or those of standard input for -; undefined when there are more than `most`. */
function readUpTo(file: string, most: number): Uint8Array | undefined {
  const handle = file === '-' ? 0 : openSync(toFile(file), 'r');
  try {
    const { size } = fstatSync(handle);
    if (size > most) return undefined;
    let length = 0;
    const rest: Buffer[] = [];
    for (;;) {
      const read = readWaiting(handle);
      if (read === 0) break;
      length += read;
      if (length > most) return undefined;
      // a file of a few lines is read at once, and nothing of it is copied twice
      if (length === read && size === read && read < chunk.length) return Buffer.from(chunk.subarray(0, read));
      rest.push(Buffer.from(chunk.subarray(0, read)));
    }
    return Buffer.concat(rest);
  } finally {
    if (handle !== 0) closeSync(handle);
  }
}

/** Reads the next bytes into the chunk. A terminal or pipe that has nothing yet is waited for. */
function readWaiting(handle: number): number {
  for (;;) {
    try {
      return readSync(handle, chunk, 0, chunk.length, null);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

/** What tells a file from every other, whatever path led to it. */
export function identity({ path: given, real }: Place): string {
  if (real !== undefined || given === '-') return real ?? given;
  try {
    return decode(realpathSync.native(toFile(given), 'buffer'));
  } catch {
    return given;
  }
}

/** What went wrong with a file, in words. */
export function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const words: Record<string, string> = {
    ENOENT: 'no such file',
    EACCES: 'permission denied',
    EPERM: 'not permitted',
    EISDIR: 'is a folder',
    ELOOP: 'too many symbolic links',
    ENOSPC: 'no space left on the device',
    EDQUOT: 'the disk quota is used up',
    EFBIG: 'the file would be larger than is allowed',
    EROFS: 'the file system is read-only',
    ENOTDIR: 'a part of the path is no folder',
    ENAMETOOLONG: 'the name is too long',
    EMFILE: 'too many open files',
    EIO: 'the device reports an error',
    EBUSY: 'the device is busy',
  };
  return words[code ?? ''] ?? message;
}
