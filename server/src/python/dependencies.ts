import type { Statement } from './evaluate';

/** Who reads what in a program's statements: answers which of them must be replaced together. */
export class Dependencies {
  readonly #readers = new Map<string, number[]>();
  readonly #writers = new Map<string, number[]>();
  /** Statements after which the name surely has a new value of its own. */
  readonly #setters = new Map<string, number[]>();
  readonly #readAll: number[] = [];
  /** Statements that change in place a list which has several names. */
  readonly #sharing: number[] = [];
  readonly #statements: readonly Statement[];

  constructor(statements: readonly Statement[]) {
    this.#statements = statements;
    for (const [i, statement] of statements.entries()) {
      if (statement.readsAll) this.#readAll.push(i);
      if (statement.changed.length > 1) this.#sharing.push(i);
      // `del` wants the name to be there.
      for (const name of new Set([...statement.reads, ...statement.deleted])) note(this.#readers, name, i);
      for (const name of statement.writes) note(this.#writers, name, i);
      if (statement.undecided || statement.kind === 'if') continue;
      for (const name of statement.writes) if (!statement.changed.includes(name)) note(this.#setters, name, i);
    }
  }

  /** The statements behind `index` that may read the value which `name` has there. */
  readersAfter(index: number, name: string): number[] {
    const setters = this.#setters.get(name) ?? [];
    const end = setters[firstAfter(setters, index)] ?? this.#statements.length;
    return [...within(this.#readers.get(name) ?? [], index, end), ...within(this.#readAll, index, end)];
  }

  /** True for a statement that declares or checks parameters of `xm create`. */
  declares(index: number): boolean {
    return this.#statements[index]!.declared.size > 0;
  }

  /** The last statement in front of `index` that may set `name`. */
  writerBefore(index: number, name: string): number | undefined {
    const writers = this.#writers.get(name) ?? [];
    return writers[firstAfter(writers, index - 1) - 1];
  }

  /** True when a statement that ends in front of `offset` sets the name. */
  isSetBefore(name: string, offset: number): boolean {
    const first = this.#writers.get(name)?.[0];
    return first !== undefined && this.#statements[first]!.span.end <= offset;
  }

  /** True when every statement that looks the name up or sets it sets no other, so that no other may mean its list. */
  isAlone(name: string): boolean {
    if (this.#readAll.length > 0) return false;
    const users = [...(this.#readers.get(name) ?? []), ...(this.#writers.get(name) ?? [])];
    return users.every((i) => {
      const { writes } = this.#statements[i]!;
      return writes.size === 1 && writes.has(name);
    });
  }

  /** True when some statement other than one that only sets it looks the name up. */
  isRead(name: string): boolean {
    return this.#readers.has(name);
  }

  /** True when some statement looks the name up, or may look up any. */
  mayBeRead(name: string): boolean {
    return this.#readAll.length > 0 || this.isRead(name);
  }

  /** True when a statement that cannot be evaluated may look the name up. */
  isReadByUndecided(name: string): boolean {
    const found = [...(this.#readers.get(name) ?? []), ...this.#readAll];
    return found.some((i) => this.#statements[i]!.undecided !== undefined);
  }

  /**
   * The statements behind `index` that change in place a list with several names, one of which `index` sets: written
   * out, the lists are no longer one.
   */
  sharersAfter(index: number): number[] {
    const { writes } = this.#statements[index]!;
    return this.#sharing.filter((i) => i > index && this.#statements[i]!.changed.some((name) => writes.has(name)));
  }
}

function note(map: Map<string, number[]>, name: string, index: number): void {
  const found = map.get(name);
  if (found) found.push(index);
  else map.set(name, [index]);
}

function within(sorted: readonly number[], after: number, end: number): readonly number[] {
  return sorted.slice(firstAfter(sorted, after), firstAfter(sorted, end));
}

/** The place of the first number above `value` in a sorted list. */
function firstAfter(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
