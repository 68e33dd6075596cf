import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { type FileKind, kindOfFile } from '../workspace/sniff';
import { decode } from './bytes';

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
    if (folder) yield* walk(given, skipped);
    else yield readInput(given);
  }
}

/** Tells people on standard error of a file that a folder holds and that is left out. */
export function saySkipped(file: string, why: string): void {
  process.stderr.write(`${file}: skipped: ${why}\n`);
}

/** Reads one named file, whatever it is, or standard input for -. */
export function readInput(given: string): InputFile {
  if (given === '-') return { path: '-', relative: '-', kind: 'guest', ...attempt(() => decode(readFileSync(0))) };
  const fileName = path.basename(given);
  return { path: given, relative: fileName, fileName, kind: 'guest', ...attempt(() => decode(readFileSync(given))) };
}

/** The guest files below a folder, in the order of their paths, each real file once: itself rather than a link to it. */
function* walk(root: string, skipped: (path: string, why: string) => void): Iterable<InputFile> {
  const entries = [...listFiles(root, '', new Set())];
  const shownAs = new Map<string, string>();
  for (const { real, relative, link } of entries) if (!link && real !== undefined) shownAs.set(real, relative);
  for (const { real, relative, error } of entries) {
    const display = shown(root, relative);
    if (real === undefined) {
      yield { path: display, relative, kind: 'guest', error: error ?? 'cannot be read' };
      continue;
    }
    const first = shownAs.get(real) ?? relative;
    shownAs.set(real, first);
    if (first === relative) yield* guestFile(real, relative, display, skipped);
    else skipped(display, `the same file as ${shown(root, first)}`);
  }
}

function* guestFile(
  real: string,
  relative: string,
  display: string,
  skipped: (path: string, why: string) => void,
): Iterable<InputFile> {
  const fileName = path.posix.basename(relative);
  try {
    const stat = statSync(real);
    if (!stat.isFile() || stat.size > MOST_BYTES) {
      skipped(display, stat.isFile() ? 'too large for a guest file' : 'not a regular file');
      return;
    }
    const text = decode(readFileSync(real));
    const kind = kindOfFile(fileName, text);
    if (kind === 'other') skipped(display, 'not a guest file');
    else yield { path: display, relative, fileName, text, kind, found: true };
  } catch (error) {
    yield { path: display, relative, fileName, kind: 'guest', error: reason(error) };
  }
}

/** Something below a folder that is no folder, or a folder that cannot be read. */
interface Entry {
  readonly relative: string;
  /** Where it really is; absent when that cannot be found out. */
  readonly real?: string;
  /** It was reached through a symbolic link of its own. */
  readonly link?: boolean;
  readonly error?: string;
}

function* listFiles(root: string, below: string, seen: Set<string>): Iterable<Entry> {
  const folder = path.join(root, below);
  let names: string[];
  try {
    const real = realpathSync(folder);
    if (seen.has(real)) return;
    seen.add(real);
    names = readdirSync(folder).sort();
  } catch (error) {
    yield { relative: below, error: reason(error) };
    return;
  }
  for (const name of names) {
    const relative = below === '' ? name : `${below}/${name}`;
    const place = path.join(root, relative);
    try {
      const real = realpathSync(place);
      if (!statSync(real).isDirectory()) yield { relative, real, link: lstatSync(place).isSymbolicLink() };
      else if (!SKIPPED_FOLDERS.has(name)) yield* listFiles(root, relative, seen);
    } catch (error) {
      yield { relative, error: reason(error) };
    }
  }
}

/** What tells a file from every other, whatever path led to it. */
export function identity({ path: given }: InputFile): string {
  try {
    return given === '-' ? given : realpathSync(given);
  } catch {
    return given;
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
