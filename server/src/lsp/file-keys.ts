/** Which URIs lead to which real file, each of which has a word of its own. */
export class FileKeys {
  readonly #keys = new Map<string, string>();
  readonly #uris = new Map<string, Set<string>>();

  keyOf(uri: string): string | undefined {
    return this.#keys.get(uri);
  }

  /** The first of the URIs that lead to a file. */
  uriOf(key: string): string | undefined {
    return this.#uris.get(key)?.values().next().value;
  }

  /** Notes where a URI leads now; gives the word of the file that nothing leads to any more, if there is one. */
  link(uri: string, key: string): string | undefined {
    const before = this.#keys.get(uri);
    if (before === key) return undefined;
    const lost = before !== undefined && this.unlink(uri).length === 0 ? before : undefined;
    this.#keys.set(uri, key);
    const uris = this.#uris.get(key);
    if (uris) uris.add(uri);
    else this.#uris.set(key, new Set([uri]));
    return lost;
  }

  /** Forgets a URI; gives the others that lead to the same file. */
  unlink(uri: string): string[] {
    const key = this.#keys.get(uri);
    if (key === undefined) return [];
    this.#keys.delete(uri);
    const uris = this.#uris.get(key)!;
    uris.delete(uri);
    if (uris.size === 0) this.#uris.delete(key);
    return [...uris];
  }

  /** The URIs at and below a place. */
  below(place: string): string[] {
    if (this.#keys.has(place)) return [place];
    const inside = place.endsWith('/') ? place : `${place}/`;
    return [...this.#keys.keys()].filter((uri) => uri.startsWith(inside));
  }
}
