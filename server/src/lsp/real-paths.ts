/** The paths of disks without links, as far as they have been looked up: that takes time, and nobody waits for it. */
export class RealPaths {
  readonly #known = new Map<string, string>();
  readonly #asked = new Set<string>();
  /** Another one when `known` gives something else than before. */
  epoch = 0;
  readonly #find: (path: string) => Promise<string> | undefined;

  /** `find` gives a path without links; undefined where there is no file system to ask. */
  constructor(find: (path: string) => Promise<string> | undefined) {
    this.#find = find;
  }

  /** The path without links, or as it stands until `lookUp` has been called. */
  readonly known = (path: string): string => {
    const real = this.#known.get(path);
    if (real === undefined) this.#asked.add(path);
    return real ?? path;
  };

  /** Looks up what `known` did not know; true when a path is another one than it said. */
  async lookUp(): Promise<boolean> {
    const asked = [...this.#asked];
    this.#asked.clear();
    const real = await Promise.all(asked.map((path) => this.#find(path) ?? path));
    asked.forEach((path, i) => {
      this.#known.set(path, real[i]!);
    });
    const isNews = asked.some((path, i) => real[i] !== path);
    if (isNews) this.epoch++;
    return isNews;
  }
}
