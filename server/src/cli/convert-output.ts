import path from 'node:path';
import { encode } from '../syntax/file-bytes';
import type { Converted } from './convert-file';
import { type InputFile, reason } from './files';
import { makeFolder } from './make-folder';
import { UsageError } from './usage';
import { exists, isFolder } from './walk';
import { backUp, writeWhole } from './write-file';

/** What happened to a result: nothing to be told of, or a line for people, and what is wrong with it. */
type Written = NonNullable<Converted['written']>;

/**
 * Where results go that have these places below their folder arguments. A UsageError when two of them have one place, or one
 * is there already and `force` does not let it go.
 */
export function placesOf(relatives: readonly string[], out: string, force: boolean, oneFile: boolean): string[] {
  const folder = !oneFile || out.endsWith('/') || relatives.length !== 1 || isFolder(out);
  const places = relatives.map((relative) =>
    folder ? path.join(out, relative === '-' ? 'stdin.cfg' : relative) : out,
  );
  const seen = new Set<string>();
  for (const place of places) {
    if (seen.has(place)) throw new UsageError(`${place}: two results would be written there`);
    seen.add(place);
    if (!force && exists(place)) throw new UsageError(`${place}: exists already; --force replaces it`);
  }
  return places;
}

/** Writes the result of a file to its place. */
export function placeResult(file: string, place: string, text: string): Written {
  return attempt(file, () => {
    try {
      makeFolder(path.dirname(place));
    } catch (error) {
      throw new UsageError(`${path.dirname(place)}: cannot be created: ${reason(error)}`);
    }
    writeWhole(place, encode(text));
  });
}

/** Replaces a file by its conversion and keeps a backup, unless it is left alone: of which a line tells. */
export function replaceFile(
  { path: file, text: before }: InputFile & { text: string },
  text: string,
  isSettled: boolean,
  which: 'whole' | 'any',
): Written {
  if (text === before || (which === 'whole' && !isSettled)) {
    return { line: `${file}: left alone: ${isSettled ? 'nothing to convert' : 'needs a decision'}` };
  }
  return attempt(file, () => writeWhole(file, encode(text), encode(before), backUp));
}

function attempt(file: string, work: () => void): Written {
  try {
    work();
    return {};
  } catch (error) {
    const line = error instanceof UsageError ? error.message : `${file}: ${reason(error)}`;
    return { line, error: line.replace(`${file}: `, '') };
  }
}
