/** The items of all lists that are open, on one stack, so that a list that is closed is an array of just its size. */
export class OpenLists<T> {
  readonly #items: T[] = [];
  /** Where the items of each open list begin. */
  readonly #starts: number[] = [];
  /** Both arrays are never shortened: their length is not what they hold. */
  #top = 0;
  #depth = 0;

  /** Number of items of the innermost open list. */
  get size(): number {
    return this.#top - this.#starts[this.#depth - 1]!;
  }

  get depth(): number {
    return this.#depth;
  }

  open(): void {
    this.#starts[this.#depth++] = this.#top;
  }

  add(item: T): void {
    this.#items[this.#top++] = item;
  }

  /** Ends the innermost open list. */
  close(): T[] {
    const start = this.#starts[--this.#depth]!;
    const items = this.#items.slice(start, this.#top);
    this.#top = start;
    return items;
  }

  /** Gives up all lists that are open. */
  clear(): void {
    this.#top = 0;
    this.#depth = 0;
  }
}
