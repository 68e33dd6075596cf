import { evaluateExpression } from './expressions';
import { inFrame } from './functions';
import { HashTable } from './hash-order';
import { itemsOf } from './iteration';
import { iteratorOver } from './iterators';
import { type Machine, spend } from './machine';
import { decide } from './operator-nodes';
import { poison } from './poison';
import { addTarget, scopeOf } from './scopes';
import { makeSet } from './sets';
import { bindTarget } from './targets';
import { hashKey } from './text';
import { child, type PyNode, parts } from './tree';
import { type DictValue, list, tuple, type UnknownValue, unknownIn, type Value } from './values';

/**
 * What a comprehension makes. In Python 2 the variables of a list comprehension stay behind; the others run as functions
 * of their own: in a file that xm ran they see none of the file's variables, but for what they go over first. A
 * generator's turn comes when its first item is asked for.
 */
export function comprehension(machine: Machine, node: PyNode): Value {
  const body = child(node, 'body')!;
  const clauses = parts(node).filter((part) => part !== body);
  const first = goneOver(machine, clauses[0]!);
  if (node.type === 'list_comprehension') {
    const made: Value[] = [];
    return collect(machine, node, clauses, first, () => made.push(evaluateExpression(machine, body))) ?? list(made);
  }
  const { frame } = machine;
  let outer = frame;
  while (outer?.isClass) outer = outer.outer;
  // What the first clause goes over is worked out outside.
  const [head, ...others] = clauses;
  const scope = scopeOf(machine.text, [body, ...others]);
  addTarget(machine.text, child(head!, 'left'), scope.own);
  const inOwn = (yieldItem: () => void) =>
    inFrame(machine, scope, outer, node.height, () => collect(machine, node, clauses, first, yieldItem));
  if (node.type === 'dictionary_comprehension') return dictionary(machine, body, inOwn);
  const made: Value[] = [];
  const run = () => inOwn(() => made.push(evaluateExpression(machine, body)));
  if (node.type === 'set_comprehension') return run() ?? makeSet(made);
  // Python asks for the first iterator at once.
  if (first.kind !== 'unknown' && first.kind !== 'iterator' && first.kind !== 'instance') itemsOf(first, clauses[0]!);
  return iteratorOver('generator', () => run() ?? made);
}

/** What a clause goes over. `for x in a, b` goes over a tuple: Python 2 asks for no parentheses in a list comprehension. */
function goneOver(machine: Machine, clause: PyNode): Value {
  const given = parts(clause).filter((part) => part.role === 'right');
  const values = given.map((part) => evaluateExpression(machine, part));
  return values.length === 1 ? values[0]! : tuple(values);
}

function dictionary(machine: Machine, pair: PyNode, inOwn: (yieldItem: () => void) => UnknownValue | undefined): Value {
  const made: DictValue = { kind: 'dict', entries: new HashTable() };
  let hidden: UnknownValue | undefined;
  const lost = inOwn(() => {
    const value = evaluateExpression(machine, child(pair, 'value')!);
    const key = evaluateExpression(machine, child(pair, 'key')!);
    hidden ??= unknownIn(key);
    if (hidden) return;
    const hash = hashKey(key);
    made.entries.set(hash, { key: made.entries.get(hash)?.key ?? key, value });
  });
  return lost ?? hidden ?? made;
}

function collect(
  machine: Machine,
  node: PyNode,
  clauses: PyNode[],
  first: Value,
  yieldItem: () => void,
): UnknownValue | undefined {
  const hidden = runClauses(machine, clauses, 0, yieldItem, first);
  if (hidden) poison(machine, node, hidden.reason, hidden.cause);
  return hidden;
}

function runClauses(
  machine: Machine,
  clauses: PyNode[],
  at: number,
  yieldItem: () => void,
  first?: Value,
): UnknownValue | undefined {
  const clause = clauses[at];
  if (!clause) {
    yieldItem();
    return undefined;
  }
  spend(machine);
  if (clause.type === 'if_clause') {
    const decided = decide(evaluateExpression(machine, parts(clause)[0]!));
    if (typeof decided !== 'boolean') return decided;
    return decided ? runClauses(machine, clauses, at + 1, yieldItem) : undefined;
  }
  const items = itemsOf(first ?? goneOver(machine, clause), clause);
  if ('kind' in items) return items;
  for (const item of items) {
    bindTarget(machine, child(clause, 'left')!, item);
    const hidden = runClauses(machine, clauses, at + 1, yieldItem);
    if (hidden) return hidden;
  }
  return undefined;
}
