import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { decode } from '../syntax/file-bytes';
import { toFile } from './file-names';
import { reason } from './files';
import { UsageError } from './usage';

/**
 * Writes a file whole or not at all: into a temporary file beside it, which then takes its place, with the mode and,
 * where that is allowed, the owner of the file that was there. A UsageError says why it could not be.
 * @param before the bytes that the new ones were made of: the file is left alone when it holds others by now
 * @param keep is called with the file before it is replaced
 */
export function writeWhole(file: string, bytes: Uint8Array, before?: Uint8Array, keep?: (file: string) => void): void {
  let temporary: string | undefined;
  try {
    const target = realName(file);
    const stats = target === undefined ? undefined : statSync(toFile(target));
    // a rename asks the folder alone: a file that must not be written stays
    if (target !== undefined) accessSync(toFile(target), constants.W_OK);
    const place = target ?? file;
    temporary = path.join(path.dirname(place), `.${shortened(path.basename(place))}.${unique()}.tmp`);
    writeNew(temporary, bytes, stats);
    const now = before && readFileSync(toFile(place));
    if (now && !isSame(now, before)) {
      rmSync(toFile(temporary), { force: true });
      // another run was quicker to do the same
      if (isSame(now, bytes)) return;
      throw new UsageError(`${file}: changed meanwhile; left alone`);
    }
    keep?.(file);
    renameSync(toFile(temporary), toFile(place));
  } catch (error) {
    if (temporary !== undefined) rmSync(toFile(temporary), { force: true });
    throw error instanceof UsageError ? error : new UsageError(`${file}: cannot be written: ${reason(error)}`);
  }
}

/** Where a file really is; undefined when there is none yet. */
function realName(file: string): string | undefined {
  try {
    return decode(realpathSync.native(toFile(file), 'buffer'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function writeNew(file: string, bytes: Uint8Array, like: Stats | undefined): void {
  const handle = openSync(toFile(file), 'wx', 0o644);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
    if (like) keepOwner(handle, like);
    // where nothing is replaced, nothing can be lost when the machine loses power: it is written again
    if (like) fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** A change of owner takes bits of the mode away, so that the mode comes last. */
function keepOwner(handle: number, { uid, gid, mode }: Stats): void {
  if (uid !== process.getuid?.() || gid !== process.getgid?.()) {
    try {
      fchownSync(handle, uid, gid);
    } catch (error) {
      // who is not root keeps what is allowed: the file is then theirs
      if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
    }
  }
  fchmodSync(handle, mode & 0o7777);
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

/** A name that with what surrounds it stays below the 255 bytes that names may have. */
function shortened(name: string): string {
  return name.length > 60 ? name.slice(0, 60).replace(/[\ud800-\udbff]$/, '') : name;
}

let count = 0;

/** Part of a name that no other running process, and no other thread of this one, makes up at the same time. */
function unique(): string {
  return `${process.pid.toString(36)}-${process.hrtime.bigint().toString(36)}-${(count++).toString(36)}`;
}

/**
 * Keeps a file as FILE.bak beside it, or FILE.bak.1 and so on where there is a backup already. Behind a symbolic link it is
 * the real file that is kept, beside itself.
 */
export function backUp(file: string): void {
  const real = decode(realpathSync.native(toFile(file), 'buffer'));
  for (let i = 0; ; i++) {
    const backup = i === 0 ? `${real}.bak` : `${real}.bak.${i}`;
    try {
      linkSync(toFile(real), toFile(backup));
      return;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EEXIST') continue;
      if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP') throw error;
      writeFileSync(toFile(backup), readFileSync(toFile(real)), { flag: 'wx' });
      return;
    }
  }
}
