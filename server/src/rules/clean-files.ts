import type { FileContext } from './context';
import type { InspectOptions } from './inspect';
import { likenessOf } from './likeness';

/** Files remembered in one generation. */
const GENERATION = 2048;

/** Longer files are seldom made by templates, and take much memory. */
const LONGEST = 16_384;

/**
 * Guest files in which xl and the rules found nothing, by what they have in common with others: a site's template makes
 * hundreds that differ in no more than names and numbers of theirs (see `likenessOf`), and one of them is judged for all.
 * For whoever judges many files. What was not met while one to two generations of others were is forgotten.
 */
export class CleanFiles {
  #young = new Set<string>();
  #old = new Set<string>();

  /** What stands for a file that is judged like that; undefined for one that is not remembered. */
  keyOf(file: FileContext, options: InspectOptions): string | undefined {
    if (file.text.length > LONGEST || options.forConversion) return undefined;
    const likeness = likenessOf(file);
    return likeness === undefined ? undefined : `${circumstancesOf(options)}\n${likeness}`;
  }

  /** True when nothing was found in a file like that. */
  has(key: string): boolean {
    if (this.#young.has(key)) return true;
    if (!this.#old.has(key)) return false;
    this.add(key);
    return true;
  }

  /** Remembers a file that xl accepts, and in which no rule finds anything. */
  add(key: string): void {
    if (this.#young.size >= GENERATION) {
      this.#old = this.#young;
      this.#young = new Set();
    }
    this.#young.add(key);
  }
}

/** Everything beside the text that xl and the rules look at, but for what matters to Python and to findings alone. */
function circumstancesOf({ release, host, severities, knownKeys }: InspectOptions): string {
  return JSON.stringify([release, host, severities, knownKeys]);
}
