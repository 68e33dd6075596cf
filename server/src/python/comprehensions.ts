import { decide, evaluateExpression } from './expressions';
import { itemsOf } from './iteration';
import { type Machine, spend } from './machine';
import { poison } from './poison';
import { bindTarget } from './targets';
import { child, type PyNode, parts } from './tree';
import { list, type UnknownValue, type Value } from './values';

/**
 * The list that a comprehension makes. In Python 2 the variables of a list comprehension stay behind; those of a
 * generator do not. A generator is run at once, which its uses here cannot tell apart.
 */
export function comprehension(machine: Machine, node: PyNode): Value {
  const body = child(node, 'body')!;
  const clauses = parts(node).filter((part) => part !== body);
  const before = node.type === 'generator_expression' ? new Map(machine.variables) : undefined;
  const made: Value[] = [];
  const hidden = runClauses(machine, clauses, 0, () => made.push(evaluateExpression(machine, body)));
  if (before) {
    machine.variables.clear();
    for (const [name, value] of before) machine.variables.set(name, value);
  }
  if (hidden) poison(machine, node, hidden.reason, hidden.cause);
  return hidden ?? list(made);
}

function runClauses(machine: Machine, clauses: PyNode[], at: number, yieldItem: () => void): UnknownValue | undefined {
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
  const items = itemsOf(evaluateExpression(machine, child(clause, 'right')!), clause);
  if ('kind' in items) return items;
  for (const item of items) {
    bindTarget(machine, child(clause, 'left')!, item);
    const hidden = runClauses(machine, clauses, at + 1, yieldItem);
    if (hidden) return hidden;
  }
  return undefined;
}
