import type { Span } from '../syntax/span';
import { equals } from './compare';
import { evaluateExpression } from './expressions';
import { cloned, laidOutAlike } from './hash-order';
import { type Machine, spend } from './machine';
import { decide } from './operator-nodes';
import { runBlock } from './statements';
import { child, nodesOf, type PyNode, parts } from './tree';
import {
  type DictValue,
  type ListValue,
  MAX_DEPTH,
  PyError,
  type SetValue,
  type UnknownValue,
  unknown,
  type Value,
} from './values';

/** What a program's variables are after one side of a condition. */
interface Side {
  readonly variables: ReadonlyMap<string, Value>;
  readonly bound: ReadonlyMap<string, Span>;
  readonly changed: ReadonlySet<Value>;
}

/**
 * Follows every block of an `if` that may run, where its condition is not known. What they agree on is known
 * afterwards; the other names that they set are unknown. A block that raises is none that xm made a guest with.
 * Gives whether they agree in all; undefined, with nothing changed, when they cannot be compared.
 */
export function followBothSides(machine: Machine, node: PyNode, cause: UnknownValue): boolean | undefined {
  if (machine.frame || machine.everything || machine.changed.size > 0 || sharesState(machine, node)) return undefined;
  const blocks = possibleBlocks(machine, node);
  if (!blocks) return undefined;
  const before = new Map(machine.variables);
  const noted = new Map(machine.bound);
  const sides: Side[] = [];
  for (const block of blocks) {
    const side = runSide(machine, block, before);
    restore(machine, before);
    if (side === 'unknown') return undefined;
    if (side !== 'stops') sides.push(side);
  }
  for (const [name, span] of noted) machine.bound.set(name, span);
  return sides.length > 0 ? join(machine, node, sides, cause) : undefined;
}

/** The blocks that may run; the last is undefined when perhaps none does. */
function possibleBlocks(machine: Machine, node: PyNode): (PyNode | undefined)[] | undefined {
  const blocks: (PyNode | undefined)[] = [];
  for (const clause of [node, ...node.children.filter((c) => c.role === 'alternative')]) {
    const condition = child(clause, 'condition');
    const block = child(clause, 'consequence') ?? child(clause, 'body');
    if (!condition) return [...blocks, block];
    let decided: boolean | UnknownValue;
    const { size } = machine.bound;
    try {
      decided = decide(evaluateExpression(machine, condition));
      // A condition behind one that is not known may not be asked at all.
      if (blocks.length > 0 && (machine.bound.size !== size || machine.changed.size > 0)) return undefined;
    } catch (error) {
      if (error instanceof PyError) return undefined;
      throw error;
    }
    if (decided === false) continue;
    blocks.push(block);
    if (decided === true) return blocks;
  }
  return [...blocks, undefined];
}

/** True when the blocks may change what a function keeps to itself, which has no copy. */
function sharesState(machine: Machine, node: PyNode): boolean {
  for (const part of nodesOf(node)) {
    if (part.type === 'global_statement') return true;
    if (part.type !== 'identifier') continue;
    const value = machine.variables.get(machine.text.slice(part.start, part.end));
    if (value?.kind === 'callable' && (value.code || value.self)) return true;
    if (value?.kind === 'module' && value.name === 'xm_vars') return true;
  }
  return false;
}

function runSide(machine: Machine, block: PyNode | undefined, before: ReadonlyMap<string, Value>) {
  const copies = new Map<Value, Value>();
  const { unsettled } = machine;
  machine.unsettled = undefined;
  try {
    for (const [name, value] of before) machine.variables.set(name, copy(machine, value, copies));
    machine.bound.clear();
    const result = block ? runBlock(machine, block) : undefined;
    if (machine.everything || machine.unsettled || (result && (result.undecided || result.flow !== 'next')))
      return 'unknown';
    return {
      variables: new Map(machine.variables),
      bound: new Map(machine.bound),
      changed: new Set(machine.changed),
    };
  } catch (error) {
    if (error instanceof Uncopied) return 'unknown';
    if (!(error instanceof PyError)) {
      restore(machine, before);
      throw error;
    }
    return block && parts(block).some((one) => one.type === 'raise_statement') ? 'stops' : 'unknown';
  } finally {
    machine.unsettled = unsettled;
  }
}

function restore(machine: Machine, before: ReadonlyMap<string, Value>): void {
  machine.variables.clear();
  for (const [name, value] of before) machine.variables.set(name, value);
  machine.bound.clear();
  machine.changed.clear();
}

/** What keeps things to itself that a block may change. */
const UNCOPIED = new Set<Value['kind']>(['instance', 'iterator', 'class']);
class Uncopied extends Error {}

function copySet(value: SetValue, copies: Map<Value, Value>): Value {
  const made = copies.get(value) ?? { ...value, entries: cloned(value.entries) };
  copies.set(value, made);
  return made;
}

/** A copy in which lists and dictionaries that are one stay one. */
function copy(machine: Machine, value: Value, copies: Map<Value, Value>, depth = 0): Value {
  spend(machine);
  if (value.kind === 'set') return copySet(value, copies);
  if (UNCOPIED.has(value.kind)) throw new Uncopied();
  if (value.kind !== 'list' && value.kind !== 'tuple' && value.kind !== 'dict') return value;
  if (depth > MAX_DEPTH || (value.kind === 'dict' && value.live))
    return unknown('it holds itself', { start: 0, end: 0 });
  const known = copies.get(value);
  if (known) return known;
  if (value.kind === 'dict') {
    const made = { ...value, entries: cloned(value.entries) };
    copies.set(value, made);
    for (const [key, entry] of value.entries)
      made.entries.set(key, { key: entry.key, value: copy(machine, entry.value, copies, depth + 1) });
    return made;
  }
  const made = { ...value, items: [] as Value[] };
  copies.set(value, made);
  for (const item of value.items) made.items.push(copy(machine, item, copies, depth + 1));
  return made;
}

/**
 * Makes the first side the state of the program, with the names unknown that the others give other values. Undefined,
 * with nothing done, where a list or dictionary differs: other names may stand for it.
 */
function join(machine: Machine, node: PyNode, sides: readonly Side[], cause: UnknownValue): boolean | undefined {
  const [first, ...others] = sides;
  const touched = new Set(sides.flatMap(({ bound }) => [...bound.keys()]));
  const names = new Set(sides.flatMap(({ variables }) => [...variables.keys()]));
  const differing: string[] = [];
  for (const side of others) {
    const pairs = new Pairs(machine);
    for (const name of names) {
      const values = [first!.variables.get(name), side.variables.get(name)] as const;
      if (pairs.agree(...values)) continue;
      if (values.some((value) => value && !SCALARS.has(value.kind))) return undefined;
      differing.push(name);
    }
  }
  machine.variables.clear();
  for (const [name, value] of first!.variables) machine.variables.set(name, value);
  for (const value of first!.changed) machine.changed.add(value);
  for (const name of touched) machine.bound.set(name, first!.bound.get(name) ?? node);
  if (differing.length > 0) machine.namesInDoubt = true;
  for (const name of differing) machine.bind(name, unknown(cause.reason, cause.cause), node);
  return differing.length === 0;
}

const SCALARS = new Set(['none', 'bool', 'int', 'long', 'float', 'str', 'unicode', 'module']);

/** Compares the values of two sides; a list or dictionary of one has to stand where one and the same of the other does. */
class Pairs {
  readonly #machine: Machine;
  readonly #left = new Map<Value, Value>();
  readonly #right = new Map<Value, Value>();

  constructor(machine: Machine) {
    this.#machine = machine;
  }

  agree(a: Value | undefined, b: Value | undefined): boolean {
    spend(this.#machine);
    if (a === b) return true;
    if (!a || !b || a.kind !== b.kind) return false;
    if (a.kind === 'unknown' && b.kind === 'unknown') return a.reason === b.reason;
    if (a.kind === 'module' && b.kind === 'module') return a.name === b.name;
    if (SCALARS.has(a.kind)) return equals(a, b);
    if (a.kind === 'tuple' && b.kind === 'tuple') return this.#all(a.items, b.items);
    if (a.kind === 'set' && b.kind === 'set' && !a.lost && !b.lost)
      return equals(a, b) && laidOutAlike(a.entries, b.entries);
    const isHeld = (a.kind === 'list' && b.kind === 'list') || (a.kind === 'dict' && b.kind === 'dict');
    if (!isHeld || a.lost !== b.lost) return false;
    const known = this.#left.get(a);
    if (known || this.#right.has(b)) return known === b && this.#right.get(b) === a;
    this.#left.set(a, b);
    this.#right.set(b, a);
    if (a.kind === 'list') return this.#all(a.items, (b as ListValue).items);
    const entries = (b as DictValue).entries;
    if (a.entries.size !== entries.size) return false;
    if (!laidOutAlike(a.entries, entries)) return false;
    return [...a.entries].every(([key, entry]) => this.agree(entry.value, entries.get(key)?.value));
  }

  #all(a: readonly Value[], b: readonly Value[]): boolean {
    return a.length === b.length && a.every((item, i) => this.agree(item, b[i]));
  }
}
