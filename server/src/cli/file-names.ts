import { readFileSync } from 'node:fs';
import { decode, encode } from '../syntax/file-bytes';

const LONE_BYTE = /[\udc80-\udcff]/;

/**
 * A path as node's file functions take it. Names are bytes: one that is no UTF-8 has lone surrogates here, as `decode`
 * makes them, and becomes a Buffer.
 */
export function toFile(path: string): string | Buffer {
  return LONE_BYTE.test(path) ? Buffer.from(encode(path)) : path;
}

/** True when node has read a name as UTF-8 that perhaps is not: it then holds U+FFFD. */
export function isDoubtful(name: string): boolean {
  return name.includes('\ufffd');
}

/**
 * The words of the command line as bytes that `decode` has read: node itself loses bytes that are no UTF-8. Where the
 * system does not tell (it is Linux that does), the words stay as they are.
 */
export function exactWords(words: readonly string[]): readonly string[] {
  if (!words.some(isDoubtful)) return words;
  try {
    const all = decode(readFileSync('/proc/self/cmdline')).split('\0').slice(0, -1);
    return words.length === 0 ? words : all.slice(-words.length);
  } catch {
    return words;
  }
}

/** Text as the bytes that a terminal or file gets: a name's own bytes again. */
export function print(text: string, stream: NodeJS.WriteStream = process.stdout): void {
  stream.write(LONE_BYTE.test(text) ? encode(text) : text);
}
