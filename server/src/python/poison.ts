import type { Span } from '../syntax/span';
import { lose, type Machine } from './machine';
import { MAX_HEIGHT, namesIn } from './names';
import { peekName } from './scopes';
import { child, nodesOf, type PyNode, parts } from './tree';
import { unknown } from './values';

/** Calls that change none of their arguments, by name or by method. */
const PURE = new Set(
  (
    'str int long float bool len repr hex oct bin chr ord abs range xrange list tuple dict sorted enumerate zip sum ' +
    'min max any all round unicode join split rsplit strip lstrip rstrip replace upper lower startswith endswith find ' +
    'rfind index count format title capitalize zfill ljust rjust center get has_key keys values items search match sub'
  ).split(' '),
);

/**
 * Takes note that the running program may or may not go through `node`: the names assigned in it are unknown from
 * here on, and so are the items of every list and dictionary that it may change. It may raise, too.
 */
export function poison(machine: Machine, node: PyNode, reason: string, cause: Span): void {
  machine.doubt ??= unknown(reason, cause);
  const use = namesIn(machine.text, node);
  // A name that may have a new value may have its old one too, and what is changed through it is changed elsewhere.
  for (const name of new Set([...mayChange(machine, node), ...use.writes])) {
    const value = peekName(machine, name);
    if (value) lose(machine, value, reason, cause);
  }
  if (use.writes.size > 0 && !machine.frame) machine.namesInDoubt = true;
  for (const name of use.writes) machine.bind(name, unknown(reason, cause), node);
  if (!use.anyWrite) return;
  machine.globalsLost ??= unknown(reason, cause);
  for (const name of machine.globals.keys()) machine.globals.set(name, machine.globalsLost);
  if (machine.frame) {
    machine.frame.lost ??= unknown(reason, cause);
    for (const value of machine.frame.variables.values()) lose(machine, value, reason, cause);
    machine.frame.variables.clear();
    return;
  }
  machine.everything ??= { reason, cause };
  for (const [name, value] of machine.variables) {
    lose(machine, value, reason, cause);
    if (value.kind !== 'module') machine.bind(name, unknown(reason, cause), node);
  }
}

/** Names whose lists and dictionaries may be changed inside `node`, or get a second name there. */
function mayChange(machine: Machine, node: PyNode): Set<string> {
  const { text } = machine;
  const names = new Set<string>();
  const stack = [node];
  for (let part = stack.pop(); part; part = stack.pop()) {
    const whole = changesIn(machine, part);
    for (const one of whole) addNames(text, one, names);
    // What was taken as a whole needs no second look.
    for (const inner of part.children) if (!whole.includes(inner) && !whole.includes(part)) stack.push(inner);
  }
  return names;
}

/** The parts of a construct in which every name may stand for something that it changes or names anew. */
function changesIn(machine: Machine, part: PyNode): readonly PyNode[] {
  if (part.broken || part.height > MAX_HEIGHT) return [part];
  switch (part.type) {
    case 'call': {
      const callee = child(part, 'function')!;
      const label = callee.type === 'attribute' ? parts(callee)[1] : callee;
      const name = label && machine.text.slice(label.start, label.end);
      return name && PURE.has(name) && !isOwn(machine, callee, name) ? [] : [part];
    }
    case 'augmented_assignment':
      return [child(part, 'left')!];
    case 'delete_statement':
      return [part];
    case 'assignment': {
      const left = child(part, 'left')!;
      const found = aliases(child(part, 'right'));
      return left.type === 'identifier' ? found : [left, ...found];
    }
    case 'for_statement':
    case 'for_in_clause':
      return parts(part)
        .filter((c) => c.role === 'right')
        .flatMap(aliases);
    case 'return_statement':
      return aliases(parts(part)[0]);
    default:
      return [];
  }
}

/** True when a name stands for a function of the file. */
function isOwn(machine: Machine, callee: PyNode, name: string): boolean {
  const value = callee.type === 'identifier' ? peekName(machine, name) : undefined;
  return value !== undefined && (value.kind !== 'callable' || value.code !== undefined);
}

function addNames(text: string, part: PyNode, names: Set<string>): void {
  for (const inner of nodesOf(part)) if (inner.type === 'identifier') names.add(text.slice(inner.start, inner.end));
}

const HOLDERS = new Set([
  'list',
  'tuple',
  'dictionary',
  'pair',
  'expression_list',
  'parenthesized_expression',
  'conditional_expression',
  'boolean_operator',
]);

/** The parts of an expression whose value may be the very object that the expression gives. */
function aliases(node: PyNode | undefined): PyNode[] {
  const found: PyNode[] = [];
  const queue = node ? [node] : [];
  for (let next = queue.pop(); next; next = queue.pop()) {
    if (next.type === 'identifier' || next.type === 'subscript' || next.type === 'attribute') found.push(next);
    else if (HOLDERS.has(next.type)) for (const part of parts(next)) queue.push(part);
  }
  return found;
}
