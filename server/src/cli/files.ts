import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { type FileKind, kindOfFile } from '../workspace/sniff';
import { decode } from './bytes';
import { UsageError } from './usage';

/** A file to work on, or the reason why it cannot be. */
export interface InputFile {
  /** As it is to be shown: as given, or the folder as given and the rest behind a /. */
  readonly path: string;
  /** Its place below the folder argument that it was found under; its own name for a file that was named. */
  readonly relative: string;
  /** Its own name without the folder; undefined for standard input. */
  readonly fileName?: string;
  readonly text?: string;
  readonly error?: string;
  readonly kind: FileKind;
  /** True for a file that was found in a folder: one that was named is judged as a guest whatever it holds. */
  readonly found?: true;
}

const SKIPPED_FOLDERS = new Set(['.git', '.hg', '.svn', 'node_modules']);

/** Files found in a folder that are larger than this many bytes are no guest files. */
const MOST_BYTES = 10 * 1024 * 1024;

/**
 * Reads every path: a named file whatever it is, folders for the guest files below them, - for standard input.
 * `skipped` is told about each file that a folder holds and that is left out.
 */
export function* readInputs(
  paths: readonly string[],
  skipped: (path: string, why: string) => void,
): Iterable<InputFile> {
  for (const given of paths) {
    let folder = false;
    try {
      folder = given !== '-' && statSync(given).isDirectory();
    } catch {
      // the reading below says why
    }
    if (folder) yield* walk(given, '', new Set(), skipped);
    else yield readInput(given);
  }
}

/** Reads one named file, whatever it is, or standard input for -. */
export function readInput(given: string): InputFile {
  if (given === '-') return { path: '-', relative: '-', kind: 'guest', ...attempt(() => decode(readFileSync(0))) };
  const fileName = path.basename(given);
  return { path: given, relative: fileName, fileName, kind: 'guest', ...attempt(() => decode(readFileSync(given))) };
}

function* walk(
  root: string,
  below: string,
  seen: Set<string>,
  skipped: (path: string, why: string) => void,
): Iterable<InputFile> {
  const folder = path.join(root, below);
  let entries: string[];
  try {
    const real = realpathSync(folder);
    if (seen.has(real)) return;
    seen.add(real);
    entries = readdirSync(folder).sort();
  } catch (error) {
    yield { path: shown(root, below), relative: below, kind: 'guest', error: reason(error) };
    return;
  }
  for (const name of entries) {
    const relative = below === '' ? name : `${below}/${name}`;
    const display = shown(root, relative);
    try {
      const stat = statSync(path.join(root, relative));
      if (stat.isDirectory()) {
        if (!SKIPPED_FOLDERS.has(name)) yield* walk(root, relative, seen, skipped);
      } else if (!stat.isFile() || stat.size > MOST_BYTES) {
        skipped(display, stat.isFile() ? 'too large for a guest file' : 'not a regular file');
      } else {
        const text = decode(readFileSync(path.join(root, relative)));
        const kind = kindOfFile(name, text);
        if (kind === 'other') skipped(display, 'not a guest file');
        else yield { path: display, relative, fileName: name, text, kind, found: true };
      }
    } catch (error) {
      yield { path: display, relative, fileName: name, kind: 'guest', error: reason(error) };
    }
  }
}

function shown(root: string, below: string): string {
  return below === '' ? root : `${root.replace(/\/+$/, '')}/${below}`;
}

function attempt(read: () => string): { text: string } | { error: string } {
  try {
    return { text: read() };
  } catch (error) {
    return { error: reason(error) };
  }
}

/** What went wrong with a file, in words. */
export function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const words: Record<string, string> = {
    ENOENT: 'no such file',
    EACCES: 'permission denied',
    EISDIR: 'is a folder',
    ELOOP: 'too many symbolic links',
    ENOSPC: 'no space left on the device',
    EROFS: 'the file system is read-only',
    ENOTDIR: 'a part of the path is no folder',
  };
  return words[code ?? ''] ?? message;
}

/** Writes a file whole or not at all: into a temporary file beside it, which then takes its place. */
export function writeWhole(file: string, bytes: Uint8Array): void {
  let target = file;
  let mode = 0o644;
  try {
    target = realpathSync(file);
    mode = statSync(target).mode & 0o7777;
  } catch {
    // a new file
  }
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const handle = openSync(temporary, 'wx', mode);
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new UsageError(`${file}: cannot be written: ${reason(error)}`);
  }
}
