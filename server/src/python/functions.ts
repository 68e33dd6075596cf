import type { Arguments } from './calls';
import { evaluateExpression } from './expressions';
import { HashTable, inOrder } from './hash-order';
import { generator } from './iterators';
import { type Machine, spend } from './machine';
import { poison } from './poison';
import { addTarget, type Frame, isGenerator, scopeOf } from './scopes';
import { runBlock } from './statements';
import { bindTarget } from './targets';
import { child, type PyNode, parts } from './tree';
import { type CallableValue, type DictEntry, NONE, OutOfSteps, PyError, str, tuple, type Value } from './values';

/** What a `def` or `lambda` makes: its code, the values of its defaults, and the call in which it was defined. */
export interface FunctionBody {
  readonly node: PyNode;
  readonly body: PyNode;
  readonly parameters: readonly Parameter[];
  readonly rest: string | undefined;
  readonly keywords: string | undefined;
  readonly scope: { readonly own: ReadonlySet<string>; readonly globals: ReadonlySet<string> };
  readonly outer: Frame | undefined;
}

interface Parameter {
  /** Undefined for a tuple of names, `def f((a, b)):`. */
  readonly name: string | undefined;
  readonly target: PyNode;
  readonly missing: Value | undefined;
}

/** How deep calls may stand in calls, in levels of nodes of the functions that run. */
export const MAX_NESTING = 1500;

/** The value of a `def` or `lambda`; its defaults are evaluated now. */
export function makeFunction(machine: Machine, node: PyNode, name: string): CallableValue {
  const body = child(node, 'body')!;
  const parameters: Parameter[] = [];
  let rest: string | undefined;
  let keywords: string | undefined;
  const text = (one: PyNode) => machine.text.slice(one.start, one.end);
  const given = child(node, 'parameters');
  for (const one of given ? parts(given) : []) {
    if (one.type === 'list_splat_pattern') rest = text(parts(one)[0]!);
    else if (one.type === 'dictionary_splat_pattern') keywords = text(parts(one)[0]!);
    else {
      const target = one.type === 'default_parameter' ? child(one, 'name')! : one;
      const value = one.type === 'default_parameter' ? evaluateExpression(machine, child(one, 'value')!) : undefined;
      parameters.push({ name: target.type === 'identifier' ? text(target) : undefined, target, missing: value });
    }
  }
  const scope = scopeOf(machine.text, [body]);
  for (const { target } of parameters) addTarget(machine.text, target, scope.own);
  for (const one of [rest, keywords]) if (one !== undefined) scope.own.add(one);
  let outer = machine.frame;
  while (outer?.isClass) outer = outer.outer;
  const code: FunctionBody = { node, body, parameters, rest, keywords, scope, outer };
  return { kind: 'callable', name: `<${name}>`, code };
}

/** Calls a function of the file. A generator's body waits until its first item is asked for. */
export function callFunction(machine: Machine, callee: CallableValue, code: FunctionBody, given: Arguments): Value {
  const all = callee.self ? { ...given, positional: [callee.self, ...given.positional] } : given;
  return inFrame(machine, code.scope, code.outer, code.node.height, () => {
    bindArguments(machine, callee.name.slice(1, -1) || callee.name, code, all);
    if (code.node.type === 'lambda') return evaluateExpression(machine, code.body);
    if (isGenerator(code.body)) return generator(machine, code, machine.frame!);
    const result = runBlock(machine, code.body);
    if (result.flow !== 'lost') return result.value ?? NONE;
    poison(machine, code.body, result.undecided!.reason, result.undecided!.cause);
    return result.undecided!;
  });
}

/** Runs something with variables of its own, as Python does a function. Throws OutOfSteps at the bounds. */
export function inFrame<T>(
  machine: Machine,
  scope: FunctionBody['scope'],
  outer: Frame | undefined,
  height: number,
  run: () => T,
  variables: Map<string, Value> = new Map(),
): T {
  spend(machine, 4);
  const { frame, nesting } = machine;
  if (nesting + height + 4 > MAX_NESTING) throw new OutOfSteps();
  machine.nesting = nesting + height + 4;
  machine.frame = { own: scope.own, globals: scope.globals, variables, outer };
  try {
    return run();
  } finally {
    machine.frame = frame;
    machine.nesting = nesting;
  }
}

/** Gives the parameters their values in the order of Python 2.7 (ceval.c), which decides what is complained of first. */
function bindArguments(machine: Machine, name: string, code: FunctionBody, given: Arguments): void {
  const { parameters, rest, keywords } = code;
  const variables = machine.frame!.variables;
  const { positional } = given;
  const count = positional.length + given.named.size;
  if (parameters.length === 0 && rest === undefined && keywords === undefined && count > 0)
    throw new PyError('TypeError', `${name}() takes no arguments (${count} given)`);
  if (positional.length > parameters.length && rest === undefined) throw wrongCount(name, code, true, count);
  const values = parameters.map((_, i) => positional[i]);
  const named = new Map(given.named);
  for (const [key, value] of given.named) {
    const at = parameters.findIndex((parameter) => parameter.name === key);
    if (at < 0) {
      if (keywords !== undefined) continue;
      throw new PyError('TypeError', `${name}() got an unexpected keyword argument '${key}'`);
    }
    if (values[at]) throw new PyError('TypeError', `${name}() got multiple values for keyword argument '${key}'`);
    values[at] = value;
    named.delete(key);
  }
  if (parameters.some(({ missing }, i) => !values[i] && !missing))
    throw wrongCount(name, code, false, values.filter((value) => value).length);
  for (const [i, { name: parameter, missing }] of parameters.entries())
    if (parameter !== undefined) variables.set(parameter, (values[i] ?? missing)!);
  if (rest !== undefined) variables.set(rest, tuple(positional.slice(parameters.length)));
  if (keywords !== undefined) variables.set(keywords, tableOf(named, given));
  // the code of the function takes tuples apart, before its first statement
  for (const [i, { name: parameter, target, missing }] of parameters.entries())
    if (parameter === undefined) bindTarget(machine, target, (values[i] ?? missing)!);
}

/** What `**more` stands for: the named arguments that no parameter has. */
function tableOf(named: ReadonlyMap<string, Value>, given: Arguments): Value {
  const entries = new HashTable<DictEntry>();
  for (const [key, value] of named) entries.set(`s${key}`, { key: str(key), value });
  if (given.spread && !inOrder(given.spread)) entries.jumble(new Map());
  return { kind: 'dict', entries };
}

function wrongCount(name: string, { parameters, rest }: FunctionBody, tooMany: boolean, count: number): PyError {
  const least = parameters.filter(({ missing }) => !missing).length;
  const exact = least === parameters.length && rest === undefined;
  const bound = tooMany ? parameters.length : least;
  const how = exact ? 'exactly' : tooMany ? 'at most' : 'at least';
  return new PyError('TypeError', `${name}() takes ${how} ${bound} argument${bound === 1 ? '' : 's'} (${count} given)`);
}
