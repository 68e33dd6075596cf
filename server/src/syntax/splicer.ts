/** Shorter lists are not worth being remembered. */
export const SHORT = 32;

interface Made<A, B> {
  readonly items: readonly A[];
  readonly made: readonly B[];
}

/**
 * Makes something of each item of a list, and remembers it: of a list that differs from the one before in one stretch, as
 * after a keystroke, only that stretch is made anew. Lists and results are shared: nobody may change them.
 */
export class Splicer<A, B> {
  readonly #make: (item: A, index: number) => B;
  readonly #isPlaced: boolean;
  readonly #known = new WeakMap<readonly A[], readonly B[]>();
  #last: Made<A, B> | undefined;

  /**
   * @param make gives the same for the same item, every time
   * @param isPlaced it depends on the item's place, too
   */
  constructor(make: (item: A, index: number) => B, isPlaced = false) {
    this.#make = make;
    this.#isPlaced = isPlaced;
  }

  /** What is made of each item, in their order. */
  of(items: readonly A[]): readonly B[] {
    if (items.length < SHORT) return items.map(this.#make);
    let made = this.#known.get(items);
    if (!made) {
      made = this.#after(items, this.#last);
      this.#known.set(items, made);
    }
    this.#last = { items, made };
    return made;
  }

  #after(items: readonly A[], last: Made<A, B> | undefined): B[] {
    const { start, oldEnd, newEnd } = last ? stretch(last.items, items) : { start: 0, oldEnd: 0, newEnd: items.length };
    const end = this.#isPlaced && oldEnd !== newEnd ? items.length : newEnd;
    const made = last ? last.made.slice(0, start) : [];
    for (let index = start; index < end; index++) made.push(this.#make(items[index]!, index));
    for (let index = end; index < items.length; index++) made.push(last!.made[index + oldEnd - newEnd]!);
    return made;
  }
}

/** Where two lists differ: from `start` on, up to `oldEnd` in the first and `newEnd` in the second. */
export function stretch<A>(
  before: readonly A[],
  after: readonly A[],
): { start: number; oldEnd: number; newEnd: number } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let oldEnd = before.length;
  let newEnd = after.length;
  while (oldEnd > start && newEnd > start && before[oldEnd - 1] === after[newEnd - 1]) {
    oldEnd--;
    newEnd--;
  }
  return { start, oldEnd, newEnd };
}

/** Finds items of a list, and remembers which: of a list that differs from the one before in one stretch, only that is searched. */
export class Finder<A> {
  readonly #isMeant: (item: A) => boolean;
  readonly #known = new WeakMap<readonly A[], readonly number[]>();
  #last: { readonly items: readonly A[]; readonly found: readonly number[] } | undefined;

  /** @param isMeant says the same of the same item, every time */
  constructor(isMeant: (item: A) => boolean) {
    this.#isMeant = isMeant;
  }

  /** The indices of the items that are meant, in their order. */
  in(items: readonly A[]): readonly number[] {
    let found = this.#known.get(items);
    if (!found) {
      found = this.#after(items, items.length < SHORT ? undefined : this.#last);
      if (items.length >= SHORT) this.#known.set(items, found);
    }
    if (items.length >= SHORT) this.#last = { items, found };
    return found;
  }

  #after(items: readonly A[], last: { readonly items: readonly A[]; readonly found: readonly number[] } | undefined) {
    const { start, oldEnd, newEnd } = last ? stretch(last.items, items) : { start: 0, oldEnd: 0, newEnd: items.length };
    const found = last ? last.found.filter((index) => index < start) : [];
    for (let index = start; index < newEnd; index++) if (this.#isMeant(items[index]!)) found.push(index);
    for (const index of last?.found ?? []) if (index >= oldEnd) found.push(index + newEnd - oldEnd);
    return found;
  }
}

/** Counts words of the items of one list, version after version: only what has changed is counted anew. */
export class Tally<A> {
  readonly #wordsOf: (item: A) => readonly string[];
  readonly #counts = new Map<string, number>();
  #last: readonly A[] = [];
  #repeated = 0;

  /** @param wordsOf gives the same for the same item, every time */
  constructor(wordsOf: (item: A) => readonly string[]) {
    this.#wordsOf = wordsOf;
  }

  /** Takes the list as it is now. */
  count(items: readonly A[]): void {
    if (items === this.#last) return;
    const { start, oldEnd, newEnd } = stretch(this.#last, items);
    for (let index = start; index < oldEnd; index++)
      for (const word of this.#wordsOf(this.#last[index]!)) this.#add(word, -1);
    for (let index = start; index < newEnd; index++)
      for (const word of this.#wordsOf(items[index]!)) this.#add(word, 1);
    this.#last = items;
  }

  /** True when a word was counted more than once. */
  get hasRepetitions(): boolean {
    return this.#repeated > 0;
  }

  /** The words that were counted. */
  words(): Iterable<string> {
    return this.#counts.keys();
  }

  #add(word: string, by: number): void {
    const before = this.#counts.get(word) ?? 0;
    const count = before + by;
    if (count > 0) this.#counts.set(word, count);
    else this.#counts.delete(word);
    if (before > 1 && count <= 1) this.#repeated--;
    if (before <= 1 && count > 1) this.#repeated++;
  }
}
