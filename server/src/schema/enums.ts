import { once } from '../syntax/once';
import type { Release } from '../syntax/release';
import { tables } from './tables';
import type { EnumRow, MemberRow } from './types';

const index = once((): ReadonlyMap<string, EnumRow> => new Map(allEnums().map((row) => [row.name, row])));

/** Every enumeration, of any release. */
export function allEnums(): readonly EnumRow[] {
  return tables().enums;
}

/** The enumeration of that name, as `values` of a key or option gives it. */
export function findEnum(name: string): EnumRow | undefined {
  return index().get(name);
}

/** The words of an enumeration that xl of a release knows and that mean something; none for an unknown enumeration. */
export function enumMembers(name: string, release: Release): MemberRow[] {
  return knownMembers(name, release).filter((member) => !member.placeholder);
}

/**
 * The member that xl of a release finds for a text: compared with or without regard to case, or as the beginning of a
 * word, as the enumeration says. Also finds placeholders. Undefined when xl knows no such word.
 */
export function matchMember(name: string, text: string, release: Release): MemberRow | undefined {
  const row = index().get(name);
  if (!row) return undefined;
  const anyCase = row.anyCaseSince !== undefined && row.anyCaseSince <= release;
  const wanted = anyCase ? lowerAscii(text) : text;
  return knownMembers(name, release).find(({ value }) => {
    const word = anyCase ? lowerAscii(value) : value;
    return row.prefix ? word.startsWith(wanted) : word === wanted;
  });
}

function knownMembers(name: string, release: Release): readonly MemberRow[] {
  const row = index().get(name);
  if (!row) return [];
  const ofRow = KNOWN.get(row) ?? new Map<Release, readonly MemberRow[]>();
  KNOWN.set(row, ofRow);
  let members = ofRow.get(release);
  if (!members) {
    members = row.members.filter(
      ({ since, until }) => (since ?? row.since) <= release && (until === undefined || release <= until),
    );
    ofRow.set(release, members);
  }
  return members;
}

/** The members that each release knows, found once. */
const KNOWN = new WeakMap<EnumRow, Map<Release, readonly MemberRow[]>>();

function lowerAscii(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
