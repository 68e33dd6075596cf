import ignore, { type Ignore } from 'ignore';

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

  /** True for a file or folder, by its absolute path or URI, that is to be left out. */
  leavesOut(place: string, isFolder: boolean): boolean {
    for (const { base, patterns } of this.#layers) {
      if (!place.startsWith(`${base}/`)) continue;
      const { ignored, unignored } = patterns.test(place.slice(base.length + 1) + (isFolder ? '/' : ''));
      if (ignored || unignored) return ignored;
    }
    return false;
  }
}
