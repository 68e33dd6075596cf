import { compare, truth } from './compare';
import { evaluateExpression, source } from './expressions';
import { formatPercent } from './format';
import { type Machine, spend } from './machine';
import { arithmetic, toFloat, unary } from './operators';
import { poison } from './poison';
import { child, type PyNode, parts } from './tree';
import {
  bool,
  FALSE,
  float,
  isNumber,
  isText,
  PyError,
  TRUE,
  type UnknownValue,
  unknown,
  unknownIn,
  type Value,
} from './values';
/** `a + b`, and chains of it. */
export function binaryNode(machine: Machine, node: PyNode): Value {
  const operator = source(machine, child(node, 'operator')!);
  if (operator === '&' || operator === '^') return bitwiseNode(machine, node);
  const left = evaluateExpression(machine, child(node, 'left')!);
  const right = evaluateExpression(machine, child(node, 'right')!);
  return binary(machine, operator, left, right, node);
}

/** Operands and signs of `a & b ^ c`, in order: tree-sitter has it that `^` binds closer, to Python it is `&`. */
function chainOf(machine: Machine, node: PyNode, operands: PyNode[], operators: string[]): void {
  const operator = node.type === 'binary_operator' ? source(machine, child(node, 'operator')!) : '';
  if (operator !== '&' && operator !== '^') {
    operands.push(node);
    return;
  }
  chainOf(machine, child(node, 'left')!, operands, operators);
  operators.push(operator);
  chainOf(machine, child(node, 'right')!, operands, operators);
}

function bitwiseNode(machine: Machine, node: PyNode): Value {
  const operands: PyNode[] = [];
  const operators: string[] = [];
  chainOf(machine, node, operands, operators);
  let sum: Value | undefined;
  let product = evaluateExpression(machine, operands[0]!);
  for (const [i, operator] of operators.entries()) {
    const isSum = operator === '^';
    if (isSum) sum = sum ? binary(machine, '^', sum, product, node) : product;
    const next = evaluateExpression(machine, operands[i + 1]!);
    product = isSum ? next : binary(machine, '&', product, next, node);
  }
  return sum ? binary(machine, '^', sum, product, node) : product;
}

/** `left operator right`; unknown when an operand that decides the result is. */
export function binary(
  machine: Machine,
  operator: string,
  left: Value,
  right: Value,
  node: PyNode,
  shown = operator,
): Value {
  // A list joined with another keeps the items that are known, so only a lost list spoils the sum.
  const lists = operator === '+' && (left.kind === 'list' || left.kind === 'tuple') && left.kind === right.kind;
  const named = operator === '%' && isText(left) && right.kind === 'dict';
  const hidden = lists ? (lost(left) ?? lost(right)) : (unknownIn(left) ?? (named ? right.lost : unknownIn(right)));
  if (hidden) return hidden;
  const exact = machine.trueDivision && operator === '/' && isNumber(left) && isNumber(right);
  if (exact && left.kind !== 'float' && right.kind !== 'float' && toFloat(right) === 0)
    throw new PyError('ZeroDivisionError', 'division by zero');
  const result = arithmetic(operator, exact ? float(toFloat(left)) : left, right, shown);
  if (result) {
    if (isText(result)) spend(machine, result.value.length >> 6);
    if (result.kind === 'list' || result.kind === 'tuple') spend(machine, result.items.length);
    return result;
  }
  if (!isText(left)) return unknown('it depends on where Python keeps its values', node);
  return formatPercent(left, right) ?? unknown('it depends on where Python keeps its values', node);
}

function lost(value: Value): UnknownValue | undefined {
  return value.kind === 'list' ? value.lost : undefined;
}

/** `-a`, `+a` and `~a`. */
export function unaryNode(machine: Machine, node: PyNode): Value {
  const value = evaluateExpression(machine, child(node, 'argument')!);
  return value.kind === 'unknown' ? value : unary(source(machine, child(node, 'operator')!), value);
}

/** `not a`. */
export function notNode(machine: Machine, node: PyNode): Value {
  const value = evaluateExpression(machine, child(node, 'argument')!);
  const decided = decide(value);
  return typeof decided === 'boolean' ? bool(!decided) : decided;
}

/** Whether a condition holds; the unknown that keeps it from being decided otherwise. */
export function decide(value: Value): boolean | UnknownValue {
  if (value.kind === 'unknown') return value;
  if ((value.kind === 'list' || value.kind === 'dict') && value.lost) return value.lost;
  return truth(value);
}

/** `a and b`, `a or b`. */
export function booleanNode(machine: Machine, node: PyNode): Value {
  const left = evaluateExpression(machine, child(node, 'left')!);
  const decided = decide(left);
  if (typeof decided !== 'boolean') {
    poison(machine, child(node, 'right')!, decided.reason, decided.cause);
    return decided;
  }
  const isAnd = source(machine, child(node, 'operator')!) === 'and';
  return decided === isAnd ? evaluateExpression(machine, child(node, 'right')!) : left;
}

/** `a < b`, and chains of it. */
export function comparisonNode(machine: Machine, node: PyNode): Value {
  const operands = parts(node).filter((part) => part.role !== 'operators');
  const operators = node.children.filter((part) => part.role === 'operators');
  let left = evaluateExpression(machine, operands[0]!);
  for (const [i, operator] of operators.entries()) {
    const right = evaluateExpression(machine, operands[i + 1]!);
    const name = source(machine, operator).replace(/\s+/g, ' ');
    const result = unknownIn(left) ?? unknownIn(right) ?? compareKnown(name, left, right, node);
    // the rest may not be asked at all
    if (result.kind === 'unknown')
      for (const rest of operands.slice(i + 2)) poison(machine, rest, result.reason, result.cause);
    if (result.kind === 'unknown' || result === FALSE) return result;
    left = right;
  }
  return TRUE;
}

function compareKnown(operator: string, left: Value, right: Value, node: PyNode): Value {
  const result = compare(operator, left, right);
  return result === undefined ? unknown('it depends on where Python keeps its values', node) : bool(result);
}

/** `a if b else c`. */
export function conditionalNode(machine: Machine, node: PyNode): Value {
  const [yes, condition, no] = parts(node);
  const decided = decide(evaluateExpression(machine, condition!));
  if (typeof decided !== 'boolean') {
    for (const branch of [yes!, no!]) poison(machine, branch, decided.reason, decided.cause);
    return decided;
  }
  return evaluateExpression(machine, (decided ? yes : no)!);
}
