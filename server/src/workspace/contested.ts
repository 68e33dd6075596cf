import type { Claim, ClaimKind } from '../rules/across';
import { sumOf } from './made';

/** So full the table may be, in parts of its size. */
const FULL = 0.6;

/**
 * Finds those of many files that claim something which another one claims too, long before anybody looks closer. Of
 * a claim 64 bits are kept: two that differ are hardly ever taken for one, and whoever looks closer then sees it.
 */
export class Contested {
  /** Two sums for each claim, and behind them the file that was the first to have it, plus one; 0 where nothing is. */
  #table = new Uint32Array(3 * 1024);
  #count = 0;
  readonly #files = new Set<number>();

  /** Takes in what a file claims: two sums for each claim, as `claimSums` gives them. */
  add(file: number, sums: readonly number[]): void {
    for (let i = 0; i < sums.length; i += 2) {
      if (3 * this.#count >= FULL * this.#table.length) this.#grow();
      const at = placeOf(this.#table, sums[i]!, sums[i + 1]!);
      const first = this.#table[at + 2]!;
      if (first === 0) {
        this.#table.set([sums[i]!, sums[i + 1]!, file + 1], at);
        this.#count++;
      } else if (first !== file + 1) this.#files.add(first - 1).add(file);
    }
  }

  /** True for a file that claims something that another one claims as well. */
  has(file: number): boolean {
    return this.#files.has(file);
  }

  /** True for what any file claims. */
  isClaimed(kind: ClaimKind, id: string): boolean {
    const [first, second] = sumsOf(kind, id);
    return this.#table[placeOf(this.#table, first, second) + 2] !== 0;
  }

  #grow(): void {
    const old = this.#table;
    this.#table = new Uint32Array(2 * old.length);
    for (let at = 0; at < old.length; at += 3) {
      if (old[at + 2] === 0) continue;
      this.#table.set(old.subarray(at, at + 3), placeOf(this.#table, old[at]!, old[at + 1]!));
    }
  }
}

/** What `Contested` is told of a file's claims: plain data. */
export function claimSums(claims: readonly Claim[]): number[] {
  return claims.flatMap(({ kind, id }) => sumsOf(kind, id));
}

function sumsOf(kind: ClaimKind, id: string): [number, number] {
  const key = `${kind} ${id}`;
  return [sumOf(key, 0x811c9dc5), sumOf(key, 0x9747b28c)];
}

/** Where two sums stand in a table, or where there is room for them. */
function placeOf(table: Uint32Array, first: number, second: number): number {
  const places = table.length / 3;
  let place = first % places;
  for (;;) {
    const at = 3 * place;
    if (table[at + 2] === 0 || (table[at] === first && table[at + 1] === second)) return at;
    place = place + 1 === places ? 0 : place + 1;
  }
}
