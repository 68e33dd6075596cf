import { once } from '../syntax/once';
import type { Release } from '../syntax/release';
import { tables } from './tables';
import type { ConfigFile, GuestType, KeyColumns, KeyRow, Outcome, Reader, Shape } from './types';
import { GUEST_TYPES } from './types';

const index = once(
  (): Readonly<Record<ConfigFile, ReadonlyMap<string, KeyRow>>> => ({
    guest: indexOf(allKeys()),
    'xl.conf': indexOf(allKeys('xl.conf')),
    cpupool: indexOf(allKeys('cpupool')),
  }),
);

function indexOf(rows: readonly KeyRow[]): ReadonlyMap<string, KeyRow> {
  return new Map(rows.map((row) => [row.name, row]));
}

/** Every key of a file, of any release, in the order of the data: by subject, then by name. */
export function allKeys(file: ConfigFile = 'guest'): readonly KeyRow[] {
  return tables().keys[file];
}

/** The key of that very name (xl looks at the case), of any release. */
export function findKey(name: string, file: ConfigFile = 'guest'): KeyRow | undefined {
  return index()[file].get(name);
}

/** The keys that xl of a release reads from a file, as they were then. */
export function keysFor(release: Release, file: ConfigFile = 'guest'): KeyRow[] {
  return allKeys(file)
    .filter((row) => keyIsRead(row, release))
    .map((row) => keyAt(row, release));
}

/** True when xl of that release asks for the key. A key of a later point release counts for its whole release. */
export function keyIsRead(row: KeyRow, release: Release): boolean {
  return row.since <= release && (row.until === undefined || release <= row.until);
}

/** The key as it was in a release: type, shape, reader, guest types, language and default of that time. */
export function keyAt(row: KeyRow, release: Release): KeyRow {
  if (!row.earlier) return row;
  let known = THEN.get(row);
  if (!known) {
    known = new Map();
    THEN.set(row, known);
  }
  let then = known.get(release);
  if (!then) {
    then = asOf(row, release);
    known.set(release, then);
  }
  return then;
}

const THEN = new WeakMap<KeyRow, Map<Release, KeyRow>>();

function asOf(row: KeyRow, release: Release): KeyRow {
  let then = row;
  // Newest first, so that the entry that ends first after the release has the last word.
  for (const { until, ...columns } of (row.earlier ?? []).toReversed()) {
    if (release <= until) then = { ...then, ...(columns as Partial<KeyColumns>) };
  }
  return then;
}

/** The shape of the key's value in the newest release, or in that of a row from `keyAt`. */
export function shapeOf(row: KeyRow): Shape {
  return row.shape ?? 'scalar';
}

/** The guest types for which xl reads the key. */
export function guestsOf(row: KeyRow): readonly GuestType[] {
  return row.guests ?? GUEST_TYPES;
}

/** The guest types for which the key has a meaning: those that the manual names among those that xl reads it for. */
export function meantFor(row: KeyRow): readonly GuestType[] {
  return row.meantFor?.filter((guest) => guestsOf(row).includes(guest)) ?? guestsOf(row);
}

/** The functions of libxlutil that fetch the value, in the order in which xl tries them. */
export function readersOf(row: KeyRow): readonly Reader[] {
  if (row.reads) return row.reads;
  if (row.shape === 'list' || row.shape === 'nested') return ['list'];
  switch (row.type) {
    case 'integer':
      return ['long'];
    case 'boolean':
      return ['defbool'];
    case 'enum-or-integer':
      return ['quiet-long', 'string'];
    default:
      return ['string'];
  }
}

/** What xl does with a list where the key wants a scalar, or a scalar where it wants a list. */
export function onWrongShape(row: KeyRow): Outcome {
  return row.wrongShape ?? 'warns';
}

/**
 * What xl does with a scalar that is no number where a number or boolean is wanted; undefined when any text will do
 * or the text is looked up as a word.
 */
export function onNoNumber(row: KeyRow): Outcome | undefined {
  let outcome = ON_NO_NUMBER.get(row);
  if (outcome === undefined) {
    outcome = noNumber(row) ?? null;
    ON_NO_NUMBER.set(row, outcome);
  }
  return outcome ?? undefined;
}

const ON_NO_NUMBER = new WeakMap<KeyRow, Outcome | null>();

function noNumber(row: KeyRow): Outcome | undefined {
  const readers = readersOf(row);
  const numeric = readers.find((reader) => /long|defbool/.test(reader));
  if (numeric === undefined || readers.includes('string')) return undefined;
  if (numeric.endsWith('bounded_long')) return 'exits';
  return numeric.startsWith('quiet-') ? 'ignores' : 'warns';
}
