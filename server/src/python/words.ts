import type { Span } from '../syntax/span';
import type { StatementKind } from './kinds';
import { child, type PyNode, parts } from './tree';

/** What a statement is called in a title, code in backquotes. */
export function wordOf(node: PyNode): string {
  const words: Record<string, string> = {
    if_statement: '`if`',
    for_statement: '`for` loop',
    while_statement: '`while` loop',
    try_statement: '`try`',
    delete_statement: '`del`',
    pass_statement: '`pass`',
    print_statement: '`print`',
    function_definition: 'function',
    decorated_definition: 'function',
    class_definition: 'class',
    import_statement: 'import',
    import_from_statement: 'import',
    future_import_statement: 'import',
    assert_statement: '`assert`',
  };
  return words[node.type] ?? 'statement';
}

/** What a statement is, in a few words, and the part of it that xl does not read. */
export function describe(node: PyNode, kind: StatementKind): { what: string; span: Span } {
  const whole = { start: node.start, end: node.end };
  if (kind === 'error') return { what: 'a statement that is not valid Python', span: whole };
  if (kind === 'print') return { what: 'a print statement', span: whole };
  if (kind === 'assignment') {
    const inner = parts(node)[0]!;
    const right = child(inner, 'right') ?? inner;
    const left = child(inner, 'left');
    if (inner.type === 'augmented_assignment') return { what: 'an augmented assignment', span: whole };
    if (right.type === 'assignment') return { what: 'an assignment to several names', span: whole };
    if (left?.type !== 'identifier') return { what: 'an assignment that xl does not have', span: whole };
    return { what: WHAT[right.type] ?? 'an expression', span: { start: right.start, end: right.end } };
  }
  if (kind === 'loop' || kind === 'if' || kind === 'definition') {
    const head = child(node, 'right') ?? child(node, 'condition') ?? child(node, 'name') ?? node;
    const word = wordOf(node).replaceAll('`', '');
    return { what: kind === 'if' ? 'an if statement' : `a ${word}`, span: { start: node.start, end: head.end } };
  }
  if (kind === 'expression' && parts(node)[0]?.type === 'string')
    return { what: 'a text that stands alone', span: whole };
  const word = wordOf(node).replace(/`(.*)`/, '$1 statement');
  return { what: `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`, span: whole };
}

const WHAT: Record<string, string> = {
  call: 'a function call',
  concatenated_string: 'several strings side by side',
  float: 'a number with a fraction',
  true: 'a Python constant',
  false: 'a Python constant',
  none: 'a Python constant',
  identifier: 'a variable',
  tuple: 'a tuple',
  expression_list: 'a tuple',
  dictionary: 'a dictionary',
  list_comprehension: 'a list comprehension',
  string: 'a string that xl does not read',
  integer: 'a number that xl does not read',
};
