import type { Claim, GuestRecord, Place } from '../rules/across';

/** A file and what it says now. */
export interface Member {
  readonly path: string;
  shown: string;
  record: GuestRecord;
  /** What its guest claims, group by group: an entry for each claim of the record. */
  entries: readonly (readonly Entry[])[];
  /** Those of its entries that are in a `Group`. */
  readonly contested: Set<Entry>;
}

/** One thing that a file's guest claims. */
export interface Entry {
  readonly member: Member;
  readonly claim: Claim;
  /** Where it stood when others were last told; known of entries in a group. */
  seen?: Place;
}

/** Those who claim one thing: mostly one alone, who then needs no list. */
export class Group {
  readonly #takers = new Set<Entry>();
  /** Those who only read a disk: they are in the way of nobody who reads it too. */
  readonly #readers = new Set<Entry>();
  #sorted: readonly Entry[] | undefined;

  get size(): number {
    return this.#takers.size + this.#readers.size;
  }

  add(entry: Entry): void {
    (isReader(entry) ? this.#readers : this.#takers).add(entry);
    entry.member.contested.add(entry);
    entry.seen = entry.claim.place;
    this.#sorted = undefined;
  }

  remove(entry: Entry): void {
    (isReader(entry) ? this.#readers : this.#takers).delete(entry);
    entry.member.contested.delete(entry);
    this.#sorted = undefined;
  }

  /** Notes the files of those in whose way one of them may be. */
  touch(entry: Entry, touched: Set<string>): void {
    for (const { member } of this.#takers) touched.add(member.path);
    if (!isReader(entry)) for (const { member } of this.#readers) touched.add(member.path);
  }

  /** By path, readers last. */
  get sorted(): readonly Entry[] {
    const byPath = (entries: Set<Entry>) => [...entries].sort((a, b) => (a.member.path < b.member.path ? -1 : 1));
    this.#sorted ??= [...byPath(this.#takers), ...byPath(this.#readers)];
    return this.#sorted;
  }
}

function isReader({ claim }: Entry): boolean {
  return claim.disk?.writes === false;
}
