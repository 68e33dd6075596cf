import type { Span } from '../syntax/span';
import { builtin } from './builtins';
import type { Arguments } from './calls';
import { evaluateExpression } from './expressions';
import { MAX_NESTING } from './functions';
import { type Machine, spend } from './machine';
import { namesIn } from './names';
import type { Frame } from './scopes';
import { execute, giveUp, isPrint, type Result } from './statements';
import { topStatements } from './syntax';
import { nodesOf, type PyNode, parts } from './tree';
import { isText, OutOfSteps, PyError, type StrValue, tuple, type UnknownValue, unknown, type Value } from './values';

/** Texts that one evaluation may read as programs, in characters all together. */
const MOST = 100_000;
/** Levels of nodes that running such a text counts for, beside its own. */
const OWN_HEIGHT = 40;

/** A text that the file runs as a program: where it stands behind the file's own text, and what runs it. */
export interface InnerProgram extends Span {
  readonly text: string;
  readonly root: PyNode;
  by: Span;
}

/** `eval(text)`; undefined where it is not evaluated: with dictionaries of its own, or what is no text. */
export function evalText(machine: Machine, { positional, named, node }: Arguments): Value | undefined {
  const [source, ...more] = positional;
  if (!source || !isText(source) || more.length > 0 || named.size > 0) return undefined;
  return inner(machine, { ...source, value: source.value.replace(/^[ \t]+/, '') }, node, (root) => {
    const [statement] = statementsOf(machine, root);
    const isAlone = root.children.filter((c) => c.type !== 'comment').length === 1;
    if (statement?.type !== 'expression_statement' || !isAlone || isPrint(machine.text, statement)) throw refused();
    const values = parts(statement);
    if (values.some(({ type }) => /assignment$|^yield$/.test(type))) throw refused();
    if (!machine.frame && [...nodesOf(statement)].some((one) => isOfItsOwn(machine, one)))
      return unknown('Xencfg does not evaluate an eval of names that functions declare global', node);
    if (machine.frame && !seesAlike(machine, machine.frame, statement))
      return unknown('Xencfg does not evaluate an eval of these names inside of a function', node);
    const found = values.map((part) => evaluateExpression(machine, part));
    return found.length === 1 && !/,\s*$/.test(source.value) ? found[0]! : tuple(found);
  });
}

/** Runs `exec text` in the file's own statements. Gives up on every other form. */
export function execText(machine: Machine, node: PyNode): Result {
  const refuse = (reason: string) => giveUp(machine, node, unknown(reason, node));
  const [first, ...more] = parts(node);
  const operand = first?.type === 'not_operator' && first.start === node.start ? parts(first)[0] : first;
  if (!operand || more.length > 0 || operand.type === 'comparison_operator')
    return refuse('Xencfg does not evaluate exec into a dictionary');
  if (machine.frame) return refuse('Xencfg does not evaluate exec inside of a function');
  const source = evaluateExpression(machine, operand);
  if (source.kind === 'unknown') return giveUp(machine, node, source);
  if (!isText(source)) return refuse('Xencfg does not evaluate exec of what is no text');
  const done = inner(machine, source, node, (root): Result | UnknownValue => {
    const statements = statementsOf(machine, root);
    if ([...nodesOf(root)].some((one) => isOfItsOwn(machine, one)))
      return unknown('Xencfg does not evaluate exec of such a text', node);
    const text = statements[0] && docString(statements[0]);
    if (text) machine.bind('__doc__', evaluateExpression(machine, text), node);
    let undecided: UnknownValue | undefined;
    for (const statement of statements) undecided ??= execute(machine, statement).undecided;
    return { flow: 'next', ...(undecided && { undecided }) };
  });
  return 'kind' in done ? giveUp(machine, node, done) : done;
}

/** The text that a program begins with, which Python takes for its documentation. */
function docString(statement: PyNode): PyNode | undefined {
  const [inner, ...more] = statement.type === 'expression_statement' ? parts(statement) : [];
  return more.length === 0 && (inner?.type === 'string' || inner?.type === 'concatenated_string') ? inner : undefined;
}

/** The statements of a program. Throws Python's SyntaxError where Python would not read all of them. */
function statementsOf(machine: Machine, root: PyNode): PyNode[] {
  const statements = topStatements({ text: machine.text, root, parse: machine.parse });
  const problem = statements.find((one) => one.problem)?.problem;
  if (problem) throw refused(problem.message);
  return statements.map(({ node }) => node);
}

const refused = (message = 'invalid syntax') => new PyError('SyntaxError', message);

/** True for what means something else in a text of its own than in the file. */
function isOfItsOwn({ text, declaredGlobal }: Machine, node: PyNode): boolean {
  if (node.type === 'global_statement' || node.type === 'future_import_statement') return true;
  return node.type === 'identifier' && declaredGlobal.has(text.slice(node.start, node.end));
}

/** True when an `eval` inside of a running call finds the names that it reads where the call itself would. */
function seesAlike(machine: Machine, frame: Frame, node: PyNode): boolean {
  if (frame.isClass || frame.lost || [...nodesOf(node)].some(({ type }) => SCOPED.test(type))) return false;
  return [...namesIn(machine.text, node).reads].every((name) => {
    if (frame.own.has(name)) return frame.variables.has(name);
    for (let at = frame.outer; at; at = at.outer) if (at.own.has(name)) return false;
    return machine.globals.has(name) || builtin(name) !== undefined;
  });
}

/** Constructs with variables of their own, or that leave some behind. */
const SCOPED = /^lambda$|_comprehension$|^generator_expression$/;

/** Reads a text as a program and hands its tree to `run`. */
function inner<T>(machine: Machine, { value }: StrValue, at: PyNode, run: (root: PyNode) => T): T | UnknownValue {
  if (!/^[\t\n\r -~]*$/.test(value)) return unknown('Xencfg evaluates no text with such characters as a program', at);
  const root = added(machine, value, at);
  const { nesting } = machine;
  machine.nesting = nesting + root.height + OWN_HEIGHT;
  if (machine.nesting > MAX_NESTING) throw new OutOfSteps();
  try {
    return run(root);
  } finally {
    machine.nesting = nesting;
  }
}

/** The tree of a program that stands, from now on, behind the file's own text. */
function added(machine: Machine, text: string, by: PyNode): PyNode {
  const known = machine.inner.find((one) => one.text === text);
  spend(machine, 10 + Math.ceil(text.length / 10));
  if (known) {
    known.by = { start: by.start, end: by.end };
    return known.root;
  }
  const start = machine.text.length + 1;
  const last = machine.inner.at(-1);
  if (start + text.length - (machine.inner[0]?.start ?? start) > MOST) throw new OutOfSteps();
  spend(machine, Math.ceil((start - (last?.start ?? 0)) / 1000));
  const { root } = machine.parse(text);
  for (const node of nodesOf(root)) Object.assign(node, { start: node.start + start, end: node.end + start });
  machine.text += `\n${text}`;
  machine.inner.push({ text, root, start, end: start + text.length, by: { start: by.start, end: by.end } });
  return root;
}

/** Where in the file's own text something stands that may have been found in a program which the file runs. */
export function inFile({ inner: programs }: Machine, span: Span): Span {
  let at = span;
  for (;;) {
    const program = programs.find(({ start, end }) => start <= at.start && at.start <= end);
    if (!program) return at;
    at = program.by;
  }
}
