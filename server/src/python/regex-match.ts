import { isWord } from './regex-parse';
import type { Part, Pattern, Place } from './regex-parts';

/** Where a match and its groups stand in the text; undefined for a group that took no part. */
export type Found = readonly (readonly [start: number, end: number] | undefined)[];

/** How deep parts may wait for the rest of a match. */
const MAX_WAITING = 4000;

/** Matches a pattern in a text, as Python's `re` does: the first way that works, leftmost first. */
export class Matcher {
  #groups: ([number, number] | undefined)[] = [];
  #waiting = 0;

  constructor(
    readonly pattern: Pattern,
    readonly text: string,
    /** Counts steps; throws at the bounds. */
    readonly spend: (steps: number) => void,
  ) {}

  /** The match at `at`, or undefined. */
  match(at: number): Found | undefined {
    this.#groups = Array.from({ length: this.pattern.groups + 1 });
    let end = -1;
    const done = (to: number) => {
      end = to;
      return true;
    };
    if (!this.#run(this.pattern.part, at, done)) return undefined;
    this.#groups[0] = [at, end];
    return this.#groups;
  }

  /** The first match at `from` or later. */
  search(from: number): Found | undefined {
    for (let at = from; at <= this.text.length; at++) {
      const found = this.match(at);
      if (found) return found;
    }
    return undefined;
  }

  #run(part: Part, at: number, next: (at: number) => boolean): boolean {
    this.spend(1);
    switch (part.kind) {
      case 'set':
        return at < this.text.length && part.has(this.text.charCodeAt(at)) && next(at + 1);
      case 'sequence':
        return this.#sequence(part.parts, 0, at, next);
      case 'choice':
        return part.parts.some((one) => this.#run(one, at, next));
      case 'group': {
        const before = this.#groups[part.number];
        const inside = (end: number) => {
          const last = this.#groups[part.number];
          this.#groups[part.number] = [at, end];
          if (next(end)) return true;
          this.#groups[part.number] = last;
          return false;
        };
        if (this.#run(part.part, at, inside)) return true;
        this.#groups[part.number] = before;
        return false;
      }
      case 'same': {
        const group = this.#groups[part.number];
        if (!group) return false;
        const wanted = this.text.slice(...group);
        const given = this.text.slice(at, at + wanted.length);
        const equal = this.pattern.ignoreCase ? fold(wanted) === fold(given) : wanted === given;
        return equal && next(at + wanted.length);
      }
      case 'at':
        return this.#stands(part.place, at) && next(at);
      case 'look': {
        const from = part.behind === undefined ? at : at - part.behind;
        const ends = part.behind === undefined ? () => true : (end: number) => end === at;
        const found = from >= 0 && this.#run(part.part, from, ends);
        return found === part.wanted && next(at);
      }
      case 'repeat':
        return this.#repeat(part, 0, at, -1, next);
    }
  }

  #sequence(parts: readonly Part[], index: number, at: number, next: (at: number) => boolean): boolean {
    if (index === parts.length) return next(at);
    return this.#run(parts[index]!, at, (to) => this.#sequence(parts, index + 1, to, next));
  }

  #repeat(
    part: Part & { kind: 'repeat' },
    count: number,
    at: number,
    last: number,
    next: (at: number) => boolean,
  ): boolean {
    if (part.part.kind === 'set') return this.#repeatSet(part, part.part.has, at, next);
    this.spend(1);
    if (++this.#waiting > MAX_WAITING) this.spend(Number.POSITIVE_INFINITY);
    try {
      const again = () =>
        count < part.most &&
        // A turn that takes nothing is the last one.
        (at !== last || count < part.least) &&
        this.#run(part.part, at, (to) => this.#repeat(part, count + 1, to, at, next));
      if (count < part.least) return again();
      return part.lazy ? next(at) || again() : again() || next(at);
    } finally {
      this.#waiting--;
    }
  }

  /** A repeated single character needs no memory of its turns. */
  #repeatSet(
    part: Part & { kind: 'repeat' },
    has: (code: number) => boolean,
    at: number,
    next: (at: number) => boolean,
  ): boolean {
    const fits = (to: number) => to < this.text.length && has(this.text.charCodeAt(to));
    let to = at;
    const least = at + part.least;
    const most = at + part.most;
    while (to < least) if (!fits(to++)) return false;
    if (part.lazy) {
      for (;;) {
        this.spend(1);
        if (next(to)) return true;
        if (to >= most || !fits(to)) return false;
        to++;
      }
    }
    while (to < most && fits(to)) to++;
    this.spend(to - at);
    for (; to >= least; to--) {
      this.spend(1);
      if (next(to)) return true;
    }
    return false;
  }

  #stands(place: Place, at: number): boolean {
    const { text } = this;
    const word = (i: number) => i >= 0 && i < text.length && isWord(text.charCodeAt(i));
    switch (place) {
      case 'start':
        return at === 0;
      case 'end':
        return at === text.length;
      case 'line-start':
        return at === 0 || text[at - 1] === '\n';
      case 'line-end':
        return at === text.length || text[at] === '\n';
      case 'last-end':
        return at === text.length || (at === text.length - 1 && text[at] === '\n');
      case 'word':
        return word(at - 1) !== word(at);
      case 'no-word':
        return word(at - 1) === word(at);
    }
  }
}

const fold = (text: string) => text.replace(/[A-Z]/g, (c) => c.toLowerCase());
