import { callValue } from './calls';
import { defineClass } from './classes';
import { assertion, raise, runTry } from './exceptions';
import { evaluateExpression } from './expressions';
import { makeFunction } from './functions';
import { runImport } from './imports';
import { execText } from './inner-programs';
import { itemsOf } from './iteration';
import { runFor, runWhile } from './loops';
import { lose, type Machine, spend } from './machine';
import { MAX_HEIGHT, namesIn } from './names';
import { binary, decide } from './operator-nodes';
import { MAX_ITEMS } from './operators';
import { poison } from './poison';
import { bindTarget, deleteTarget } from './targets';
import { child, type PyNode, parts } from './tree';
import { NONE, OutOfSteps, type UnknownValue, unknown, unknownIn, type Value } from './values';

/**
 * How a statement ended. `lost`: it may have left the loop around it, or not. `undecided`: what kept it from being
 * evaluated; the names that it may have assigned are unknown then.
 */
export interface Result {
  readonly flow: 'next' | 'break' | 'continue' | 'return' | 'lost';
  /** What a `return` gives. */
  readonly value?: Value;
  readonly undecided?: UnknownValue;
}

const DONE: Result = { flow: 'next' };

/** Runs any statement. Throws PyError where Python raises, OutOfSteps at the bounds. */
export function execute(machine: Machine, node: PyNode): Result {
  spend(machine);
  if (node.height > MAX_HEIGHT) return giveUp(machine, node, unknown('it is nested too deeply', node));
  switch (node.type) {
    case 'expression_statement':
      return expressionStatement(machine, node);
    case 'if_statement': {
      const chosen = chooseBranch(machine, node);
      if ('kind' in chosen) return giveUp(machine, node, chosen);
      return chosen.block ? runBlock(machine, chosen.block) : DONE;
    }
    case 'for_statement':
      return runFor(machine, node);
    case 'while_statement':
      return runWhile(machine, node);
    case 'break_statement':
      return { flow: 'break' };
    case 'continue_statement':
      return { flow: 'continue' };
    case 'return_statement':
      return { flow: 'return', value: returned(machine, node) };
    case 'pass_statement':
      return DONE;
    case 'print_statement':
      return printStatement(machine, node);
    case 'import_statement':
    case 'import_from_statement':
    case 'future_import_statement':
      return imported(machine, node);
    case 'delete_statement':
      for (const part of parts(node)) deleteTarget(machine, part);
      return DONE;
    case 'function_definition':
    case 'decorated_definition':
    case 'class_definition':
      return define(machine, node);
    case 'try_statement':
      return runTry(machine, node);
    case 'global_statement':
      if (machine.frame) return DONE;
      break;
    case 'assert_statement':
      return because(assertion(machine, node));
    case 'raise_statement':
      return because(raise(machine, node));
    case 'exec_statement':
      return execText(machine, node);
  }
  return giveUp(machine, node, unknown(`Xencfg does not evaluate ${KINDS[node.type] ?? 'this statement'}`, node));
}

const KINDS: Record<string, string> = {
  with_statement: 'with',
  global_statement: 'global outside of a function',
};

function imported(machine: Machine, node: PyNode): Result {
  const doubt = runImport(machine, node);
  // What a function returns does not show that it may have raised.
  if (doubt && machine.frame) machine.unsettled ??= doubt;
  return because(doubt);
}

/** A result that is undecided when there is something to blame. */
export function because(undecided: UnknownValue | undefined): Result {
  return undecided ? { flow: 'next', undecided } : DONE;
}

/** Gives up on a statement: what it may have changed is unknown from here on. */
export function giveUp(machine: Machine, node: PyNode, cause: UnknownValue): Result {
  poison(machine, node, cause.reason, cause.cause);
  return { flow: leaves(node) ? 'lost' : 'next', undecided: cause };
}

const OWN = new Set(['for_statement', 'while_statement']);

/** True when something in `node` may end the block around it: a `return`, or a `break` or `continue` of a loop around. */
export function leaves(node: PyNode): boolean {
  const queue = [{ part: node, isInLoop: false }];
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { part, isInLoop } = next;
    if (part.type === 'return_statement') return true;
    if (!isInLoop && (part.type === 'break_statement' || part.type === 'continue_statement')) return true;
    if (part.type === 'function_definition' || part.type === 'class_definition' || part.type === 'lambda') continue;
    const body = OWN.has(part.type) ? child(part, 'body') : undefined;
    for (const inner of part.children) queue.push({ part: inner, isInLoop: isInLoop || inner === body });
  }
  return false;
}

function returned(machine: Machine, node: PyNode): Value {
  const inner = parts(node)[0];
  return inner ? evaluateExpression(machine, inner) : NONE;
}

/** The block of an `if` that runs, or what keeps that from being known. */
export function chooseBranch(machine: Machine, node: PyNode): { readonly block: PyNode | undefined } | UnknownValue {
  for (const clause of [node, ...node.children.filter((c) => c.role === 'alternative')]) {
    const condition = child(clause, 'condition');
    const block = child(clause, 'consequence') ?? child(clause, 'body');
    if (!condition) return { block };
    const decided = decide(evaluateExpression(machine, condition));
    if (typeof decided !== 'boolean') return decided;
    if (decided) return { block };
  }
  return { block: undefined };
}

/** Runs the statements of a block; ends early at `break` or `continue`. */
export function runBlock(machine: Machine, block: PyNode): Result {
  let undecided: UnknownValue | undefined;
  for (const statement of parts(block)) {
    const result = execute(machine, statement);
    undecided ??= result.undecided;
    if (result.flow !== 'next') return undecided ? { ...result, undecided } : result;
  }
  return because(undecided);
}

function expressionStatement(machine: Machine, node: PyNode): Result {
  if (isPrint(machine.text, node)) return printStatement(machine, node);
  const [inner, ...more] = parts(node);
  if (!inner) return DONE;
  if (inner.type === 'assignment') return because(assign(machine, inner));
  if (inner.type === 'augmented_assignment') return because(augment(machine, inner));
  for (const part of [inner, ...more]) {
    const value = evaluateExpression(machine, part);
    if (value.kind !== 'unknown') continue;
    // What a function returns does not show what else it did.
    if (machine.frame) machine.unsettled ??= value;
    return because(value);
  }
  return DONE;
}

/** True for `print` in the forms that tree-sitter takes for an expression: `print`, `print("x") % y`, `print -1`. */
export function isPrint(text: string, node: PyNode): boolean {
  return /^print(?![\w.]|\s*=[^=])/.test(text.slice(node.start, node.start + 40));
}

function printStatement(machine: Machine, node: PyNode): Result {
  if (node.type === 'print_statement') {
    for (const part of parts(node)) evaluateExpression(machine, part.type === 'chevron' ? parts(part)[0]! : part);
    return DONE;
  }
  const inner = parts(node)[0];
  if (inner?.type === 'call' && parts(node).length === 1) {
    // Python 2 reads it as a print of what stands in the parentheses.
    for (const part of parts(child(inner, 'arguments')!)) evaluateExpression(machine, part);
    return DONE;
  }
  if (!machine.frame) for (const name of namesIn(machine.text, node).reads) machine.looked.add(name);
  const reason = 'Xencfg does not look into this print';
  machine.doubt ??= unknown(reason, node);
  poison(machine, node, reason, node);
  return DONE;
}

function assign(machine: Machine, node: PyNode): UnknownValue | undefined {
  const targets: PyNode[] = [];
  let right: PyNode | undefined = node;
  while (right?.type === 'assignment') {
    targets.push(child(right, 'left')!);
    right = child(right, 'right');
  }
  if (!right) return unknown('it is not valid Python', node);
  if (right.type === 'augmented_assignment') return unknown('it is not valid Python', right);
  const value = evaluateExpression(machine, right);
  for (const target of targets) bindTarget(machine, target, value);
  return value.kind === 'module' ? undefined : unknownIn(value);
}

function augment(machine: Machine, node: PyNode): UnknownValue | undefined {
  const target = child(node, 'left')!;
  const operator = machine.text.slice(child(node, 'operator')!.start, child(node, 'operator')!.end).slice(0, -1);
  const left = evaluateExpression(machine, target);
  const right = evaluateExpression(machine, child(node, 'right')!);
  if (left.kind === 'list' && operator === '+') {
    extend(machine, left, right, node);
    if (target.type === 'identifier') machine.bind(machine.text.slice(target.start, target.end), left, node);
    return unknownIn(left);
  }
  const value = binary(machine, operator, left, right, node, `${operator}=`);
  if (left.kind === 'list' && value.kind === 'list') {
    // `*=` keeps the list itself, so that its other names see the change.
    left.items = value.items;
    machine.changed.add(left);
    if (target.type === 'identifier') machine.bind(machine.text.slice(target.start, target.end), left, node);
    return unknownIn(left);
  }
  bindTarget(machine, target, value.from ? value : { ...value, from: { start: node.start, end: node.end } });
  return unknownIn(value);
}

function extend(machine: Machine, target: Value & { kind: 'list' }, right: Value, node: PyNode): void {
  machine.changed.add(target);
  const items = itemsOf(right, node);
  if ('kind' in items) lose(machine, target, items.reason, items.cause);
  else if (target.items.length + items.length > MAX_ITEMS) throw new OutOfSteps();
  else target.items = [...target.items, ...items];
}

/** A `def` binds its name, to what its decorators make of the function. */
function define(machine: Machine, node: PyNode): Result {
  const definition = child(node, 'definition') ?? node;
  const name = child(definition, 'name')!;
  const text = machine.text.slice(name.start, name.end);
  if (definition.type === 'function_definition') {
    const decorators = node.children.filter((c) => c.type === 'decorator');
    const callees = decorators.map((one) => evaluateExpression(machine, parts(one)[0]!));
    let made: Value = makeFunction(machine, definition, text);
    for (const callee of callees.reverse()) {
      made = callValue(machine, callee, { positional: [made], named: new Map(), node });
    }
    machine.bind(text, made, name);
    return because(made.kind === 'unknown' ? made : undefined);
  }
  return defineClass(machine, node);
}
