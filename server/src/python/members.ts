import { lose, type Machine } from './machine';
import { type DictEntry, type DictValue, Hidden, type InstanceValue, str, unknown, type Value } from './values';

/** The attributes of an instance as its `__dict__`: what is put into it is an attribute at once. */
class Members extends Map<string, DictEntry> {
  readonly #machine: Machine;
  readonly #instance: InstanceValue;

  constructor(machine: Machine, instance: InstanceValue) {
    super();
    this.#machine = machine;
    this.#instance = instance;
  }

  override get size(): number {
    return this.#instance.attributes.size;
  }

  override get(hash: string): DictEntry | undefined {
    const value = hash.startsWith('s') ? this.#instance.attributes.get(hash.slice(1)) : undefined;
    return value && { key: str(hash.slice(1)), value };
  }

  override has(hash: string): boolean {
    return this.get(hash) !== undefined;
  }

  override set(hash: string, { key, value }: DictEntry): this {
    if (!hash.startsWith('s')) {
      const reason = 'Xencfg does not follow attributes whose names are no texts';
      lose(this.#machine, this.#instance, reason, key.from ?? { start: 0, end: 0 });
      throw new Hidden(this.#instance.lost ?? unknown(reason, { start: 0, end: 0 }));
    }
    this.#instance.attributes.set(hash.slice(1), value);
    this.#machine.changed.add(this.#instance);
    return this;
  }

  override delete(hash: string): boolean {
    if (!this.has(hash)) return false;
    this.#machine.changed.add(this.#instance);
    return this.#instance.attributes.delete(hash.slice(1));
  }

  override clear(): void {
    this.#machine.changed.add(this.#instance);
    this.#instance.attributes.clear();
  }

  override *entries(): MapIterator<[string, DictEntry]> {
    for (const [name, value] of this.#instance.attributes) yield [`s${name}`, { key: str(name), value }];
  }

  override *values(): MapIterator<DictEntry> {
    for (const [, entry] of this.entries()) yield entry;
  }

  override *keys(): MapIterator<string> {
    for (const [hash] of this.entries()) yield hash;
  }

  override [Symbol.iterator](): MapIterator<[string, DictEntry]> {
    return this.entries();
  }

  override forEach(each: (entry: DictEntry, hash: string, map: Map<string, DictEntry>) => void): void {
    for (const [hash, entry] of this.entries()) each(entry, hash, this);
  }
}

/** `instance.__dict__`: one and the same each time. Its order is not known. */
export function membersOf(machine: Machine, instance: InstanceValue): Value {
  const made: DictValue = instance.members ?? {
    kind: 'dict',
    entries: new Members(machine, instance),
    live: true,
    of: instance,
    get lost() {
      return instance.lost;
    },
    set lost(cause) {
      if (cause) instance.lost = cause;
    },
  };
  instance.members = made;
  return made;
}
