import { readFileSync } from 'node:fs';
import path from 'node:path';
import { decode } from '../syntax/file-bytes';
import { Ignoring } from '../workspace/ignoring';
import { toFile } from './file-names';

/**
 * What git leaves out in a folder by the files above it: .gitignore from the top of the repository on, and the
 * repository's own info/exclude. Outside of a repository nothing. Those of the folder itself are not among them.
 */
export function ignoringAbove(folder: string): Ignoring {
  const above: string[] = [];
  let top: string | undefined;
  for (let at = folder; ; at = path.dirname(at)) {
    if (at !== folder) above.unshift(at);
    if (textOf(path.join(at, '.git/HEAD')) !== undefined || textOf(path.join(at, '.git')) !== undefined) {
      top = at;
      break;
    }
    if (at === path.dirname(at)) break;
  }
  if (top === undefined) return Ignoring.nothing;
  const exclude = textOf(path.join(top, '.git/info/exclude'));
  let ignoring = exclude === undefined ? Ignoring.nothing : Ignoring.nothing.with(top, exclude);
  for (const at of above) {
    const text = gitignoreOf(at);
    if (text !== undefined) ignoring = ignoring.with(at, text);
  }
  return ignoring;
}

/** The text of a folder's .gitignore; undefined where there is none that can be read. */
export function gitignoreOf(folder: string): string | undefined {
  return textOf(path.join(folder, '.gitignore'));
}

function textOf(file: string): string | undefined {
  try {
    return decode(readFileSync(toFile(file)));
  } catch {
    return undefined;
  }
}
