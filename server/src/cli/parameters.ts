import { UsageError } from './usage';

/** More results than this from one file are taken for a slip. */
const MOST_RESULTS = 10000;

/**
 * The sets of variables that `--set N=V` words ask for: one, or one for each number of a range `N=1..8` (`01..08`
 * for values of two digits); several ranges give every combination.
 */
export function parameterSets(words: readonly (readonly [string, string])[]): Map<string, string>[] {
  let sets: Map<string, string>[] = [new Map()];
  for (const [name, value] of words) {
    const values = valuesOf(name, value);
    if (sets.length * values.length > MOST_RESULTS) throw new UsageError(`--set: more than ${MOST_RESULTS} results`);
    sets = sets.flatMap((set) => values.map((one) => new Map(set).set(name, one)));
  }
  return sets;
}

function valuesOf(name: string, value: string): string[] {
  const range = /^(\d{1,9})\.\.(\d{1,9})$/.exec(value);
  if (!range) return [value];
  const [first, last] = [Number(range[1]), Number(range[2])];
  if (last < first) throw new UsageError(`--set ${name}=${value}: the range ends before it begins`);
  if (last - first >= MOST_RESULTS) throw new UsageError(`--set: more than ${MOST_RESULTS} results`);
  // 01..12 keeps its zeros: the values are texts to the file
  const digits = range[1]!.startsWith('0') ? range[1]!.length : 0;
  return Array.from({ length: last - first + 1 }, (_, i) => String(first + i).padStart(digits, '0'));
}
