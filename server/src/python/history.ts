import type { Outcome } from './outcomes';
import type { Value } from './values';

/** The values that the variables of a program had, statement by statement. */
export class History {
  readonly #values = new Map<string, { readonly offset: number; readonly value: Value | undefined }[]>();

  constructor(outcomes: readonly Outcome[]) {
    for (const outcome of outcomes) this.#note(outcome);
  }

  #note(outcome: Outcome): void {
    const { node, settings, deleted, taken } = outcome;
    for (const one of taken?.body ?? []) this.#note(one);
    for (const { name, value } of settings) this.#add(name, node.end, value);
    for (const name of deleted) this.#add(name, node.end, undefined);
  }

  #add(name: string, offset: number, value: Value | undefined): void {
    const found = this.#values.get(name);
    if (found) found.push({ offset, value });
    else this.#values.set(name, [{ offset, value }]);
  }

  /** The value that a name has in front of an offset; undefined where the file has not set it there. */
  before(name: string, offset: number): Value | undefined {
    const found = this.#values.get(name) ?? [];
    let low = 0;
    let high = found.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (found[middle]!.offset > offset) high = middle;
      else low = middle + 1;
    }
    return found[low - 1]?.value;
  }
}
