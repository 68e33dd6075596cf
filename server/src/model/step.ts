import { findKey } from '../schema/keys';
import type { Release } from '../syntax/release';
import { int32, kibibytes, uint32 } from './fields';
import type { DomainType, Guest, PartName } from './guest';

/** When xl takes a step: in every release that reads its key, and for every type, when nothing else is said. */
export interface When {
  readonly since?: Release;
  readonly until?: Release;
  readonly types?: readonly DomainType[];
}

/** One thing that xl does while it reads a guest file. Steps are taken in the order in which xl does them. */
export interface Step extends When {
  /** The keys that the step looks at. */
  readonly keys: readonly string[];
  readonly take: (guest: Guest) => void;
}

/** How the value of a plain key is read and stored. */
const KINDS = {
  text: (guest: Guest, key: string) => guest.settings.string(key),
  flag: (guest: Guest, key: string) => guest.settings.defbool(key),
  int: (guest: Guest, key: string) => mapped(guest.settings.long(key), int32),
  uint: (guest: Guest, key: string) => mapped(guest.settings.long(key), uint32),
  mebibytes: (guest: Guest, key: string) => mapped(guest.settings.long(key), kibibytes),
} as const;

export type Kind = keyof typeof KINDS;

function mapped<T>(value: bigint | undefined, convert: (value: bigint) => T): T | undefined {
  return value === undefined ? undefined : convert(value);
}

/**
 * A step for a key whose value goes as it is into one field: `to` is PART.FIELD, or PART.STRUCTURE.FIELD. A value that
 * is absent or of no use leaves the field alone.
 */
export function plain(kind: Kind, key: string, to: string, when: When = {}): Step {
  const [part, ...path] = to.split('.') as [PartName, ...string[]];
  const field = path.pop()!;
  const fetch = KINDS[kind];
  return {
    ...when,
    keys: [key],
    take(guest) {
      const value = fetch(guest, key);
      if (value === undefined) return;
      const structure = path.reduce((fields, name) => fields[name] as typeof fields, guest[part]);
      structure[field] = value;
    },
  };
}

/** A step of its own kind. */
export function step(keys: string | readonly string[], take: (guest: Guest) => void, when: When = {}): Step {
  const list = typeof keys === 'string' ? [keys] : keys;
  return { ...when, keys: list, take };
}

/** True in the releases that take a step: those that read its only key, as far as the step leaves them. */
export function isTaken({ keys: [key, ...others], since, until }: Step, release: Release): boolean {
  const row = key !== undefined && others.length === 0 ? findKey(key) : undefined;
  const [first, last] = [Math.max(row?.since ?? 0, since ?? 0), [row?.until, until]];
  return first <= release && last.every((one) => one === undefined || release <= one);
}
