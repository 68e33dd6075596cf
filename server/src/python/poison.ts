import type { Span } from '../syntax/span';
import { lose, type Machine } from './machine';
import { namesIn } from './names';
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
 * here on, and so are the items of every list and dictionary that it may change.
 */
export function poison(machine: Machine, node: PyNode, reason: string, cause: Span): void {
  const use = namesIn(machine.text, node);
  for (const name of mayChange(machine.text, node)) {
    const value = machine.variables.get(name);
    if (value) lose(machine, value, reason, cause);
  }
  for (const name of use.writes) machine.bind(name, unknown(reason, cause), node);
  if (!use.any) return;
  machine.everything ??= { reason, cause };
  for (const [name, value] of machine.variables) {
    lose(machine, value, reason, cause);
    if (value.kind !== 'module') machine.bind(name, unknown(reason, cause), node);
  }
}

/** Names whose lists and dictionaries may be changed inside `node`, or get a second name there. */
function mayChange(text: string, node: PyNode): Set<string> {
  const names = new Set<string>();
  const addAll = (part: PyNode | undefined) => {
    if (part)
      for (const inner of nodesOf(part)) if (inner.type === 'identifier') names.add(text.slice(inner.start, inner.end));
  };
  for (const part of nodesOf(node)) {
    if (part.broken) addAll(part);
    if (part.type === 'call') {
      const callee = child(part, 'function')!;
      const label = callee.type === 'attribute' ? parts(callee)[1] : callee;
      if (label && PURE.has(text.slice(label.start, label.end))) continue;
      addAll(callee);
      addAll(child(part, 'arguments'));
    } else if (part.type === 'augmented_assignment' || part.type === 'delete_statement') {
      addAll(child(part, 'left') ?? part);
    } else if (part.type === 'assignment') {
      const left = child(part, 'left');
      if (left?.type !== 'identifier') addAll(left);
      for (const alias of aliases(child(part, 'right'))) addAll(alias);
    } else if (part.type === 'for_statement' || part.type === 'for_in_clause' || part.type === 'return_statement') {
      for (const alias of aliases(child(part, 'right') ?? parts(part)[0])) addAll(alias);
    }
  }
  return names;
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
    else if (HOLDERS.has(next.type)) queue.push(...parts(next));
  }
  return found;
}
