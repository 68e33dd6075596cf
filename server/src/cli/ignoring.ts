import { readFileSync } from 'node:fs';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { decode } from './bytes';
import { toFile } from './file-names';

/** Patterns and the folder that they are relative to. */
interface Layer {
  /** Without a / at its end. */
  readonly base: string;
  readonly patterns: Ignore;
}

/** What is left out below folders: patterns as git has them, the innermost file's word counting first. */
export class Ignoring {
  static readonly nothing = new Ignoring([]);
  readonly #layers: readonly Layer[];

  private constructor(layers: readonly Layer[]) {
    this.#layers = layers;
  }

  /** The same with more patterns, which count before those that were there. */
  with(base: string, patterns: string | readonly string[]): Ignoring {
    if (patterns.length === 0) return this;
    const matcher = ignore({ ignorecase: false }).add(patterns);
    return new Ignoring([{ base: base.replace(/\/+$/, ''), patterns: matcher }, ...this.#layers]);
  }

  /** True for a file or folder, by its absolute path, that is to be left out. */
  leavesOut(place: string, isFolder: boolean): boolean {
    for (const { base, patterns } of this.#layers) {
      if (!place.startsWith(`${base}/`)) continue;
      const { ignored, unignored } = patterns.test(place.slice(base.length + 1) + (isFolder ? '/' : ''));
      if (ignored || unignored) return ignored;
    }
    return false;
  }
}

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
