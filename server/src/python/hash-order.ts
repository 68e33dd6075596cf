import type { Value } from './values';

type Entry = Value | { readonly key: Value };
type Step =
  | { readonly does: 'add' | 'put'; readonly name: string; readonly key: Value }
  | { readonly does: 'drop'; readonly name: string }
  | { readonly does: 'presize' | 'merge'; readonly count: number };

/**
 * The entries of a dictionary or a set by their `hashKey`, with what is needed to go through them in the order of
 * CPython 2.7 on a 64-bit machine without -R: dictobject.c and setobject.c lay out their tables alike. The table is
 * worked out when its order is first asked for.
 */
export class HashTable<E extends Entry> extends Map<string, E> {
  #steps: Step[] = [];
  #done = 0;
  #slots = new Slots();
  #isUncertain = false;

  override set(name: string, entry: E): this {
    if (!this.has(name)) this.#steps.push({ does: 'add', name, key: keyOf(entry) });
    return super.set(name, this.#kept(name, entry));
  }

  override delete(name: string): boolean {
    if (this.has(name)) this.#steps.push({ does: 'drop', name });
    return super.delete(name);
  }

  override clear(): void {
    super.clear();
    this.#steps = [];
    this.#done = 0;
    this.#slots = new Slots();
    this.#isUncertain = false;
  }

  /** Room for `count` entries at once, as a dictionary display with more than five takes it. */
  presize(count: number): this {
    if (count > 5) this.#steps.push({ does: 'presize', count });
    return this;
  }

  /** Room for as many more as a dictionary holds that is taken over. */
  reserve(count: number): this {
    this.#steps.push({ does: 'merge', count });
    return this;
  }

  /** Takes over another table as `update` does: at once, in the order of the other. */
  merge(other: ReadonlyMap<string, E>): this {
    if (other.size === 0) return this;
    const order = namesInOrder(other);
    if (!order) return this.jumble(other);
    this.reserve(other.size);
    for (const name of order) {
      const entry = other.get(name)!;
      if (!this.has(name)) this.#steps.push({ does: 'put', name, key: keyOf(entry) });
      super.set(name, this.#kept(name, entry));
    }
    return this;
  }

  /** Takes over entries in an order that is not known: from here on the order of this table is not known either. */
  jumble(other: ReadonlyMap<string, E>): this {
    for (const [name, entry] of other) this.set(name, entry);
    this.#isUncertain = true;
    return this;
  }

  /** A key that is there already stays. */
  #kept(name: string, entry: E): E {
    const known = this.get(name);
    if (!known) return entry;
    return 'kind' in entry ? known : { ...entry, key: keyOf(known) };
  }

  /** The same table, with other entries under the same keys. */
  clone(change: (entry: E) => E = (entry) => entry): HashTable<E> {
    const made = new HashTable<E>();
    for (const [name, entry] of this) made.set(name, change(entry));
    made.#steps = [...this.#steps];
    made.#isUncertain = this.#isUncertain;
    return made;
  }

  /** The slots of the table: a name, undefined for an empty one, null for a deleted one; undefined when not known. */
  layout(): readonly (string | null | undefined)[] | undefined {
    for (; this.#done < this.#steps.length && !this.#isUncertain; this.#done++)
      if (!this.#slots.follow(this.#steps[this.#done]!)) this.#isUncertain = true;
    return this.#isUncertain ? undefined : this.#slots.names;
  }

  /** Changes whenever a key comes or goes. */
  get version(): Step | undefined {
    return this.#steps.at(-1);
  }
}

const keyOf = (entry: Entry): Value => ('kind' in entry ? entry : entry.key);

/** The names of the entries in Python's order; undefined where that is not known. */
function namesInOrder(entries: ReadonlyMap<string, unknown>): readonly string[] | undefined {
  if (entries.size <= 1) return [...entries.keys()];
  if (!(entries instanceof HashTable)) return undefined;
  return entries.layout()?.filter((name) => typeof name === 'string');
}

/** The entries in the order in which Python 2.7 goes through them; undefined where that is not known. */
export function inOrder<E>(entries: ReadonlyMap<string, E>): readonly E[] | undefined {
  return namesInOrder(entries)?.map((name) => entries.get(name)!);
}

/** The same entries, which may change apart from the given ones; of tables with their order. */
export function cloned<E extends Entry>(
  entries: ReadonlyMap<string, E>,
  change: (entry: E) => E = (entry) => entry,
): Map<string, E> {
  if (entries instanceof HashTable) return entries.clone(change);
  return new Map([...entries].map(([name, entry]) => [name, change(entry)]));
}

/** True when two tables with the same keys go on alike, whatever is done to both. */
export function laidOutAlike(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  const layouts = [a, b].map((one) => (one instanceof HashTable ? one.layout() : undefined));
  const [one, other] = layouts;
  if (!one || !other) return one === other;
  return one.length === other.length && one.every((name, i) => name === other[i]);
}

/** The open-addressing table. */
class Slots {
  names: (string | null | undefined)[] = new Array(8).fill(undefined);
  readonly #hashes = new Map<string, bigint>();
  #filled = 0;

  get #used(): number {
    return this.#hashes.size;
  }

  /** Does one step; false when the hash of a key is not known. */
  follow(step: Step): boolean {
    switch (step.does) {
      case 'drop':
        this.names[this.#find(step.name, this.#hashes.get(step.name)!)] = null;
        this.#hashes.delete(step.name);
        return true;
      case 'presize':
        this.#resize(step.count);
        return true;
      case 'merge':
        if ((this.#filled + step.count) * 3 >= this.names.length * 2) this.#resize((this.#used + step.count) * 2);
        return true;
      default: {
        const hash = hashOf(step.key);
        if (hash === undefined) return false;
        this.#insert(step.name, hash);
        if (step.does === 'add' && this.#filled * 3 >= this.names.length * 2)
          this.#resize(this.#used * (this.#used > 50_000 ? 2 : 4));
        return true;
      }
    }
  }

  #insert(name: string, hash: bigint): void {
    const at = this.#find(name, hash);
    if (this.names[at] === undefined) this.#filled++;
    this.names[at] = name;
    this.#hashes.set(name, hash);
  }

  /** Where a name stands, or else where it would: the first deleted slot on the way to the first empty one. */
  #find(name: string, hash: bigint): number {
    const size = this.names.length;
    const mask = BigInt(size - 1);
    let at = Number(hash & mask);
    let free: number | undefined;
    for (let perturb = hash; ; perturb >>= 5n) {
      const there = this.names[at];
      if (there === name) return at;
      if (there === undefined) return free ?? at;
      if (there === null) free ??= at;
      at = (at * 5 + Number(perturb & mask) + 1) % size;
    }
  }

  #resize(least: number): void {
    let size = 8;
    while (size <= least) size *= 2;
    const old = this.names;
    this.names = new Array(size).fill(undefined);
    this.#filled = 0;
    for (const name of old) if (typeof name === 'string') this.#insert(name, this.#hashes.get(name)!);
  }
}

const BITS = 64;
const wrapped = (value: bigint) => BigInt.asUintN(BITS, value);
/** Python keeps -1 for errors. */
const settled = (value: bigint) => (value === wrapped(-1n) ? wrapped(-2n) : value);

/** The hash of a key as 64 bits without sign; undefined where it depends on more than the value, or is not worked out. */
function hashOf(key: Value): bigint | undefined {
  switch (key.kind) {
    case 'bool':
      return key.value ? 1n : 0n;
    case 'int':
    case 'long':
      return BigInt.asIntN(BITS, key.value) === key.value ? settled(wrapped(key.value)) : undefined;
    case 'str':
      return hashOfText(key.value);
    case 'unicode':
      // Others depend on how this Python keeps unicode.
      return /^[\x00-\x7f]*$/.test(key.value) ? hashOfText(key.value) : undefined;
    case 'tuple':
      return hashOfTuple(key.items);
    default:
      return undefined;
  }
}

function hashOfText(text: string): bigint {
  if (text === '') return 0n;
  let hash = BigInt(text.charCodeAt(0)) << 7n;
  for (let i = 0; i < text.length; i++) hash = wrapped(1000003n * hash) ^ BigInt(text.charCodeAt(i));
  return settled(hash ^ BigInt(text.length));
}

function hashOfTuple(items: readonly Value[]): bigint | undefined {
  let hash = 0x345678n;
  let factor = 1000003n;
  for (const [i, item] of items.entries()) {
    const one = hashOf(item);
    if (one === undefined) return undefined;
    hash = wrapped((hash ^ one) * factor);
    factor += 82520n + 2n * BigInt(items.length - i - 1);
  }
  return settled(wrapped(hash + 97531n));
}
