import type { Release } from '../release';
import { Splicer } from '../splicer';

type Parse<Reading> = (text: string, release: Release, source: string) => Reading;

interface Remembered {
  readonly release: Release;
  readonly source: string;
  readonly lists: Splicer<string, unknown>;
}

const REMEMBERED = new Map<Parse<unknown>, Remembered>();

/**
 * What a parser makes of each string of a list. Of long lists that were read before, in whole or in part, the readings
 * of then are given: nobody may change them.
 */
export function readList<Reading>(
  parse: Parse<Reading>,
  texts: readonly string[],
  release: Release,
  source = '',
): readonly Reading[] {
  let known = REMEMBERED.get(parse);
  if (known?.release !== release || known.source !== source) {
    known = { release, source, lists: new Splicer((text: string) => parse(text, release, source)) };
    REMEMBERED.set(parse, known);
  }
  return known.lists.of(texts) as readonly Reading[];
}
