// Reads .tgz files.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const BLOCK = 512;

/** @returns the names of the files in a tarball (ustar), in its order */
export function fileNames(file) {
  const bytes = gunzipSync(readFileSync(file));
  const names = [];
  for (let at = 0; at + BLOCK <= bytes.length && bytes[at] !== 0; ) {
    const text = (from, length) => bytes.toString('utf8', at + from, at + from + length).replace(/\0.*$/s, '');
    const prefix = text(345, 155);
    if (text(156, 1) === '0') names.push(prefix === '' ? text(0, 100) : `${prefix}/${text(0, 100)}`);
    const size = Number.parseInt(text(124, 12), 8);
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return names;
}
