import type { Machine } from './machine';
import { peekName } from './scopes';
import type { PyNode } from './tree';
import { type DictValue, PyError, str, unknown, type Value } from './values';

interface Entry {
  key: Value;
  value: Value;
}

/** The variables as the dictionary that Python shows them as: what is put into it is a variable at once. */
class Variables extends Map<string, Entry> {
  readonly #machine: Machine;
  readonly #at: PyNode;
  readonly #isGlobal: boolean;

  constructor(machine: Machine, at: PyNode, isGlobal: boolean) {
    super();
    this.#machine = machine;
    this.#at = at;
    this.#isGlobal = isGlobal;
  }

  get #map(): Map<string, Value> {
    return this.#isGlobal ? this.#machine.globals : this.#machine.variables;
  }

  override get size(): number {
    return this.#map.size;
  }

  override get(hash: string): Entry | undefined {
    const name = nameOf(hash);
    if (name === undefined) return undefined;
    const machine = this.#machine;
    machine.looked.add(name);
    const value = this.#map.get(name);
    if (value) return { key: str(name), value };
    const { everything, globalsLost } = machine;
    const hidden = this.#isGlobal ? globalsLost : everything && unknown(everything.reason, everything.cause);
    return hidden && { key: str(name), value: hidden };
  }

  override has(hash: string): boolean {
    return this.get(hash) !== undefined;
  }

  override set(hash: string, { value }: Entry): this {
    const name = nameOf(hash);
    if (name === undefined) throw new PyError('TypeError', 'keywords must be strings');
    if (this.#isGlobal) this.#machine.bindGlobal(name, value);
    else this.#machine.bindOwn(name, value, this.#at);
    return this;
  }

  override delete(hash: string): boolean {
    const name = nameOf(hash);
    if (name === undefined || !this.#map.has(name)) return false;
    if (this.#isGlobal) this.#machine.globals.delete(name);
    else this.#machine.bindOwn(name, undefined, this.#at);
    return true;
  }

  override clear(): void {
    for (const name of [...this.#map.keys()]) this.delete(`s${name}`);
  }

  override *entries(): MapIterator<[string, Entry]> {
    for (const [name, value] of this.#map) {
      this.#machine.looked.add(name);
      yield [`s${name}`, { key: str(name), value }];
    }
  }

  override *values(): MapIterator<Entry> {
    for (const [, entry] of this.entries()) yield entry;
  }

  override *keys(): MapIterator<string> {
    for (const [hash] of this.entries()) yield hash;
  }

  override [Symbol.iterator](): MapIterator<[string, Entry]> {
    return this.entries();
  }
}

function nameOf(hash: string): string | undefined {
  return hash.startsWith('s') ? hash.slice(1) : undefined;
}

/** `locals()`, `globals()` and `vars()`: in a function, what it has of its own at that moment. */
export function namespace(machine: Machine, name: 'locals' | 'globals' | 'vars', node: PyNode): Value {
  const { frame } = machine;
  if (name === 'globals' || !frame)
    return { kind: 'dict', entries: new Variables(machine, node, name === 'globals'), live: true };
  if (frame.lost) return frame.lost;
  const entries: DictValue['entries'] = new Map();
  for (const variable of frame.own) {
    const value = peekName(machine, variable);
    if (value) entries.set(`s${variable}`, { key: str(variable), value });
  }
  return { kind: 'dict', entries, live: true };
}
