import { decide, evaluateExpression } from './expressions';
import { inFrame } from './functions';
import { itemsOf } from './iteration';
import { type Machine, spend } from './machine';
import { poison } from './poison';
import { scopeOf } from './scopes';
import { bindTarget } from './targets';
import { child, type PyNode, parts } from './tree';
import { list, type UnknownValue, type Value } from './values';

/**
 * The list that a comprehension makes. In Python 2 the variables of a list comprehension stay behind. A generator runs
 * as a function of its own: in a file that xm ran it sees none of the file's variables, but for what it goes over
 * first. It is run at once, which its uses here cannot tell apart.
 */
export function comprehension(machine: Machine, node: PyNode): Value {
  const body = child(node, 'body')!;
  const clauses = parts(node).filter((part) => part !== body);
  const made: Value[] = [];
  const first = evaluateExpression(machine, child(clauses[0]!, 'right')!);
  const run = () => {
    const hidden = runClauses(machine, clauses, 0, () => made.push(evaluateExpression(machine, body)), first);
    if (hidden) poison(machine, node, hidden.reason, hidden.cause);
    return hidden;
  };
  const isFunction = node.type === 'generator_expression';
  const hidden = isFunction
    ? inFrame(machine, scopeOf(machine.text, [body, ...clauses]), machine.frame, node.height, run)
    : run();
  return hidden ?? list(made);
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
  const items = itemsOf(first ?? evaluateExpression(machine, child(clause, 'right')!), clause);
  if ('kind' in items) return items;
  for (const item of items) {
    bindTarget(machine, child(clause, 'left')!, item);
    const hidden = runClauses(machine, clauses, at + 1, yieldItem);
    if (hidden) return hidden;
  }
  return undefined;
}
