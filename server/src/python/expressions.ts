import { assumedValue, filePath, XM_FILE } from './assumed';
import { attributeOf } from './attributes';
import { builtin, UNEVALUATED } from './builtins';
import { callNode } from './calls';
import { comprehension } from './comprehensions';
import { makeFunction } from './functions';
import { HashTable } from './hash-order';
import { numberValue, splitString, stringValue } from './literals';
import { type Machine, spend } from './machine';
import { MAX_HEIGHT } from './names';
import { binaryNode, booleanNode, comparisonNode, conditionalNode, notNode, unaryNode } from './operator-nodes';
import { lookUpName } from './scopes';
import { displayed } from './sets';
import { subscript } from './subscripts';
import { hashKey, repr, sameKind, textOf } from './text';
import { child, type PyNode, parts } from './tree';
import {
  type DictEntry,
  type DictValue,
  FALSE,
  Hidden,
  isText,
  list,
  madeAt,
  NONE,
  PyError,
  str,
  TRUE,
  tuple,
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
    case 'backquotes':
      return backquotes(machine, node);
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

/** The text of a node. */
export function source(machine: Machine, node: PyNode): string {
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
  if (!literal) return unknown('it is not valid Python', node);
  return stringValue(literal, machine.coding) ?? unknown(`Python 2 has no ${literal.prefix}"..." strings`, node);
}

/** An expression in backquotes is its `repr`. */
function backquotes(machine: Machine, node: PyNode): Value {
  const value = only(machine, node);
  const hidden = unknownIn(value);
  if (hidden) return hidden;
  const text = repr(value);
  return text === undefined ? unknown('it depends on where Python keeps its values', node) : str(text);
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

/** So much of a name stands in Python's messages. */
const LONGEST_NAME = 200;

function nameNode(machine: Machine, node: PyNode): Value {
  const name = source(machine, node);
  const known = lookUpName(machine, name);
  if (known === XM_FILE) return filePath(machine, node);
  if (!known && UNEVALUATED.has(name)) return unknown(`Xencfg does not evaluate ${name}`, node);
  const found = known ?? builtin(name);
  if (found) return found;
  throw new PyError(
    'NameError',
    `${(machine.frame && !machine.frame.isClass) || machine.declaredGlobal.has(name) ? 'global ' : ''}name '${name.slice(0, LONGEST_NAME)}' is not defined`,
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
