import { decide, evaluateExpression } from './expressions';
import { mayRaise } from './imports';
import type { Machine } from './machine';
import { giveUp, type Result, runBlock } from './statements';
import { toStr } from './text';
import { child, nodesOf, type PyNode, parts } from './tree';
import { isText, PyError, type UnknownValue, unknown } from './values';

const PARENTS: Record<string, string> = {
  ZeroDivisionError: 'ArithmeticError',
  OverflowError: 'ArithmeticError',
  IndexError: 'LookupError',
  KeyError: 'LookupError',
  UnicodeDecodeError: 'UnicodeError',
  UnicodeEncodeError: 'UnicodeError',
  UnicodeError: 'ValueError',
  UnboundLocalError: 'NameError',
  NotImplementedError: 'RuntimeError',
  IndentationError: 'SyntaxError',
  SystemExit: 'BaseException',
  KeyboardInterrupt: 'BaseException',
  GeneratorExit: 'BaseException',
  ArithmeticError: 'StandardError',
  LookupError: 'StandardError',
  IOError: 'EnvironmentError',
  OSError: 'EnvironmentError',
  EnvironmentError: 'StandardError',
  StandardError: 'Exception',
  Exception: 'BaseException',
};
for (const name of 'AssertionError AttributeError ImportError NameError RuntimeError TypeError ValueError SyntaxError'.split(
  ' ',
))
  PARENTS[name] ??= 'StandardError';

function isKindOf(type: string, wanted: string): boolean {
  // A class of the file's own counts as an Exception, as every class did that such files define to raise.
  const parent = (one: string) => PARENTS[one] ?? (one === 'BaseException' ? undefined : 'Exception');
  for (let at: string | undefined = type; at; at = parent(at)) if (at === wanted) return true;
  return false;
}

/** Runs a `try`. It is given up as a whole when something unknown in its body might have raised. */
export function runTry(machine: Machine, node: PyNode): Result {
  const blocks = node.children.filter((c) => c.type === 'finally_clause').map((c) => parts(c).at(-1)!);
  const body = child(node, 'body')!;
  for (const part of nodesOf(body)) {
    const doubt = mayRaise(machine, part);
    if (doubt) return giveUp(machine, node, doubt);
  }
  let result: Result;
  try {
    result = runBlock(machine, body);
    if (result.undecided) return giveUp(machine, node, result.undecided);
    const otherwise = node.children.find((c) => c.type === 'else_clause');
    if (otherwise && result.flow === 'next') result = runBlock(machine, child(otherwise, 'body')!);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    const handler = node.children.find((c) => c.type === 'except_clause' && catches(machine, c, error));
    if (!handler) {
      for (const block of blocks) runBlock(machine, block);
      throw error;
    }
    result = handle(machine, handler, error);
  }
  let undecided = result.undecided;
  for (const block of blocks) {
    const last = runBlock(machine, block);
    undecided ??= last.undecided;
    if (last.flow !== 'next') result = last;
  }
  return undecided ? { ...result, undecided } : result;
}

function catches(machine: Machine, clause: PyNode, error: PyError): boolean {
  const [first] = clause.children.filter((c) => c.role === 'value');
  if (!first) return true;
  const types = first.type === 'tuple' ? parts(first) : [first.type === 'as_pattern' ? parts(first)[0]! : first];
  return types.some((type) => isKindOf(error.type, machine.text.slice(type.start, type.end)));
}

function handle(machine: Machine, clause: PyNode, error: PyError): Result {
  const [first, second] = clause.children.filter((c) => c.role === 'value');
  const alias = second ?? child(clause, 'alias') ?? (first?.type === 'as_pattern' ? child(first, 'alias') : undefined);
  if (alias) {
    const name = machine.text.slice(alias.start, alias.end);
    machine.bind(name, unknown(`Xencfg does not evaluate what ${error.type} carries`, alias), alias);
  }
  return runBlock(machine, parts(clause).at(-1)!);
}

/** Runs an `assert`; gives what is to blame when its condition is not known. */
export function assertion(machine: Machine, node: PyNode): UnknownValue | undefined {
  const [condition, message] = parts(node);
  const decided = decide(evaluateExpression(machine, condition!));
  if (typeof decided !== 'boolean') return decided;
  if (decided) return undefined;
  const text = message ? evaluateExpression(machine, message) : undefined;
  throw new PyError('AssertionError', text && text.kind !== 'unknown' ? (toStr(text) ?? '') : '');
}

/** The error that a `raise` makes, in Python 2's forms `raise E`, `raise E(text)` and `raise E, text`. */
export function raised(machine: Machine, node: PyNode): PyError {
  const inner = parts(node)[0];
  if (!inner)
    return new PyError('TypeError', 'exceptions must be old-style classes or derived from BaseException, not NoneType');
  const [type, ...rest] = inner.type === 'expression_list' ? parts(inner) : [inner];
  const called = type!.type === 'call';
  const name = called ? child(type!, 'function')! : type!;
  const given = called ? parts(child(type!, 'arguments')!)[0] : rest[0];
  const message = given ? evaluateExpression(machine, given) : undefined;
  return new PyError(machine.text.slice(name.start, name.end), message && isText(message) ? message.value : '');
}
