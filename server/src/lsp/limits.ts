import type { Log } from './guard';

/** Longest text that is analysed, in UTF-16 code units: 10 MB of ASCII. The one place that says so. */
export const MAX_TEXT_LENGTH = 10 * 1024 * 1024;

/** The most items that one answer holds. Nobody reads more, and editors become slow. */
export const MAX_ITEMS = 5_000;

/** The most findings of one document: VS Code shows no more of a file. */
export const MAX_DIAGNOSTICS = 1_000;

/** Says why a text is not worth an analysis: it is too long for a guest configuration. Undefined for all others. */
export function reasonNotToCheck(text: string): string | undefined {
  if (text.length <= MAX_TEXT_LENGTH) return undefined;
  const megabytes = (text.length / (1024 * 1024)).toFixed(1);
  const limit = MAX_TEXT_LENGTH / (1024 * 1024);
  return `Xencfg does not check this document: it holds ${megabytes} MB, and no guest configuration needs more than ${limit} MB.`;
}

/** Keeps answers within MAX_ITEMS, and says once for each document that something was left out. */
export class Limits {
  readonly #log: Log;
  readonly #said = new Set<string>();

  constructor(log: Log) {
    this.#log = log;
  }

  /** The first items of an answer; with `inner` those within items count too, and stand behind those outside. */
  cap<Item>(
    uri: string,
    what: string,
    items: readonly Item[],
    inner: (item: Item) => readonly Item[] = () => [],
    most: number = MAX_ITEMS,
  ): readonly Item[] {
    let left = most;
    const keep = (list: readonly Item[]): readonly Item[] => {
      if (list.length > left) this.#say(uri, what, most);
      const kept = list.length > left ? list.slice(0, left) : list;
      left -= kept.length;
      return kept.map((item) => {
        const within = inner(item);
        return within.length === 0 ? item : { ...item, children: keep(within) };
      });
    };
    return keep(items);
  }

  /** For a document that was closed: when it is opened again, it is said again. */
  forget(uri: string): void {
    this.#said.delete(uri);
  }

  #say(uri: string, what: string, most: number): void {
    if (this.#said.has(uri)) return;
    this.#said.add(uri);
    this.#log.warn(`${uri} has more ${what} than Xencfg sends to the editor: the first ${most} are shown.`);
  }
}
