import { followBothSides } from './both-sides';
import type { FunctionBody } from './functions';
import { cloned } from './hash-order';
import { type Machine, type Setting, spend } from './machine';
import { poison } from './poison';
import { chooseBranch, execute } from './statements';
import { type PyNode, parts } from './tree';
import { MAX_DEPTH, OutOfSteps, type UnknownValue, unknownIn, type Value } from './values';

/** What came of running one statement that stands outside of loops. */
export interface Outcome {
  readonly node: PyNode;
  /** What keeps the statement from being evaluated; undefined when all of its effect is known. */
  readonly undecided?: UnknownValue;
  /** Something unknown in it that may have raised, whatever became of its value. */
  readonly doubt?: UnknownValue;
  /** The variables that it set, in order, as they stood after it. */
  readonly settings: readonly Setting[];
  /** The variables that it deleted. */
  readonly deleted: readonly string[];
  /** The names that it looked up. */
  readonly looked: ReadonlySet<string>;
  /** The names that stand for lists and dictionaries which it changed in place. */
  readonly changed: readonly string[];
  /** The parameters of `xm create` that it declared or checked. */
  readonly declared: ReadonlySet<string>;
  /** For an `if` that was decided: the block that ran, and what came of its statements. */
  readonly taken?: { readonly block: PyNode | undefined; readonly body: readonly Outcome[] };
}

/** Runs one statement and notes what it did to the variables. Throws PyError and OutOfSteps as `execute` does. */
export function runStatement(machine: Machine, node: PyNode): Outcome {
  beginNotes(machine);
  if (node.type !== 'if_statement') {
    const { undecided } = execute(machine, node);
    return { node, ...takeNotes(machine, node, undecided) };
  }
  const chosen = chooseBranch(machine, node);
  if ('kind' in chosen) {
    const agree = followBothSides(machine, node, chosen);
    if (agree === undefined) poison(machine, node, chosen.reason, chosen.cause);
    return { node, ...takeNotes(machine, node, agree ? undefined : chosen) };
  }
  const notes = takeNotes(machine, node, undefined);
  const body: Outcome[] = [];
  let { doubt } = notes;
  for (const statement of chosen.block ? parts(chosen.block) : []) {
    try {
      const one = runStatement(machine, statement);
      body.push(one);
      doubt ??= one.undecided ?? one.doubt;
    } catch (error) {
      machine.doubt ??= doubt;
      throw error;
    }
  }
  return {
    node,
    ...(doubt && { doubt }),
    settings: [...notes.settings, ...body.flatMap((one) => one.settings)],
    deleted: [...notes.deleted, ...body.flatMap((one) => one.deleted)],
    changed: [...notes.changed, ...body.flatMap((one) => one.changed)],
    looked: new Set([notes, ...body].flatMap((one) => [...one.looked])),
    declared: new Set([notes, ...body].flatMap((one) => [...one.declared])),
    taken: { block: chosen.block, body },
  };
}

/** Forgets what the statement before did. */
export function beginNotes(machine: Machine): void {
  machine.bound.clear();
  machine.changed.clear();
  machine.looked.clear();
  machine.declared.clear();
  machine.unsettled = undefined;
  machine.doubt = undefined;
}

/** What has been done to the variables since `beginNotes`. */
export function takeNotes(machine: Machine, node: PyNode, undecided: UnknownValue | undefined): Omit<Outcome, 'node'> {
  const settings: Setting[] = [];
  const deleted: string[] = [];
  const changed: string[] = [];
  for (const [name, span] of machine.bound) {
    const value = machine.variables.get(name);
    if (value) settings.push({ name, value: snapshot(machine, value), span });
    else deleted.push(name);
  }
  if (machine.changed.size > 0) {
    const span = { start: node.start, end: node.end };
    for (const [name, value] of machine.variables) {
      if (!holdsChanged(machine, value)) continue;
      changed.push(name);
      if (!machine.bound.has(name)) settings.push({ name, value: snapshot(machine, value), span });
    }
  }
  const notes = {
    settings,
    deleted,
    changed,
    looked: new Set(machine.looked),
    declared: new Set(machine.declared),
    ...(machine.doubt && { doubt: machine.doubt }),
  };
  const hidden =
    undecided ?? machine.unsettled ?? settings.filter((s) => changed.includes(s.name)).reduce(firstUnknown, undefined);
  return hidden ? { ...notes, undecided: hidden } : notes;
}

function firstUnknown(found: UnknownValue | undefined, setting: Setting): UnknownValue | undefined {
  return found ?? unknownIn(setting.value);
}

function holdsChanged(machine: Machine, value: Value, depth = 0): boolean {
  if (machine.changed.has(value)) return true;
  if (value.kind === 'callable' && value.code) {
    if (depth > MAX_DEPTH) return true;
    const inside = heldBy(value.code);
    spend(machine, inside.length);
    return inside.some((item) => holdsChanged(machine, item, depth + 1));
  }
  const inside = heldInside(value);
  if (!inside) return false;
  if (depth > MAX_DEPTH) return true;
  spend(machine, inside.length);
  return inside.some((item) => holdsChanged(machine, item, depth + 1));
}

/** The values inside a value that others may change; undefined for a value that holds none. */
function heldInside(value: Value): readonly Value[] | undefined {
  switch (value.kind) {
    case 'list':
    case 'tuple':
      return value.items;
    case 'dict':
      if (value.of) return [value.of];
      return value.live ? undefined : [...value.entries.values()].map((e) => e.value);
    case 'instance':
      return [...value.attributes.values(), value.class];
    case 'class':
      return value.line.flatMap((one) => [...one.attributes.values()]);
    default:
      return undefined;
  }
}

/** The values that a function keeps from call to call. */
function heldBy(code: FunctionBody): Value[] {
  const held = code.parameters.flatMap(({ missing }) => missing ?? []);
  for (let at = code.outer; at; at = at.outer) held.push(...at.variables.values());
  return held;
}

/** A copy of a value that later statements cannot change. */
function snapshot(machine: Machine, value: Value, depth = 0): Value {
  if (value.kind !== 'list' && value.kind !== 'tuple' && value.kind !== 'dict') return value;
  if (depth > MAX_DEPTH) throw new OutOfSteps();
  if (value.kind === 'dict' && value.live) return value;
  const size = value.kind === 'dict' ? value.entries.size : value.items.length;
  // to copy what cannot change is much less work than a step
  spend(machine, Math.ceil(size / 16));
  if (value.kind !== 'dict') return { ...value, items: value.items.map((item) => snapshot(machine, item, depth + 1)) };
  const entries = cloned(value.entries, ({ key, value: held }) => ({ key, value: snapshot(machine, held, depth + 1) }));
  return { ...value, entries };
}
