import { readSettings } from '../syntax/reading';
import type { Release } from '../syntax/release';

/** The guests of many files, by name: kept current file by file. Paths are the caller's own words for its files. */
export class GuestIndex {
  readonly #names = new Map<string, string>();
  readonly #paths = new Map<string, Set<string>>();

  /** Takes in what a file says now, in place of what it said before. */
  update(path: string, text: string, release: Release): void {
    this.remove(path);
    const name = readSettings(text, { release }).settings.findLast((setting) => setting.name === 'name')?.value;
    if (typeof name !== 'string' || name === '') return;
    this.#names.set(path, name);
    const paths = this.#paths.get(name);
    if (paths) paths.add(path);
    else this.#paths.set(name, new Set([path]));
  }

  /** Forgets a file. */
  remove(path: string): void {
    const name = this.#names.get(path);
    if (name === undefined) return;
    this.#names.delete(path);
    const paths = this.#paths.get(name)!;
    paths.delete(path);
    if (paths.size === 0) this.#paths.delete(name);
  }

  /** The other files whose guest has that name, in the order in which they came. */
  sameName(path: string, name: string): string[] {
    return [...(this.#paths.get(name) ?? [])].filter((other) => other !== path);
  }
}
