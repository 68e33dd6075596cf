import type {
  Claim,
  ClaimKind,
  GuestRecord,
  Neighbours,
  Place,
  Rival,
  Rivals,
  SharedHost,
  Total,
} from '../rules/across';
import { stretch } from '../syntax/splicer';
import { type Entry, Group, type Member } from './group';
import { madeBytes } from './made';

/** How many other places a finding names at the most. */
const FEW = 5;

export interface Surroundings {
  readonly host?: SharedHost;
  /** True when the index holds every guest file of a folder: then what it does not hold is not there. */
  readonly complete?: boolean;
  /** Tells of guests outside of the index whether one claims something. */
  readonly isTakenElsewhere?: Neighbours['isTaken'];
  /** Other texts are made up for another seed. */
  readonly seed?: string;
}

/**
 * The guests of many files, and what each of them claims: to put a file in, change it or take it out costs as much as it
 * says itself, however many others there are. Paths are the caller's own words, one for each real file.
 */
export class GuestIndex {
  readonly #members = new Map<string, Member>();
  readonly #claims = new Map<string, Entry | Group>();
  readonly #names = new Map<string, Set<string>>();
  readonly #users = new Map<string, Set<string>>();
  #totals = new Map<string, Total>();

  get size(): number {
    return this.#members.size;
  }

  paths(): Iterable<string> {
    return this.#members.keys();
  }

  record(path: string): GuestRecord | undefined {
    return this.#members.get(path)?.record;
  }

  /**
   * Takes in what a file says now, in place of what it said before.
   * @param shown the file as people are told of it
   * @param touched gets the other files of which something else may have to be said now, and perhaps this one
   */
  set(path: string, record: GuestRecord, shown = path, touched?: Set<string>): void {
    const before = this.#members.get(path);
    const member = before ?? { path, shown, record, entries: [], contested: new Set<Entry>() };
    const old = before?.record;
    this.#forgetNames(path, record, touched);
    const others = this.#named(old) + this.#named(record);
    this.#members.set(path, member);
    this.#learnNames(path, old, record, touched);
    // what is said of this file and another one of that name depends on all of both
    const isRenamed = member.shown !== shown;
    member.shown = shown;
    member.record = record;
    const count = Math.max(member.entries.length, record.claims.length);
    const entries = Array.from({ length: count }, (_, group) =>
      this.#exchange(member, old?.claims[group] ?? [], record.claims[group] ?? [], group, touched),
    );
    member.entries = entries;
    for (const entry of touched ? member.contested : []) {
      const { place } = entry.claim;
      const isCopied = others > 0 && entry.claim.kind !== 'name';
      if (isRenamed || isCopied || !isSamePlace(entry.seen!, place)) this.#touch(entry, touched!);
      entry.seen = place;
    }
  }

  /** Puts claims of a file in the place of earlier ones; what stays the same concerns nobody else. */
  #exchange(
    member: Member,
    before: readonly Claim[],
    claims: readonly Claim[],
    group: number,
    touched?: Set<string>,
  ): readonly Entry[] {
    const entries = member.entries[group] ?? [];
    const { start, oldEnd, newEnd } = stretch(before, claims);
    if (start === oldEnd && start === newEnd) return entries;
    const gone = entries.slice(start, oldEnd);
    const come = claims.slice(start, newEnd).map((claim): Entry => ({ member, claim }));
    const known = touched ? gone.filter(({ seen }) => seen) : [];
    const same = new Set(known.length > 0 ? come.map(({ claim }) => identityOf(claim, claim.place)) : []);
    const was = new Set(known.map(({ claim, seen }) => identityOf(claim, seen!)));
    for (const entry of gone) {
      const stays = entry.seen && same.has(identityOf(entry.claim, entry.seen));
      this.#leave(entry, stays ? undefined : touched);
    }
    for (const entry of come) {
      const stays = was.size > 0 && was.has(identityOf(entry.claim, entry.claim.place));
      this.#enter(entry, stays ? undefined : touched);
    }
    return entries.slice(0, start).concat(come, entries.slice(oldEnd));
  }

  /** Forgets a file. `touched` gets the other files of which something else may have to be said now. */
  delete(path: string, touched?: Set<string>): void {
    const before = this.#members.get(path);
    if (!before) return;
    for (const group of before.entries) for (const entry of group) this.#leave(entry, touched);
    this.#forgetNames(path, undefined, touched);
    this.#members.delete(path);
  }

  /** The guests around that of a file; undefined for a file that is not there. */
  neighbours(path: string, around: Surroundings = {}): Neighbours | undefined {
    const { host, complete = false, isTakenElsewhere, seed = '' } = around;
    const member = this.#members.get(path);
    if (!member) return undefined;
    return {
      path,
      ...(host && { host }),
      complete,
      contested: (kind) => contestedOf(member, kind),
      rivals: (claim, clash) => this.#rivals(member, claim, clash ?? (() => true)),
      isTaken: (kind, id) => this.#claims.has(keyOf(kind, id)) || (isTakenElsewhere?.(kind, id) ?? false),
      names: () => this.#names.keys(),
      total: (of) => this.#total(of),
      made: (text) => (attempt) => madeBytes(`${seed}\0${text}`, attempt),
    };
  }

  /** The files in which what all guests want together is said. */
  totalsAt(): Set<string> {
    return new Set((['memory', 'vcpus'] as const).flatMap((of) => this.#total(of)?.biggest ?? []));
  }

  #rivals(member: Member, claim: Claim, clash: (other: Claim) => boolean): Rivals {
    const first: Rival[] = [];
    let count = 0;
    const group = this.#claims.get(keyOf(claim.kind, claim.id));
    if (!(group instanceof Group)) return { first, count };
    let last: Member | undefined;
    for (const { member: other, claim: theirs } of group.sorted) {
      // behind those who write to a disk stand those who do not
      if (claim.disk?.writes === false && theirs.disk?.writes === false) break;
      if (other === member || other === last || isCopy(member, other, claim) || !clash(theirs)) continue;
      last = other;
      count++;
      if (first.length < FEW) first.push({ path: other.path, shown: other.shown, claim: theirs });
      else if (count >= MOST_COUNTED) break;
    }
    return { first, count };
  }

  #touch(entry: Entry, touched: Set<string>): void {
    const group = this.#claims.get(keyOf(entry.claim.kind, entry.claim.id));
    if (group instanceof Group) group.touch(entry, touched);
  }

  #enter(entry: Entry, touched?: Set<string>): void {
    const key = keyOf(entry.claim.kind, entry.claim.id);
    const held = this.#claims.get(key);
    if (!held) this.#claims.set(key, entry);
    else {
      const group = held instanceof Group ? held : new Group();
      if (group !== held) {
        group.add(held as Entry);
        this.#claims.set(key, group);
      }
      if (touched) group.touch(entry, touched);
      group.add(entry);
    }
  }

  #leave(entry: Entry, touched?: Set<string>): void {
    const key = keyOf(entry.claim.kind, entry.claim.id);
    const held = this.#claims.get(key);
    if (held === entry) this.#claims.delete(key);
    if (!(held instanceof Group)) return;
    held.remove(entry);
    if (touched) held.touch(entry, touched);
    if (held.size === 0) this.#claims.delete(key);
  }

  #forgetNames(path: string, next: GuestRecord | undefined, touched?: Set<string>): void {
    const record = this.#members.get(path)?.record;
    if (!record) return;
    const { name, backends } = record;
    if (name !== undefined && removeFrom(this.#names, name, path) && name !== next?.name)
      this.#touchUsers(name, touched);
    for (const backend of backends) removeFrom(this.#users, backend.name, path);
    this.#forgetTotals(record, next, touched);
  }

  #learnNames(path: string, before: GuestRecord | undefined, record: GuestRecord, touched?: Set<string>): void {
    const { name, backends } = record;
    if (name !== undefined && addTo(this.#names, name, path) && name !== before?.name) this.#touchUsers(name, touched);
    for (const backend of backends) addTo(this.#users, backend.name, path);
    this.#forgetTotals(before, record, touched);
  }

  /** Whoever is provided for by a domain of that name, or by one that is not there: its name may have been meant. */
  #touchUsers(name: string, touched?: Set<string>): void {
    if (!touched) return;
    for (const [backend, paths] of this.#users) {
      if (backend === name || !this.#names.has(backend)) for (const path of paths) touched.add(path);
    }
  }

  /** A total stands at the guest that wants most: both the one that did and the one that does may have to be told. */
  #forgetTotals(before: GuestRecord | undefined, after: GuestRecord | undefined, touched?: Set<string>): void {
    for (const of of ['memory', 'vcpus'] as const) {
      if (before?.[of]?.number === after?.[of]?.number && before?.name === after?.name) continue;
      const known = this.#totals.get(of);
      if (known) touched?.add(known.biggest);
      this.#totals.delete(of);
    }
  }

  /** Guests of one name count once, with the most that one of them wants: they never run at the same time. */
  #total(of: 'memory' | 'vcpus'): Total | undefined {
    const known = this.#totals.get(of);
    if (known) return known;
    const byName = new Map<string, { number: number; path: string }>();
    for (const { path, record } of this.#members.values()) {
      const number = record[of]?.number;
      if (number === undefined) continue;
      const name = record.name ?? `\0${path}`;
      const other = byName.get(name);
      if (!other || number > other.number || (number === other.number && path < other.path)) {
        byName.set(name, { number, path });
      }
    }
    const all = [...byName.values()];
    if (all.length === 0) return undefined;
    const biggest = all.reduce((a, b) => (b.number > a.number || (b.number === a.number && b.path < a.path) ? b : a));
    const total = { sum: all.reduce((sum, { number }) => sum + number, 0), guests: all.length, biggest: biggest.path };
    this.#totals.set(of, total);
    return total;
  }

  /** How many files have a guest of that name. */
  #named(record: GuestRecord | undefined): number {
    return record?.name === undefined ? 0 : (this.#names.get(record.name)?.size ?? 0);
  }
}

/** No finding says more exactly than this how many others there are. */
const MOST_COUNTED = 1000;

function keyOf(kind: ClaimKind, id: string): string {
  return `${kind} ${id}`;
}

/** Everything about a claim that other files' findings say or depend on. */
function identityOf({ kind, id, disk, functions, port }: Claim, { from, to }: Place): string {
  return JSON.stringify([kind, id, from.line, from.character, to.line, to.character, disk, functions, port]);
}

function isSamePlace(a: Place, b: Place): boolean {
  return (
    a.from.line === b.from.line &&
    a.from.character === b.from.character &&
    a.to.line === b.to.line &&
    a.to.character === b.to.character
  );
}

function contestedOf({ contested }: Member, kind: ClaimKind): Claim[] {
  return [...contested].flatMap(({ claim }) => (claim.kind === kind ? claim : []));
}

/** A copy of a guest's file is one finding, about the name: that all else is the same, too, goes without saying. */
function isCopy(a: Member, b: Member, { kind }: Claim): boolean {
  const { name, content } = a.record;
  return kind !== 'name' && name !== undefined && name === b.record.name && content === b.record.content;
}

/** True when it is the first one. */
function addTo(sets: Map<string, Set<string>>, key: string, value: string): boolean {
  const set = sets.get(key);
  if (set) set.add(value);
  else sets.set(key, new Set([value]));
  return !set;
}

/** True when it was the last one. */
function removeFrom(sets: Map<string, Set<string>>, key: string, value: string): boolean {
  const set = sets.get(key);
  set?.delete(value);
  if (set?.size !== 0) return false;
  return sets.delete(key);
}
