import { child, nodesOf, type PyNode, parts } from '../../../server/src/python/tree';

/** A form is known by the type of its node and by a test of such a node. */
type Form = readonly [type: string, test: (node: PyNode, text: string) => boolean];

const source = (node: PyNode, text: string) => text.slice(node.start, node.end);
const is = (type: string, pattern = /(?:)/): Form => [type, (node, text) => pattern.test(source(node, text))];
const leftOf = (type: string): Form => ['assignment', (node) => child(node, 'left')?.type === type];
const formatted = (type: string): Form => [
  'binary_operator',
  (node, text) =>
    source(child(node, 'operator')!, text) === '%' &&
    child(node, 'left')?.type === 'string' &&
    child(node, 'right')?.type === type,
];
const holds = (type: string, inner: string): Form => [type, (node) => parts(node).some((part) => part.type === inner)];

/** Forms of the language that a type of node does not show: each by its name. */
export const SYNTAX: Readonly<Record<string, Form>> = {
  'an integer in octal, 0777': is('integer', /^0[0-7]+$/),
  'an integer in octal, 0o17': is('integer', /^0o/),
  'an integer in binary': is('integer', /^0b/),
  'an integer in hexadecimal': is('integer', /^0x/),
  'a long': is('integer', /L$/),
  'a float with an exponent': is('float', /e/),
  'a unicode text': is('string', /^u['"]/),
  'a raw text': is('string', /^r/),
  'a raw unicode text': is('string', /^ur/),
  'a text of bytes': is('string', /^b/),
  'a text of several lines': is('string', /^("""|''')/),
  backquotes: is('backquotes'),
  'backquotes in backquotes': [
    'backquotes',
    (node) => [...nodesOf(node)].some((n) => n !== node && n.type === 'backquotes'),
  ],
  'exec of a text that is made': ['exec_statement', (node, text) => /^exec .*%/.test(source(node, text))],
  'texts side by side': is('concatenated_string'),
  '% with a tuple': formatted('tuple'),
  '% with a dictionary': formatted('dictionary'),
  '% with a value': [
    'binary_operator',
    (node, text) => child(node, 'left')?.type === 'string' && source(child(node, 'operator')!, text) === '%',
  ],
  'format()': ['call', (node, text) => /\.format$/.test(source(child(node, 'function')!, text))],
  'several names of one value': ['assignment', (node) => child(node, 'right')?.type === 'assignment'],
  'unpacking into names': leftOf('pattern_list'),
  'unpacking into a tuple': leftOf('tuple_pattern'),
  'unpacking into a list': leftOf('list_pattern'),
  'unpacking inside of unpacking': [
    'pattern_list',
    (node) => parts(node).some((part) => part.type === 'tuple_pattern'),
  ],
  'assignment to an item': leftOf('subscript'),
  'assignment to a slice': [
    'assignment',
    (node) => child(node, 'left')?.children.some((c) => c.type === 'slice') === true,
  ],
  'assignment to an attribute': leftOf('attribute'),
  'a slice with a step': ['slice', (node, text) => source(node, text).split(':').length === 3],
  'deletion of an item': holds('delete_statement', 'subscript'),
  'a chain of comparisons': [
    'comparison_operator',
    (node) => node.children.filter((c) => c.role === 'operators').length > 1,
  ],
  'print to a file': holds('print_statement', 'chevron'),
  'print with a comma at its end': is('print_statement', /,$/),
  'print alone': is('expression_statement', /^print$/),
  'print with parentheses': is('call', /^print\(/),
  'an if on one line': ['if_statement', (node, text) => !source(node, text).includes('\n')],
  'an elif': is('elif_clause'),
  'a loop with else': holds('for_statement', 'else_clause'),
  'a while with else': holds('while_statement', 'else_clause'),
  'a try with else': holds('try_statement', 'else_clause'),
  'a try with finally': holds('try_statement', 'finally_clause'),
  'except E, e': is('except_clause', /^except [\w(), ]+, \w+:/),
  'except E as e': is('except_clause', /^except \w+ as \w+:/),
  'except of several': is('except_clause', /^except \(/),
  'except of all': is('except_clause', /^except:/),
  'raise E, text': is('raise_statement', /^raise \w+, /),
  'raise E(text)': is('raise_statement', /^raise \w+\(.+\)/),
  'raise again': is('raise_statement', /^raise$/),
  'default values': is('default_parameter'),
  '*args': is('list_splat_pattern'),
  '**args': is('dictionary_splat_pattern'),
  'a tuple as parameter': holds('parameters', 'tuple_pattern'),
  'a function in a function': [
    'function_definition',
    (node) => [...nodesOf(child(node, 'body')!)].some((n) => n.type === 'function_definition'),
  ],
  'a function that calls itself': [
    'function_definition',
    (node, text) => new RegExp(`\\b${source(child(node, 'name')!, text)}\\(`).test(source(child(node, 'body')!, text)),
  ],
  'a generator': ['function_definition', (node) => [...nodesOf(node)].some((n) => n.type === 'yield')],
  'a decorated function': is('decorated_definition'),
  'a class with a base': ['class_definition', (node) => child(node, 'superclasses') !== undefined],
  'a class without a base': ['class_definition', (node) => child(node, 'superclasses') === undefined],
  'a comprehension with a condition': holds('list_comprehension', 'if_clause'),
  'a comprehension of two loops': [
    'list_comprehension',
    (node) => parts(node).filter((part) => part.type === 'for_in_clause').length > 1,
  ],
  'an assertion with a message': ['assert_statement', (node) => parts(node).length === 2],
  'an import under another name': is('aliased_import'),
  'an import of all': is('wildcard_import'),
  'a global name': is('global_statement'),
};

const BY_TYPE = new Map<string, [name: string, test: Form[1]][]>();
for (const [name, [type, test]] of Object.entries(SYNTAX))
  BY_TYPE.set(type, [...(BY_TYPE.get(type) ?? []), [name, test]]);

/** The names of the forms that a node has. */
export function formsOf(node: PyNode, text: string): string[] {
  return (BY_TYPE.get(node.type) ?? []).filter(([, test]) => test(node, text)).map(([name]) => name);
}
