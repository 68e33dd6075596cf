import { assumedValue, filePath, XM_FILE } from './assumed';
import { attributeOf } from './attributes';
import { builtin, UNEVALUATED } from './builtins';
import { callNode } from './calls';
import { compare, truth } from './compare';
import { comprehension } from './comprehensions';
import { formatPercent } from './format';
import { makeFunction } from './functions';
import { HashTable } from './hash-order';
import { numberValue, splitString, stringValue } from './literals';
import { type Machine, spend } from './machine';
import { MAX_HEIGHT } from './names';
import { arithmetic, toFloat, unary } from './operators';
import { poison } from './poison';
import { lookUpName } from './scopes';
import { displayed } from './sets';
import { subscript } from './subscripts';
import { hashKey, repr, sameKind, textOf } from './text';
import { child, type PyNode, parts } from './tree';
import {
  bool,
  type DictEntry,
  type DictValue,
  FALSE,
  float,
  Hidden,
  isNumber,
  isText,
  list,
  madeAt,
  NONE,
  PyError,
  str,
  TRUE,
  tuple,
  type UnknownValue,
  unknown,
  unknownIn,
  type Value,
} from './values';

/**
 * The value of an expression. What cannot be known is an unknown value that names its cause. Throws PyError where
 * Python raises and OutOfSteps at the bounds.
 */
export function evaluateExpression(machine: Machine, node: PyNode): Value {
  spend(machine);
  if (node.broken) return unknown('it is not valid Python', node);
  if (node.height > MAX_HEIGHT) return unknown('it is nested too deeply', node);
  const value = (machine.assumed.size > 0 ? assumedValue(machine, node) : undefined) ?? attempt(machine, node);
  if (value.kind === 'unknown' && MAY_RAISE.has(node.type)) machine.doubt ??= value;
  return madeAt(value, { start: node.start, end: node.end });
}

/** Expressions that may raise when their value is not known. */
const MAY_RAISE = new Set([
  'identifier',
  'call',
  'subscript',
  'binary_operator',
  'unary_operator',
  'attribute',
  'comparison_operator',
]);

function attempt(machine: Machine, node: PyNode): Value {
  try {
    return byType(machine, node);
  } catch (error) {
    if (error instanceof Hidden) return error.value;
    throw error;
  }
}

function byType(machine: Machine, node: PyNode): Value {
  switch (node.type) {
    case 'string':
      return stringNode(machine, node);
    case 'concatenated_string':
      return parts(node)
        .map((part) => evaluateExpression(machine, part))
        .reduce(joinTexts);
    case 'integer':
    case 'float':
      return numberValue(source(machine, node)) ?? unknown('Python 2 has no such number', node);
    case 'true':
      return TRUE;
    case 'false':
      return FALSE;
    case 'none':
      return NONE;
    case 'identifier':
      return nameNode(machine, node);
    case 'parenthesized_expression':
      return only(machine, node);
    case 'list':
      return list(items(machine, node));
    case 'tuple':
    case 'expression_list':
      return tuple(items(machine, node));
    case 'dictionary':
      return dictionary(machine, node);
    case 'binary_operator':
      return binaryNode(machine, node);
    case 'unary_operator':
      return unaryNode(machine, node);
    case 'not_operator':
      return notNode(machine, node);
    case 'boolean_operator':
      return booleanNode(machine, node);
    case 'comparison_operator':
      return comparisonNode(machine, node);
    case 'conditional_expression':
      return conditionalNode(machine, node);
    case 'subscript':
      return subscript(machine, node);
    case 'attribute':
      return attributeOf(machine, evaluateExpression(machine, parts(node)[0]!), source(machine, parts(node)[1]!), node);
    case 'call':
      return callNode(machine, node);
    case 'list_comprehension':
    case 'generator_expression':
    case 'set_comprehension':
    case 'dictionary_comprehension':
      return comprehension(machine, node);
    case 'set': {
      const made = items(machine, node);
      return made.some((item) => item.kind === 'unknown')
        ? made.find((item) => item.kind === 'unknown')!
        : displayed(made);
    }
    case 'yield':
      return yielded(machine, node);
    case 'lambda':
      return makeFunction(machine, node, '<lambda>');
    default:
      return unknown(`Xencfg does not evaluate ${DESCRIBED[node.type] ?? 'this construct'}`, node);
  }
}

const DESCRIBED: Record<string, string> = {
  ellipsis: 'an ellipsis',
};

function source(machine: Machine, node: PyNode): string {
  return machine.text.slice(node.start, node.end);
}

function only(machine: Machine, node: PyNode): Value {
  const inner = parts(node)[0];
  return inner ? evaluateExpression(machine, inner) : unknown('it is not valid Python', node);
}

function items(machine: Machine, node: PyNode): Value[] {
  return parts(node).map((part) =>
    part.type === 'list_splat' ? unknown('Python 2 has no * here', part) : evaluateExpression(machine, part),
  );
}

function stringNode(machine: Machine, node: PyNode): Value {
  const literal = splitString(machine.text, node);
  if (!literal) return backquotes(machine, node);
  return stringValue(literal, machine.coding) ?? unknown(`Python 2 has no ${literal.prefix}"..." strings`, node);
}

/** An expression in backquotes is its `repr`. */
function backquotes(machine: Machine, node: PyNode): Value {
  const [inner] = parts(node);
  if (!inner || inner.type === 'string_start') return unknown('Xencfg does not evaluate backquotes', node);
  const value = evaluateExpression(machine, inner);
  const text = unknownIn(value) ? undefined : repr(value);
  return (
    unknownIn(value) ?? (text === undefined ? unknown('it depends on where Python keeps its values', node) : str(text))
  );
}

/** Notes what a generator yields. */
function yielded(machine: Machine, node: PyNode): Value {
  const [inner] = parts(node);
  const value = inner ? evaluateExpression(machine, inner) : NONE;
  const { frame } = machine;
  if (!frame?.yielded) return unknown('Xencfg does not evaluate this yield', node);
  spend(machine);
  frame.yielded.push(value);
  return NONE;
}

function joinTexts(a: Value, b: Value): Value {
  if (!isText(a)) return a;
  if (!isText(b)) return b;
  const { kind, a: left, b: right } = sameKind(a, b);
  return textOf(kind, left + right);
}

function nameNode(machine: Machine, node: PyNode): Value {
  const name = source(machine, node);
  const known = lookUpName(machine, name);
  if (known === XM_FILE) return filePath(machine, node);
  if (!known && UNEVALUATED.has(name)) return unknown(`Xencfg does not evaluate ${name}`, node);
  const found = known ?? builtin(name);
  if (found) return found;
  throw new PyError(
    'NameError',
    `${(machine.frame && !machine.frame.isClass) || machine.declaredGlobal.has(name) ? 'global ' : ''}name '${name}' is not defined`,
  );
}

function dictionary(machine: Machine, node: PyNode): Value {
  const pairs = parts(node);
  const made: DictValue = { kind: 'dict', entries: new HashTable<DictEntry>().presize(pairs.length) };
  for (const pair of pairs) {
    if (pair.type !== 'pair') return unknown('Python 2 has no ** here', pair);
    // Python 2 evaluates the value first.
    const value = evaluateExpression(machine, child(pair, 'value')!);
    const key = evaluateExpression(machine, child(pair, 'key')!);
    const hidden = unknownIn(key);
    if (hidden) made.lost ??= hidden;
    else made.entries.set(hashKey(key), { key, value });
  }
  return made;
}

function binaryNode(machine: Machine, node: PyNode): Value {
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

function unaryNode(machine: Machine, node: PyNode): Value {
  const value = evaluateExpression(machine, child(node, 'argument')!);
  return value.kind === 'unknown' ? value : unary(source(machine, child(node, 'operator')!), value);
}

function notNode(machine: Machine, node: PyNode): Value {
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

function booleanNode(machine: Machine, node: PyNode): Value {
  const left = evaluateExpression(machine, child(node, 'left')!);
  const decided = decide(left);
  if (typeof decided !== 'boolean') {
    poison(machine, child(node, 'right')!, decided.reason, decided.cause);
    return decided;
  }
  const isAnd = source(machine, child(node, 'operator')!) === 'and';
  return decided === isAnd ? evaluateExpression(machine, child(node, 'right')!) : left;
}

function comparisonNode(machine: Machine, node: PyNode): Value {
  const operands = parts(node).filter((part) => part.role !== 'operators');
  const operators = node.children.filter((part) => part.role === 'operators');
  let left = evaluateExpression(machine, operands[0]!);
  for (const [i, operator] of operators.entries()) {
    const right = evaluateExpression(machine, operands[i + 1]!);
    const name = source(machine, operator).replace(/\s+/g, ' ');
    const hidden = unknownIn(left) ?? unknownIn(right);
    if (hidden) return hidden;
    const result = compareKnown(name, left, right, node);
    if (result.kind === 'unknown' || result === FALSE) return result;
    left = right;
  }
  return TRUE;
}

function compareKnown(operator: string, left: Value, right: Value, node: PyNode): Value {
  const result = compare(operator, left, right);
  return result === undefined ? unknown('it depends on where Python keeps its values', node) : bool(result);
}

function conditionalNode(machine: Machine, node: PyNode): Value {
  const [yes, condition, no] = parts(node);
  const decided = decide(evaluateExpression(machine, condition!));
  if (typeof decided !== 'boolean') {
    for (const branch of [yes!, no!]) poison(machine, branch, decided.reason, decided.cause);
    return decided;
  }
  return evaluateExpression(machine, (decided ? yes : no)!);
}
