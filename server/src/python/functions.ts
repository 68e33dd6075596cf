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
const MAX_NESTING = 1500;

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

function bindArguments(machine: Machine, name: string, code: FunctionBody, given: Arguments): void {
  const { parameters, rest, keywords } = code;
  const variables = machine.frame!.variables;
  const named = new Map(given.named);
  if (given.positional.length > parameters.length && rest === undefined) throw wrongCount(name, code, given);
  for (const [i, { name: parameter, target, missing }] of parameters.entries()) {
    const byName = parameter === undefined ? undefined : named.get(parameter);
    const byPlace = given.positional[i];
    if (byName && byPlace)
      throw new PyError('TypeError', `${name}() got multiple values for keyword argument '${parameter}'`);
    if (byName) named.delete(parameter!);
    const value = byPlace ?? byName ?? missing;
    if (!value) throw wrongCount(name, code, given);
    if (parameter !== undefined) variables.set(parameter, value);
    else bindTarget(machine, target, value);
  }
  if (rest !== undefined) variables.set(rest, tuple(given.positional.slice(parameters.length)));
  const [unexpected] = named.keys();
  if (keywords === undefined) {
    if (unexpected === undefined) return;
    throw new PyError('TypeError', `${name}() got an unexpected keyword argument '${unexpected}'`);
  }
  const entries = new HashTable<DictEntry>();
  for (const [key, value] of named) entries.set(`s${key}`, { key: str(key), value });
  if (given.spread && !inOrder(given.spread)) entries.jumble(new Map());
  variables.set(keywords, { kind: 'dict', entries });
}

function wrongCount(name: string, { parameters, rest }: FunctionBody, given: Arguments): PyError {
  const least = parameters.filter(({ missing }) => !missing).length;
  const count = given.positional.length + given.named.size;
  if (parameters.length === 0 && rest === undefined)
    return new PyError('TypeError', `${name}() takes no arguments (${count} given)`);
  const exact = least === parameters.length && rest === undefined;
  const tooMany = given.positional.length > parameters.length;
  const bound = tooMany ? parameters.length : least;
  const how = exact ? 'exactly' : tooMany ? 'at most' : 'at least';
  return new PyError('TypeError', `${name}() takes ${how} ${bound} argument${bound === 1 ? '' : 's'} (${count} given)`);
}
