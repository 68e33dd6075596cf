import { combinations, MOST_VALUES, parameterValues } from '../service/parameter-values';
import { UsageError } from './usage';

/**
 * The sets of variables that `--set N=V` words ask for: one, or one for each number of a range `N=1..8`; several ranges
 * give every combination.
 */
export function parameterSets(words: readonly (readonly [string, string])[]): ReadonlyMap<string, string>[] {
  const parameters = words.map(([name, value]): [string, string[]] => {
    const values = parameterValues(value);
    if (!values) {
      throw new UsageError(
        `--set ${name}=${value}: the range ends before it begins, or has more than ${MOST_VALUES} values`,
      );
    }
    return [name, values];
  });
  const sets = combinations(parameters);
  if (!sets) throw new UsageError(`--set: more than ${MOST_VALUES} results`);
  return sets;
}
