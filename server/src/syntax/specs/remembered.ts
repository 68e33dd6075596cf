import { ownCopy } from '../own-copy';
import { NEWEST_RELEASE, type Release } from '../release';
import type { SpecReading } from './part';

/** Readings kept in one generation: enough for the rules that ask for the specs of one ordinary file. */
let generation = 64;

/** Has so many readings kept: whoever reads long files again and again wants as many as such a file has devices. */
export function rememberSpecs(count: number): void {
  generation = count;
}

/** Longer specs are hardly ever read twice. */
const LONGEST = 1024;

/**
 * A parser that gives the reading of before for a sound spec that it has read before: editors have a file read again
 * after every keystroke, and rules ask for one spec several times. What nobody asked for while one to two generations of
 * others were read is forgotten, and all of it with another release. Readings are shared: nobody may change them. Those
 * with errors are not kept, as their messages hold the name of the source.
 */
export function remembered<Reading extends SpecReading>(
  parse: (text: string, release: Release, source?: string) => Reading,
): (text: string, release?: Release, source?: string) => Reading {
  let young = new Map<string, Reading>();
  let old = new Map<string, Reading>();
  let known: Release | undefined;
  return (text, release = NEWEST_RELEASE, source) => {
    if (text.length > LONGEST) return parse(text, release, source);
    if (release !== known) {
      known = release;
      young = new Map();
      old = new Map();
    }
    let reading = young.get(text);
    if (reading) return reading;
    const own = ownCopy(text);
    reading = old.get(own) ?? parse(own, release, source);
    if (reading.errors.length > 0) return reading;
    if (young.size >= generation) {
      old = young;
      young = new Map();
    }
    young.set(own, reading);
    return reading;
  };
}
