import type { Release } from '../syntax/release';
import { findKey, guestsOf, keyAt, keyIsRead, meantFor, onNoNumber, onWrongShape, readersOf, shapeOf } from './keys';
import { keyValues } from './languages';
import type { Prose } from './prose';
import type { Architecture, Check, GuestType, KeyRow, KeyType, MemberRow, Outcome, Reader, Shape } from './types';
import { findXmName } from './xm';
import type { XmName } from './xm-types';

/** Everything that the schema knows about a key in one release, as plain facts: the service layer words them. */
export interface KeySummary {
  readonly name: string;
  /** True when xl of that release reads the key at all; the other facts are then those of the nearest release. */
  readonly read: boolean;
  readonly since: Release;
  readonly until?: Release;
  /** The point release that first read it, where that was not the .0. */
  readonly point?: string;
  readonly type: KeyType;
  readonly shape: Shape;
  readonly reads: readonly Reader[];
  readonly language?: string;
  readonly values: readonly MemberRow[];
  readonly suggested: readonly string[];
  readonly range?: readonly [number, number];
  readonly documentedRange?: readonly [number, number];
  readonly unit?: string;
  /** xl's default, where it is a plain value, and where it holds or how it is found. */
  readonly default?: string;
  readonly defaultNote?: string;
  readonly documentedDefault?: string;
  /** Guest types for which xl reads the key, and those among them for which it has a meaning. */
  readonly guests: readonly GuestType[];
  readonly meantFor: readonly GuestType[];
  readonly arch?: Architecture;
  /** Set when the release warns of the key or reads another one in its place. */
  readonly deprecatedSince?: Release;
  readonly replacedBy: readonly string[];
  readonly documented: boolean;
  readonly wrongShape: Outcome;
  readonly noNumber?: Outcome;
  readonly checks: readonly Check[];
  /** The variable of the same name in xm files, for a key of a guest's file. */
  readonly xm?: XmName;
  readonly note?: Prose;
  readonly text?: Prose;
}

/** The facts about a key of a guest's file, `xl.conf` or a pool's file in a release. */
export function keySummary(row: KeyRow, release: Release): KeySummary {
  const read = keyIsRead(row, release);
  const nearest = Math.min(Math.max(release, row.since), row.until ?? release);
  const then = keyAt(row, read ? release : nearest);
  const { deprecatedSince, replacedBy, checks, suggested, undocumented, earlier, reads, meantFor: _, ...plain } = then;
  const noNumber = onNoNumber(then);
  const deprecated = deprecatedSince !== undefined && deprecatedSince <= release;
  const xm = findKey(row.name) === row ? findXmName(row.name) : undefined;
  return {
    ...plain,
    read,
    shape: shapeOf(then),
    reads: readersOf(then),
    values: keyValues(then, nearest),
    suggested: suggested ?? [],
    guests: guestsOf(then),
    meantFor: meantFor(then),
    ...(deprecated ? { deprecatedSince } : {}),
    replacedBy: deprecated ? (replacedBy ?? []) : [],
    documented: !undocumented,
    wrongShape: onWrongShape(then),
    ...(noNumber ? { noNumber } : {}),
    checks: (checks ?? []).filter(
      ({ since, until }) => (since ?? row.since) <= nearest && (until === undefined || nearest <= until),
    ),
    ...(xm ? { xm } : {}),
  };
}
