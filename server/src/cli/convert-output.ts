import path from 'node:path';
import type { Conversion } from '../service';
import { encode } from './bytes';
import type { Result, Unread } from './convert';
import { print } from './file-names';
import { reason } from './files';
import { makeFolder } from './make-folder';
import { UsageError } from './usage';
import { exists, isFolder } from './walk';
import { backUp, writeWhole } from './write-file';

/**
 * Writes every result to its place. Gives what could not be written; the others are. A UsageError, and nothing is
 * written, when two results have one place, or one is there already and `force` does not let it go.
 */
export function writeOut(results: readonly Result[], out: string, force: boolean, oneFile: boolean): Unread[] {
  const folder = !oneFile || out.endsWith('/') || results.length !== 1 || isFolder(out);
  const places = results.map((result) =>
    folder ? path.join(out, result.relative === '-' ? 'stdin.cfg' : result.relative) : out,
  );
  const seen = new Set<string>();
  for (const place of places) {
    if (seen.has(place)) throw new UsageError(`${place}: two results would be written there`);
    seen.add(place);
    if (!force && exists(place)) throw new UsageError(`${place}: exists already; --force replaces it`);
  }
  return results.flatMap(({ file, conversion }, i) => {
    const place = places[i]!;
    return attempt(file.path, () => {
      try {
        makeFolder(path.dirname(place));
      } catch (error) {
        throw new UsageError(`${path.dirname(place)}: cannot be created: ${reason(error)}`);
      }
      writeWhole(place, encode(conversion.text));
    });
  });
}

/** Replaces each file by its conversion and keeps a backup; gives those that could not be written. */
export function writeInPlace(results: readonly Result[], partial: boolean, ranges: boolean, quiet: boolean): Unread[] {
  if (ranges) throw new UsageError('convert: --in-place and a range in --set exclude one another');
  if (results.some(({ file }) => file.path === '-')) {
    throw new UsageError('convert: standard input cannot be converted in place');
  }
  return results.flatMap(({ file, conversion }) => {
    if (conversion.text === file.text || (!partial && !settled(conversion))) {
      const why = settled(conversion) ? 'nothing to convert' : 'needs a decision';
      if (!quiet) print(`${file.path}: left alone: ${why}\n`, process.stderr);
      return [];
    }
    const write = () => writeWhole(file.path, encode(conversion.text), encode(file.text), backUp);
    return attempt(file.path, write);
  });
}

/** Does something with a file, and says on standard error why it failed. */
function attempt(file: string, work: () => void): Unread[] {
  try {
    work();
    return [];
  } catch (error) {
    const message = error instanceof UsageError ? error.message : `${file}: ${reason(error)}`;
    process.stderr.write(`${message}\n`);
    return [{ path: file, error: message.replace(`${file}: `, '') }];
  }
}

/** True for a result that is whole: nothing is left to decide, and xl accepts it. */
export function settled({ left, verdict }: Conversion): boolean {
  return left.length === 0 && verdict === 'accepted';
}
