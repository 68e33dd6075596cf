import { type Reading, readSettings } from './reading';
import type { Release } from './release';
import { isRereadable, type ReadText, reread } from './reread';
import { parse, type Tree } from './tree';

/** What is known of one version of a text. */
interface Version {
  readonly text: string;
  readonly release: Release;
  readonly source: string;
  reading?: Reading;
  tree?: Tree;
}

/**
 * Reads the versions of one text, as somebody edits it: what has not changed since the last version that libxlutil
 * accepted is not read again. Results are shared between versions: nobody may change them.
 */
export class TextMemory {
  #current: Version | undefined;
  #accepted: ReadText | undefined;

  /** What `readSettings` gives. */
  reading(text: string, release: Release, source: string): Reading {
    const version = this.#version(text, release, source);
    version.reading ??= readSettings(text, { release, source });
    return version.reading;
  }

  /** What `parse` gives. */
  tree(text: string, release: Release): Tree {
    const version = this.#version(text, release, this.#current?.source ?? '');
    if (version.tree) return version.tree;
    const tree = parse(text, release);
    version.tree = tree;
    const { reading } = version;
    if (reading) this.#accept({ text, release, reading, tree });
    return tree;
  }

  #version(text: string, release: Release, source: string): Version {
    const known = this.#current;
    if (known?.text === text && known.release === release && known.source === source) return known;
    const base = this.#accepted?.release === release ? this.#accepted : undefined;
    const read = base && base.text !== text ? reread(base, text) : base;
    if (read) this.#accepted = read;
    this.#current = { text, release, source, ...(read && { reading: read.reading, tree: read.tree }) };
    return this.#current;
  }

  #accept(read: ReadText): void {
    if (isRereadable(read)) this.#accepted = read;
  }
}
