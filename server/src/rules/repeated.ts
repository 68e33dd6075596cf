import { Tally } from '../syntax/splicer';

/** Finds items that say a word which another one says before; of a list that hardly changed, at once when there are none. */
export class Repetitions {
  readonly #tally = new Tally((words: readonly string[]) => words);

  /** The indices of items of which a word stands in an item before; a word in one item twice counts, too. */
  in(items: readonly (readonly string[])[]): readonly number[] {
    this.#tally.count(items);
    if (!this.#tally.hasRepetitions) return [];
    const seen = new Set<string>();
    const again: number[] = [];
    for (const [index, words] of items.entries()) {
      for (const word of words) {
        if (seen.has(word) && again.at(-1) !== index) again.push(index);
        seen.add(word);
      }
    }
    return again;
  }
}
