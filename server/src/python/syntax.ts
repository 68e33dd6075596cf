import type { Span } from '../syntax/span';
import { child, nodesOf, type PyNode, type PythonTree, parts } from './tree';

/** Why Python 2 refuses a statement. */
export interface Problem {
  readonly message: string;
  readonly cause: Span;
}

/** A statement at the top level of the file, before anything is known of its meaning. */
export interface TopStatement {
  readonly node: PyNode;
  readonly problem?: Problem;
}

/** The top-level statements in source order. What tree-sitter could not read comes as one statement per stretch. */
export function topStatements(tree: PythonTree): TopStatement[] {
  const { text, root } = tree;
  if (root.type === 'ERROR') return [{ node: root, problem: { message: 'invalid syntax', cause: root } }];
  const found: TopStatement[] = [];
  for (const node of mergeBroken(text, root)) {
    const problem = problemOf(text, node);
    found.push(problem ? { node, problem } : { node });
  }
  return found;
}

/** Joins whatever shares a line with something unreadable into one unreadable statement. */
function mergeBroken(text: string, root: PyNode): PyNode[] {
  const nodes: PyNode[] = [];
  for (const node of root.children) {
    if (node.type === ';' || node.type === 'comment' || node.type === 'line_continuation') continue;
    const last = nodes.at(-1);
    const sameLine = last && !/[\r\n;]/.test(text.slice(last.end, node.start));
    if (last && sameLine) nodes[nodes.length - 1] = join(last, node);
    else nodes.push(node);
  }
  return nodes;
}

function join(a: PyNode, b: PyNode): PyNode {
  const height = Math.max(a.height, b.height) + 1;
  return { type: 'ERROR', named: true, role: '', children: [a, b], start: a.start, end: b.end, broken: true, height };
}

const PYTHON3: Record<string, string> = {
  named_expression: ':=',
  await: 'await',
  match_statement: 'match',
  type_alias_statement: 'type',
  nonlocal_statement: 'nonlocal',
  interpolation: 'f-strings',
  async: 'async',
  list_splat_pattern: '*',
};

/** Operators that bind closer than `not`, which tree-sitter takes as their operand all the same. */
const OPERATIONS = new Set(['binary_operator', 'unary_operator', 'comparison_operator']);

/** Expressions that reach as far as they can: they want parentheses in front of an `if` or `else`. */
const OPEN_ENDED = new Set(['conditional_expression', 'lambda']);

function problemOf(text: string, node: PyNode): Problem | undefined {
  if (indentOf(text, node.start)) return { message: 'unexpected indent', cause: node };
  if (node.type === 'ERROR') return { message: 'invalid syntax', cause: node };
  const parameters = new Set<PyNode>();
  for (const part of nodesOf(node)) {
    if (/parameters$/.test(part.type)) for (const inner of part.children) parameters.add(inner);
    if (part.broken && !part.children.some((c) => c.broken)) return { message: 'invalid syntax', cause: part };
    const newer = part.type === 'list_splat_pattern' && parameters.has(part) ? undefined : PYTHON3[part.type];
    if (newer) return { message: `invalid syntax: Python 2 has no ${newer}`, cause: part };
    if (OPERATIONS.has(part.type) && part.children.some((c) => c.type === 'not_operator' && c.start > part.start))
      return { message: 'invalid syntax', cause: part };
    if (
      part.type === 'conditional_expression' &&
      parts(part)
        .slice(0, 2)
        .some((c) => OPEN_ENDED.has(c.type))
    )
      return { message: 'invalid syntax', cause: part };
    if (part.type === 'integer' && /^0\d*[89]/.test(text.slice(part.start, part.end)))
      return { message: 'invalid token', cause: part };
    const problem = part.type === 'block' ? blockProblem(text, part) : undefined;
    if (problem) return problem;
    if (part.type === 'assignment' && child(part, 'type'))
      return { message: 'invalid syntax: Python 2 has no annotations', cause: part };
  }
  return brokenLineOf(text, node) ?? outsideOf(node);
}

/** What stands on lines of its own in what is one construct to tree-sitter. */
const ON_NEXT_LINE = /^(?:block|comment|line_continuation|elif_clause|else_clause|except_clause|finally_clause)$/;
/** Whose parts stand on lines of their own, or are no tokens. */
const OF_LINES = /^(?:module|block|decorated_definition|string|ERROR)$/;

/** The end of a line where Python wants the statement to go on: tree-sitter reads on outside of brackets, too. */
function brokenLineOf(text: string, node: PyNode): Problem | undefined {
  const stack = [{ node, inBrackets: false }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { children, type } = next.node;
    let depth = next.inBrackets ? 1 : 0;
    for (const [index, part] of children.entries()) {
      const before = children[index - 1];
      const isOneLine = depth === 0 && before && !OF_LINES.test(type) && !ON_NEXT_LINE.test(part.type);
      if (isOneLine && /(?:^|[^\\\r])\r?\n/.test(text.slice(before.end, part.start)))
        return { message: 'invalid syntax', cause: part };
      if (/^[)\]}]$/.test(part.type)) depth--;
      if (type !== 'string') stack.push({ node: part, inBrackets: depth > 0 });
      if (/^[([{]$/.test(part.type)) depth++;
    }
  }
  return undefined;
}

function blockProblem(text: string, block: PyNode): Problem | undefined {
  const statements = block.children.filter((c) => c.named && c.type !== 'comment');
  if (statements.length === 0) return { message: 'expected an indented block', cause: block };
  let width: number | undefined;
  for (const statement of statements) {
    const before = indentOf(text, statement.start);
    if (before === undefined) continue;
    const own = indentWidth(before);
    width ??= own;
    if (own > width) return { message: 'unexpected indent', cause: statement };
    if (own < width) return { message: 'unindent does not match any outer indentation level', cause: statement };
  }
  return undefined;
}

/** The blanks between the start of the line and `at`; undefined when something else stands there too. */
export function indentOf(text: string, at: number): string | undefined {
  let start = at;
  while (start > 0 && /[ \t\f]/.test(text[start - 1]!)) start--;
  return start === 0 || /[\r\n\ufeff]/.test(text[start - 1]!) ? text.slice(start, at) : undefined;
}

/** Columns of a line's indentation as Python 2 counts them: a tab goes to the next multiple of eight. */
export function indentWidth(blanks: string): number {
  let width = 0;
  for (const c of blanks) width = c === '\t' ? (width | 7) + 1 : c === '\f' ? 0 : width + 1;
  return width;
}

const FUNCTIONS = new Set(['function_definition', 'lambda', 'class_definition']);
const LOOPS = new Set(['for_statement', 'while_statement']);

/** `return`, `yield`, `break` or `continue` where Python has no place for them. */
function outsideOf(node: PyNode): Problem | undefined {
  const stack = [{ node, inFunction: false, inLoop: false }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node: part } = next;
    if ((part.type === 'return_statement' || part.type === 'yield') && !next.inFunction)
      return { message: `'${part.type.replace('_statement', '')}' outside function`, cause: part };
    if ((part.type === 'break_statement' || part.type === 'continue_statement') && !next.inLoop)
      return {
        message: part.type === 'break_statement' ? "'break' outside loop" : "'continue' not properly in loop",
        cause: part,
      };
    const inFunction = next.inFunction || FUNCTIONS.has(part.type);
    const inLoop = LOOPS.has(part.type) || (next.inLoop && !FUNCTIONS.has(part.type));
    for (const inner of part.children) stack.push({ node: inner, inFunction, inLoop });
  }
  return undefined;
}
