import { once } from '../syntax/once';
import { tables } from './tables';

const byMeaning = once(
  (): ReadonlyMap<string, readonly string[]> =>
    new Map(Object.entries(tables().meanings).map(([name, keys]) => [plain(name), keys])),
);

/**
 * The candidates that a person most likely meant by `name`, best first, at most `max`: first those that the table of
 * meanings gives, then those a few slips of the hand away. A slip is a letter left out, put in, replaced, or swapped
 * with its neighbour; case, `-`, `_` and `.` count for nothing. One slip is forgiven in
 * names of three letters, two from six on, three from twelve on. A candidate that is `name` itself is left out.
 */
export function nearestNames(name: string, candidates: Iterable<string>, max = 3): string[] {
  const wanted = plain(name);
  const meant = byMeaning().get(wanted) ?? [];
  const allowed = wanted.length < 3 ? 0 : wanted.length < 6 ? 1 : wanted.length < 12 ? 2 : 3;
  const found: { candidate: string; cost: number }[] = [];
  for (const candidate of candidates) {
    if (candidate === name) continue;
    const place = meant.indexOf(candidate);
    const cost = place >= 0 ? place - meant.length : slips(wanted, plainCandidate(candidate), allowed);
    if (cost <= allowed) found.push({ candidate, cost: cost <= 0 || sameStart(wanted, candidate) ? cost : cost + 0.5 });
  }
  return found
    .sort((a, b) => a.cost - b.cost || compare(a.candidate, b.candidate))
    .slice(0, max)
    .map(({ candidate }) => candidate);
}

/** Everybody's first letter is right more often than the others. */
function sameStart(wanted: string, candidate: string): boolean {
  return wanted[0] === candidate[0];
}

/** Names in their plain form, as each is compared again and again; candidates come from the schema, so there are few. */
const PLAIN = new Map<string, string>();

function plainCandidate(name: string): string {
  let known = PLAIN.get(name);
  if (known === undefined) {
    known = plain(name);
    if (PLAIN.size >= MOST_PLAIN) PLAIN.clear();
    PLAIN.set(name, known);
  }
  return known;
}

const MOST_PLAIN = 4096;

function plain(name: string): string {
  return name.toLowerCase().replace(/[-_.]/g, '');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The number of slips between two words (optimal string alignment distance), or `limit + 1` when there are more than
 * `limit`. Costs at most length times (2 limit + 1) steps.
 */
export function slips(a: string, b: string, limit: number): number {
  const over = limit + 1;
  if (Math.abs(a.length - b.length) > limit) return over;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => (j <= limit ? j : over));
  for (let i = 1; i <= a.length; i++) {
    const row = new Array<number>(b.length + 1).fill(over);
    if (i <= limit) row[0] = i;
    let best = row[0]!;
    for (let j = Math.max(1, i - limit); j <= Math.min(b.length, i + limit); j++) {
      const replaced = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cost = Math.min(replaced, above[j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row[j] = Math.min(cost, over);
      best = Math.min(best, row[j]!);
    }
    if (best > limit) return over;
    before = above;
    above = row;
  }
  return above[b.length]!;
}
