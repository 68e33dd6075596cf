import { evaluateExpression } from './expressions';
import { HashTable } from './hash-order';
import { itemsOf } from './iteration';
import { nextItem } from './iterators';
import { type Machine, spend } from './machine';
import { decide } from './operator-nodes';
import { because, giveUp, type Result, runBlock } from './statements';
import { bindTarget } from './targets';
import { child, type PyNode } from './tree';
import { type DictValue, Hidden, PyError, type SetValue, type UnknownValue, unknown, type Value } from './values';

/** Runs a `for` loop over known items. A loop whose number of turns is unknown is given up as a whole. */
export function runFor(machine: Machine, node: PyNode): Result {
  const right = child(node, 'right')!;
  const value = evaluateExpression(machine, right);
  const next = stepper(machine, value, right);
  if ('kind' in next) return giveUp(machine, node, next);
  let undecided: UnknownValue | undefined;
  for (;;) {
    spend(machine);
    const item = next();
    if (!item) return runElse(machine, node, undecided);
    if (item.kind === 'unknown' && 'lost' in value && value.lost) return giveUp(machine, node, item);
    bindTarget(machine, child(node, 'left')!, item);
    const result = runBlock(machine, child(node, 'body')!);
    undecided ??= result.undecided;
    if (result.flow === 'lost') return giveUp(machine, node, result.undecided!);
    if (result.flow === 'break') return because(undecided);
    if (result.flow === 'return') return result;
  }
}

/** Gives the items of a value one by one. A list is seen as it is at each turn: a loop may change it. */
function stepper(machine: Machine, value: Value, at: PyNode): (() => Value | undefined) | UnknownValue {
  let turn = 0;
  if (value.kind === 'list') return value.lost ?? (() => value.lost ?? value.items[turn++]);
  if (value.kind === 'iterator') {
    const first = value.lost ?? value.run();
    if ('kind' in first) return first;
    machine.changed.add(value);
    return () => nextItem(value);
  }
  const items = itemsOf(value, at);
  if ('kind' in items) return items;
  if (value.kind !== 'dict' && value.kind !== 'set') return () => items[turn++];
  const { size } = value.entries;
  const version = versionOf(value);
  return () => {
    if (value.entries.size !== size)
      throw new PyError(
        'RuntimeError',
        `${value.kind === 'dict' ? 'dictionary' : 'Set'} changed size during iteration`,
      );
    if (versionOf(value) !== version)
      throw new Hidden(unknown('Xencfg does not follow a loop that puts other keys in what it goes through', at));
    return items[turn++];
  };
}

const versionOf = ({ entries }: DictValue | SetValue) => (entries instanceof HashTable ? entries.version : undefined);

/** Runs a `while` loop, as long as its condition is known and the steps last. */
export function runWhile(machine: Machine, node: PyNode): Result {
  let undecided: UnknownValue | undefined;
  for (;;) {
    spend(machine);
    const decided = decide(evaluateExpression(machine, child(node, 'condition')!));
    if (typeof decided !== 'boolean') return giveUp(machine, node, decided);
    if (!decided) return runElse(machine, node, undecided);
    const result = runBlock(machine, child(node, 'body')!);
    undecided ??= result.undecided;
    if (result.flow === 'lost') return giveUp(machine, node, result.undecided!);
    if (result.flow === 'break') return because(undecided);
    if (result.flow === 'return') return result;
  }
}

function runElse(machine: Machine, node: PyNode, undecided: UnknownValue | undefined): Result {
  const otherwise = child(node, 'alternative');
  const block = otherwise && child(otherwise, 'body');
  if (!block) return because(undecided);
  const result = runBlock(machine, block);
  const cause = undecided ?? result.undecided;
  return cause ? { ...result, undecided: cause } : result;
}
