import type { Machine } from './machine';
import { importedNames } from './names';
import { child, nodesOf, type PyNode, parts } from './tree';
import { PyError, type UnknownValue, unknown, type Value } from './values';

/** The variables of one running call of a function, or of a generator expression, which Python 2 runs as one. */
export interface Frame {
  readonly variables: Map<string, Value>;
  /** The names that are the function's own: its parameters, and what it assigns. */
  readonly own: ReadonlySet<string>;
  /** The names that a `global` statement in it names. */
  readonly globals: ReadonlySet<string>;
  /** The call inside which the function was defined. */
  readonly outer: Frame | undefined;
  /** Set once something may have changed any of its variables. */
  lost?: UnknownValue;
  /** True for the body of a class, whose names functions inside it do not see. */
  isClass?: boolean;
  /** What a generator has yielded so far. */
  yielded?: Value[];
}

/** The value of a name where the program stands. Throws Python's NameError when there is none, and no built-in. */
export function lookUpName(machine: Machine, name: string): Value | undefined {
  const { frame } = machine;
  if (!frame) return moduleName(machine, name);
  const inFrame = frameName(frame, name);
  if (inFrame) return inFrame;
  // The file ran with separate dictionaries: a function sees the globals, where nothing is but what `global` put there.
  machine.looked.add(name);
  return machine.globals.get(name) ?? machine.globalsLost;
}

function moduleName(machine: Machine, name: string): Value | undefined {
  machine.looked.add(name);
  const isGlobal = machine.declaredGlobal.has(name);
  const value = (isGlobal ? undefined : machine.variables.get(name)) ?? machine.globals.get(name);
  if (value) return value;
  if (isGlobal && machine.globalsLost) return machine.globalsLost;
  const { everything } = machine;
  return everything ? unknown(everything.reason, everything.cause) : undefined;
}

function frameName(frame: Frame, name: string): Value | undefined {
  if (frame.globals.has(name)) return undefined;
  for (let at: Frame | undefined = frame; at; at = at.outer) {
    if (!at.own.has(name)) continue;
    const value = at.variables.get(name) ?? at.lost;
    if (value) return value;
    // The body of a class looks further for names that it has not set yet.
    if (at.isClass) break;
    throw at === frame
      ? new PyError('UnboundLocalError', `local variable '${name}' referenced before assignment`)
      : new PyError('NameError', `free variable '${name}' referenced before assignment in enclosing scope`);
  }
  return frame.lost;
}

/** The value of a name without a trace: undefined where looking it up would fail. */
export function peekName(machine: Machine, name: string): Value | undefined {
  for (let at = machine.frame; at; at = at.outer) if (at.own.has(name)) return at.variables.get(name);
  if (machine.frame) return machine.globals.get(name);
  return (machine.declaredGlobal.has(name) ? undefined : machine.variables.get(name)) ?? machine.globals.get(name);
}

/** Assigns a name inside a running function. */
export function bindInFrame(machine: Machine, frame: Frame, name: string, value: Value): void {
  if (!frame.globals.has(name)) frame.variables.set(name, value);
  else machine.bindGlobal(name, value);
}

/** Deletes a name inside a running function. */
export function unbindInFrame(machine: Machine, frame: Frame, name: string): void {
  const isGlobal = frame.globals.has(name);
  if ((isGlobal ? machine.globals : frame.variables).delete(name) || frame.lost) return;
  throw isGlobal
    ? new PyError('NameError', `global name '${name}' is not defined`)
    : new PyError('UnboundLocalError', `local variable '${name}' referenced before assignment`);
}

const SCOPES = new Set(['function_definition', 'lambda', 'class_definition', 'generator_expression']);

/** The names that a function's body makes its own by assigning them, and those that it declares global. */
export function scopeOf(text: string, bodies: readonly PyNode[]): { own: Set<string>; globals: Set<string> } {
  const own = new Set<string>();
  const globals = new Set<string>();
  const queue = [...bodies];
  for (let part = queue.pop(); part; part = queue.pop()) {
    for (const target of targetsIn(part)) addTarget(text, target, own);
    if (part.type === 'import_statement' || part.type === 'import_from_statement')
      for (const name of importedNames(text, part)) own.add(name);
    if (part.type === 'global_statement') for (const name of parts(part)) globals.add(text.slice(name.start, name.end));
    const isScope = SCOPES.has(part.type) || /^(dictionary|set)_comprehension$/.test(part.type);
    if (!isScope) queue.push(...part.children);
    // Default values, decorators and base classes are worked out where the definition stands.
    if (isScope)
      for (const inner of part.children)
        if (/parameters$|^decorator$|^argument_list$/.test(inner.type)) queue.push(inner);
    // What a generator goes over first is worked out outside of it.
    const first = /_comprehension$|^generator_/.test(part.type)
      ? part.children.find((c) => c.type === 'for_in_clause')
      : undefined;
    const over = isScope && first ? child(first, 'right') : undefined;
    if (over) queue.push(over);
  }
  for (const name of globals) own.delete(name);
  return { own, globals };
}

function targetsIn(part: PyNode): (PyNode | undefined)[] {
  switch (part.type) {
    case 'assignment':
    case 'augmented_assignment':
    case 'for_statement':
    case 'for_in_clause':
      return [child(part, 'left')];
    case 'delete_statement':
    case 'as_pattern_target':
      return parts(part);
    case 'function_definition':
    case 'class_definition':
      return [child(part, 'name')];
    case 'except_clause':
      return part.children.filter((c) => c.role === 'value' || c.role === 'alias').slice(1);
    default:
      return [];
  }
}

/** The names that assigning to a target binds; `a[0]` and `a.b` bind none. */
export function addTarget(text: string, target: PyNode | undefined, into: Set<string>): void {
  if (!target || target.type === 'subscript' || target.type === 'attribute') return;
  if (target.type === 'identifier') into.add(text.slice(target.start, target.end));
  else for (const part of parts(target)) addTarget(text, part, into);
}

/** True when a function's body holds a `yield` of its own, which makes a generator of it. */
export function isGenerator(body: PyNode): boolean {
  const queue = [body];
  for (let part = queue.pop(); part; part = queue.pop()) {
    if (part.type === 'yield') return true;
    if (part.type !== 'function_definition' && part.type !== 'lambda') queue.push(...part.children);
  }
  return false;
}

/** The names that the functions defined in a piece of the program declare global. */
export function globalNames(text: string, node: PyNode): string[] {
  const found: string[] = [];
  for (const part of nodesOf(node))
    if (part.type === 'global_statement') found.push(...parts(part).map((name) => text.slice(name.start, name.end)));
  return found;
}
