/** More values than this for one parameter are taken for a slip. */
export const MOST_VALUES = 10_000;

/**
 * The values that a word stands for: each number of a range `1..8` (`01..08` for values of two digits), else the word
 * itself. Undefined for a range that ends before it begins or has more than MOST_VALUES numbers.
 */
export function parameterValues(word: string): string[] | undefined {
  const range = /^(\d{1,9})\.\.(\d{1,9})$/.exec(word);
  if (!range) return [word];
  const first = Number(range[1]);
  const count = Number(range[2]) - first + 1;
  if (count < 1 || count > MOST_VALUES) return undefined;
  // the values are texts to the file: 01..12 keeps its zeros
  const digits = range[1]!.startsWith('0') ? range[1]!.length : 0;
  return Array.from({ length: count }, (_, i) => String(first + i).padStart(digits, '0'));
}

/** Every combination of the values of several parameters, in order; undefined when they are more than MOST_VALUES. */
export function combinations(
  parameters: readonly (readonly [name: string, values: readonly string[]])[],
): ReadonlyMap<string, string>[] | undefined {
  let sets: ReadonlyMap<string, string>[] = [new Map()];
  for (const [name, values] of parameters) {
    if (sets.length * values.length > MOST_VALUES) return undefined;
    sets = sets.flatMap((set) => values.map((one) => new Map(set).set(name, one)));
  }
  return sets;
}
