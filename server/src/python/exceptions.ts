import { callValue } from './calls';
import { errorOf, exceptionOf, isException } from './exception-classes';
import { evaluateExpression } from './expressions';
import { mayRaise } from './imports';
import type { Machine } from './machine';
import { decide } from './operator-nodes';
import { giveUp, type Result, runBlock } from './statements';
import { bindTarget } from './targets';
import { toStr } from './text';
import { child, nodesOf, type PyNode, parts } from './tree';
import {
  type InstanceValue,
  NONE,
  PyError,
  typeName,
  type UnknownValue,
  unknown,
  unknownIn,
  type Value,
} from './values';

/** Runs a `try`. It is given up as a whole when something unknown in its body might have raised. */
export function runTry(machine: Machine, node: PyNode): Result {
  const blocks = node.children.filter((c) => c.type === 'finally_clause').map((c) => parts(c).at(-1)!);
  const body = child(node, 'body')!;
  for (const part of nodesOf(body)) {
    const doubt = mayRaise(machine, part);
    if (doubt) return giveUp(machine, node, doubt);
  }
  const { doubt } = machine;
  machine.doubt = undefined;
  let result: Result;
  try {
    result = runBlock(machine, body);
    const hidden = result.undecided ?? machine.doubt;
    if (hidden) return giveUp(machine, node, hidden);
    const otherwise = node.children.find((c) => c.type === 'else_clause');
    if (otherwise && result.flow === 'next') result = runElse(machine, child(otherwise, 'body')!, blocks);
  } catch (error) {
    if (error instanceof Uncaught) throw error.error;
    if (!(error instanceof PyError)) throw error;
    if (machine.doubt) return giveUp(machine, node, machine.doubt);
    result = recover(machine, node, error, blocks);
  } finally {
    machine.doubt ??= doubt;
  }
  let undecided = result.undecided;
  for (const block of blocks) {
    const last = runBlock(machine, block);
    undecided ??= last.undecided;
    if (last.flow !== 'next') result = last;
  }
  return undecided ? { ...result, undecided } : result;
}

/** An error from an `else` block, which the clauses of its own `try` do not catch. */
class Uncaught extends Error {
  constructor(readonly error: PyError) {
    super();
  }
}

function runElse(machine: Machine, block: PyNode, blocks: readonly PyNode[]): Result {
  try {
    return runBlock(machine, block);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    let raised = error;
    try {
      for (const last of blocks) {
        const result = runBlock(machine, last);
        if (result.flow !== 'next') return result;
      }
    } catch (later) {
      if (!(later instanceof PyError)) throw later;
      raised = later;
    }
    throw new Uncaught(raised);
  }
}

/** Runs the clause that catches an error; throws it again, after the `finally` blocks, when there is none. */
function recover(machine: Machine, node: PyNode, error: PyError, blocks: readonly PyNode[]): Result {
  try {
    for (const clause of node.children.filter((c) => c.type === 'except_clause')) {
      const caught = catches(machine, clause, error);
      if (typeof caught !== 'boolean') return giveUp(machine, node, caught);
      if (caught) return handle(machine, clause, error);
    }
    throw error;
  } catch (raised) {
    if (!(raised instanceof PyError)) throw raised;
    for (const block of blocks) {
      const last = runBlock(machine, block);
      // A `return` or `break` there lets go of the error.
      if (last.flow !== 'next') return last;
    }
    throw raised;
  }
}

function headOf(clause: PyNode): { type?: PyNode | undefined; alias?: PyNode | undefined } {
  const [first, second] = clause.children.filter((c) => c.role === 'value');
  const type = first?.type === 'as_pattern' ? parts(first)[0] : first;
  const alias = second ?? child(clause, 'alias') ?? (first?.type === 'as_pattern' ? child(first, 'alias') : undefined);
  return { type, alias };
}

function catches(machine: Machine, clause: PyNode, error: PyError): boolean | UnknownValue {
  const { type } = headOf(clause);
  if (!type) return true;
  const wanted = evaluateExpression(machine, type);
  const queue: Value[] = [wanted];
  for (let next = queue.shift(); next; next = queue.shift()) {
    if (next.kind === 'unknown') return next;
    if (next.kind === 'tuple') queue.unshift(...next.items);
    if (next.kind !== 'class') continue;
    const raised = exceptionOf(error);
    if (!raised) return unknown(`Xencfg does not know what ${error.type} is`, clause);
    if (raised.class.line.includes(next)) return true;
  }
  return false;
}

function handle(machine: Machine, clause: PyNode, error: PyError): Result {
  const { alias } = headOf(clause);
  if (alias) {
    const target = alias.type === 'as_pattern_target' ? parts(alias)[0]! : alias;
    const value = exceptionOf(error) ?? unknown(`Xencfg does not evaluate what ${error.type} carries`, alias);
    bindTarget(machine, target, value);
  }
  machine.handling.push(error);
  try {
    return runBlock(machine, parts(clause).at(-1)!);
  } finally {
    machine.handling.pop();
    // in Python 2 the exception that was caught last is the one to raise again, in the clause around this one too
    if (machine.handling.length > 0) machine.handling[machine.handling.length - 1] = undefined;
  }
}

/** Runs an `assert`; gives what is to blame when its condition is not known. */
export function assertion(machine: Machine, node: PyNode): UnknownValue | undefined {
  const [condition, message] = parts(node);
  const decided = decide(evaluateExpression(machine, condition!));
  if (typeof decided !== 'boolean') return decided;
  if (decided) return undefined;
  const value = message && evaluateExpression(machine, message);
  throw new PyError('AssertionError', value ? shown(value) : '', value ? [value] : []);
}

function shown(value: Value): string {
  try {
    return unknownIn(value) ? '' : (toStr(value) ?? '');
  } catch (error) {
    // what Python has no text for is raised all the same
    if (error instanceof PyError) return '';
    throw error;
  }
}

/** Runs a `raise`, in Python 2's forms too: `raise E, text`. Gives what is to blame when it is not known what is raised. */
export function raise(machine: Machine, node: PyNode): UnknownValue {
  const [inner] = parts(node);
  if (!inner) {
    const last = machine.handling.at(-1);
    if (last) throw last;
    // Python has it that the last exception of the call, or of any other, is raised again.
    return unknown('Xencfg does not know what is raised again here', node);
  }
  const [first, second] = inner.type === 'expression_list' ? parts(inner) : [inner];
  const type = evaluateExpression(machine, first!);
  const given = second ? evaluateExpression(machine, second) : NONE;
  const hidden = unknownIn(type) ?? unknownIn(given);
  if (hidden) return hidden;
  const raised = type.kind === 'class' ? instanceFor(machine, type, given, node) : type;
  if (raised.kind === 'unknown') return raised;
  if (raised.kind === 'instance' && given.kind !== 'none' && type.kind === 'instance')
    throw new PyError('TypeError', 'instance exception may not have a separate value');
  if (raised.kind !== 'instance' || (!isException(raised.class) && !raised.class.isOld))
    throw new PyError(
      'TypeError',
      `exceptions must be old-style classes or derived from BaseException, not ${typeName(type.kind === 'class' && !type.isOld && raised.kind !== 'instance' ? raised : type)}`,
    );
  throw errorOf(raised);
}

function instanceFor(
  machine: Machine,
  type: Value & { kind: 'class' },
  given: Value,
  node: PyNode,
): InstanceValue | UnknownValue {
  if (given.kind === 'instance' && given.class.line.includes(type)) return given;
  const positional = given.kind === 'none' ? [] : given.kind === 'tuple' ? given.items : [given];
  const made = callValue(machine, type, { positional, named: new Map(), node });
  return made.kind === 'instance' ? made : unknown('Xencfg does not know what is raised here', node);
}
