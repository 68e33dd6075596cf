import { decide, evaluateExpression } from './expressions';
import { itemsOf } from './iteration';
import { type Machine, spend } from './machine';
import { because, giveUp, leaves, type Result, runBlock } from './statements';
import { bindTarget } from './targets';
import { child, type PyNode } from './tree';
import { type UnknownValue, unknown } from './values';

/** Runs a `for` loop over known items. A loop whose number of turns is unknown is given up as a whole. */
export function runFor(machine: Machine, node: PyNode): Result {
  const value = evaluateExpression(machine, child(node, 'right')!);
  const items = itemsOf(value, child(node, 'right')!);
  if ('kind' in items) return giveUpLoop(machine, node, items);
  const before = items.length;
  let undecided: UnknownValue | undefined;
  for (const item of [...items]) {
    spend(machine);
    bindTarget(machine, child(node, 'left')!, item);
    const result = runBlock(machine, child(node, 'body')!);
    undecided ??= result.undecided;
    if (result.flow === 'lost') return giveUpLoop(machine, node, result.undecided!);
    if (result.flow === 'break') return because(undecided);
    if (result.flow === 'return') return result;
    if (value.kind === 'list' && value.items.length !== before)
      return giveUpLoop(
        machine,
        node,
        unknown('Xencfg does not follow a loop that changes the list it goes over', node),
      );
  }
  return runElse(machine, node, undecided);
}

/** Runs a `while` loop, as long as its condition is known and the steps last. */
export function runWhile(machine: Machine, node: PyNode): Result {
  let undecided: UnknownValue | undefined;
  for (;;) {
    spend(machine);
    const decided = decide(evaluateExpression(machine, child(node, 'condition')!));
    if (typeof decided !== 'boolean') return giveUpLoop(machine, node, decided);
    if (!decided) return runElse(machine, node, undecided);
    const result = runBlock(machine, child(node, 'body')!);
    undecided ??= result.undecided;
    if (result.flow === 'lost') return giveUpLoop(machine, node, result.undecided!);
    if (result.flow === 'break') return because(undecided);
    if (result.flow === 'return') return result;
  }
}

const RETURN = new Set(['return_statement']);

/** The `break`s of a loop that was given up were its own: they do not leave the loop around it, but a `return` does. */
function giveUpLoop(machine: Machine, node: PyNode, cause: UnknownValue): Result {
  const { undecided } = giveUp(machine, node, cause);
  return { ...because(undecided), flow: leaves(node, RETURN) ? 'lost' : 'next' };
}

function runElse(machine: Machine, node: PyNode, undecided: UnknownValue | undefined): Result {
  const otherwise = child(node, 'alternative');
  const block = otherwise && child(otherwise, 'body');
  if (!block) return because(undecided);
  const result = runBlock(machine, block);
  const cause = undecided ?? result.undecided;
  return cause ? { ...result, undecided: cause } : result;
}
