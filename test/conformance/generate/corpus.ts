import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { STATEMENTS } from './words';

/** What the generators start from. Every text is a byte string: one character for each byte. */
export interface Corpus {
  /** Whole guest files. */
  readonly files: readonly string[];
  /** Lines and statements of guest files, without their newline. */
  readonly lines: readonly string[];
}

/** The byte string of a text's UTF-8. */
export function utf8(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

/** The project's own guest files below `root` (samples/ and test/fixtures/), with the lines of STATEMENTS. */
export function readCorpus(root: string): Corpus {
  const files: string[] = [];
  for (const folder of ['samples', 'test/fixtures/clean']) {
    const below = path.join(root, folder);
    for (const entry of readdirSync(below, { recursive: true, withFileTypes: true }).sort((a, b) =>
      path.join(a.parentPath, a.name) < path.join(b.parentPath, b.name) ? -1 : 1,
    )) {
      if (!entry.isFile() || entry.name.endsWith('.md')) continue;
      const text = readFileSync(path.join(entry.parentPath, entry.name), 'latin1');
      if (text.length < 20_000) files.push(text);
    }
  }
  if (files.length === 0) throw new Error(`no guest files below ${root}/samples`);
  const lines = new Set(STATEMENTS.map(utf8));
  for (const file of files) for (const line of file.split('\n')) lines.add(line);
  return { files, lines: [...lines] };
}
