const KNOWN = new WeakMap<readonly (readonly string[])[], readonly number[]>();

/** The indices of items of which one of the words stands in an item before; a word in one item twice counts, too. */
export function repeated(items: readonly (readonly string[])[]): readonly number[] {
  let found = KNOWN.get(items);
  if (!found) {
    const seen = new Set<string>();
    const again: number[] = [];
    for (const [index, words] of items.entries()) {
      for (const word of words) {
        if (seen.has(word)) again.push(index);
        else seen.add(word);
      }
    }
    found = [...new Set(again)];
    KNOWN.set(items, found);
  }
  return found;
}
