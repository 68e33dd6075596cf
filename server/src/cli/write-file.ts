import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { reason } from './files';
import { UsageError } from './usage';

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

/**
 * Keeps a file as FILE.bak beside it, or FILE.bak.1 and so on where there is a backup already. Behind a symbolic link it is
 * the real file that is kept, beside itself.
 */
export function backUp(file: string): void {
  const real = realpathSync(file);
  for (let i = 0; ; i++) {
    const backup = i === 0 ? `${real}.bak` : `${real}.bak.${i}`;
    try {
      linkSync(real, backup);
      return;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EEXIST') continue;
      if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP') throw error;
      writeFileSync(backup, readFileSync(real), { flag: 'wx' });
      return;
    }
  }
}
