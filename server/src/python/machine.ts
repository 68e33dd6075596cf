import type { Span } from '../syntax/span';
import type { InnerProgram } from './inner-programs';
import { type Frame, globalNames } from './scopes';
import type { PythonTree } from './tree';
import { type CallableValue, OutOfSteps, type PyError, type UnknownValue, unknown, type Value } from './values';

/** A name's value that a statement put into the guest's variables, as it stood at that moment. */
export interface Setting {
  readonly name: string;
  readonly value: Value;
  /** The assignment that made it. */
  readonly span: Span;
}

/** What `xm_vars.var()` said of a parameter, and why its check function does not take the value that is given. */
export interface DeclaredParameter {
  readonly name: string;
  readonly use: string | undefined;
  readonly check: Value | undefined;
  readonly span: Span;
  problem?: string;
}

/** What a running evaluation shares: the variables, the bounds, and what the statement at hand has done so far. */
export interface Machine {
  /** The file's text, and behind it those that it has run as programs. */
  text: string;
  /** Reads a text that the file runs as a program. */
  readonly parse: PythonTree['parse'];
  readonly inner: InnerProgram[];
  readonly variables: Map<string, Value>;
  /** What functions see outside of themselves: nothing but what `global` put there. */
  readonly globals: Map<string, Value>;
  /**
   * The names that some function of the file declares global: Python 2 then takes them for globals in the file's own
   * statements too, and xm, which looked at the file's variables alone, made no settings of them.
   */
  readonly declaredGlobal: ReadonlySet<string>;
  /** Set when something may have changed any of the globals. */
  globalsLost?: UnknownValue;
  /** The call that is running; undefined for the statements of the file itself. */
  frame: Frame | undefined;
  /** How deep calls stand in calls, in levels of nodes. */
  nesting: number;
  /** Set when something may have changed any variable; every name is unknown from there on. */
  everything?: { readonly reason: string; readonly cause: Span };
  /** Set when a variable of the file may be there or not. */
  namesInDoubt?: boolean;
  /** Whether the file says in which encoding it is, so that unicode literals are that text and not Latin-1. */
  readonly coding: boolean;
  steps: number;
  /** Set by `from __future__ import division`. */
  trueDivision: boolean;
  /** Told of every built-in, method and member of a module that is evaluated: `len`, `str.upper`, `os.path.join`. */
  readonly onUse: ((name: string) => void) | undefined;
  /** Set by what is not known and may have raised; a `try` looks at it. */
  doubt?: UnknownValue | undefined;
  /** The exceptions whose `except` clauses are running, the innermost last; undefined where another came between. */
  readonly handling: (PyError | undefined)[];
  /** What `xm_vars.var()` declared: parameters of the command line, with the functions that check them. */
  readonly parameters: DeclaredParameter[];
  /** Parameters that the statement at hand has declared or checked. */
  readonly declared: Set<string>;
  /** What the user says an expression comes to, by its source without blanks. */
  readonly assumed: ReadonlyMap<string, string>;
  /** The folder that the file is in, where that is known. */
  readonly folder: string | undefined;
  /** The file's path, or its name alone where the folder is not known. */
  readonly file: string | undefined;
  /** Names that the statement at hand has assigned or deleted, with the place that did so last. */
  readonly bound: Map<string, Span>;
  /** What keeps the effect of the statement at hand from being known, where no value shows it. */
  unsettled?: UnknownValue | undefined;
  /** Lists and dictionaries that the current top-level statement has changed in place. */
  readonly changed: Set<Value>;
  /** Names that the current top-level statement has looked up. */
  readonly looked: Set<string>;
  /** Assigns a name where the program stands: in the file, or in the function that runs. */
  bind(name: string, value: Value, at: Span): void;
  unbind(name: string, at: Span): void;
  /** Gives the file's own variable of that name a value, as `locals()['name'] = value` does; takes it away without one. */
  bindOwn(name: string, value: Value | undefined, at: Span): void;
  /** Assigns a global, which is no setting. */
  bindGlobal(name: string, value: Value): void;
  /** Notes that the result holds on a stated assumption only. */
  assume(text: string, at: Span): void;
}

/** Counts work; throws OutOfSteps when the evaluation has done all that it may. */
export function spend(machine: Machine, steps = 1): void {
  machine.steps -= steps;
  if (machine.steps < 0) throw new OutOfSteps();
}

const MUTABLE = new Set<Value['kind']>(['list', 'dict', 'set', 'instance', 'iterator']);

/** Makes everything that can be changed through `value` unknown: something that is not known had its hands on it. */
export function lose(machine: Machine, value: Value, reason: string, cause: Span): void {
  const seen = new Set<Value>();
  const queue: Value[] = [value];
  for (let next = queue.pop(); next; next = queue.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (next.kind === 'callable') queue.push(...reachable(machine, next, unknown(reason, cause)));
    // one by one: a call takes fewer arguments than a list may have items
    if (next.kind === 'tuple' || next.kind === 'list') for (const item of next.items) queue.push(item);
    if (next.kind === 'dict') for (const { value: held } of next.entries.values()) queue.push(held);
    if (next.kind === 'dict' && next.of) queue.push(next.of);
    if (next.kind === 'instance') queue.push(...next.attributes.values(), next.class);
    if (next.kind === 'class') for (const one of next.line) queue.push(...one.attributes.values());
    if (!MUTABLE.has(next.kind)) continue;
    const held = next as Value & { lost?: UnknownValue };
    held.lost ??= unknown(reason, cause);
    if (next.kind === 'list') next.items = [];
    else if (next.kind === 'dict' || next.kind === 'set') next.entries.clear();
    machine.changed.add(next);
  }
}

/** What a callable can lay its hands on: its object, its defaults, the calls around it, and the globals. */
function reachable(machine: Machine, { self, code }: CallableValue, cause: UnknownValue): Value[] {
  if (!code) return self ? [self] : [];
  const names = globalNames(machine.text, code.node);
  for (const name of names) machine.bindGlobal(name, cause);
  const found = code.parameters.flatMap(({ missing }) => missing ?? []);
  for (let at = code.outer; at; at = at.outer) found.push(...at.variables.values());
  return [...found, ...machine.globals.values()];
}
