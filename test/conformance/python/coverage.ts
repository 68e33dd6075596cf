import { readFileSync } from 'node:fs';
import {
  DICT_METHODS,
  type Evaluation,
  EXCEPTION_NAMES,
  evaluatedBuiltins,
  evaluatedMembers,
  HOST_MEMBERS,
  LIST_METHODS,
  MATCH_METHODS,
  type Outcome,
  otherBuiltins,
  PATTERN_METHODS,
  SET_METHODS,
  STRING_METHODS,
} from '../../../server/src/python';
import { nodesOf, type PyNode } from '../../../server/src/python/tree';
import { formsOf, SYNTAX } from './syntax-forms';

/** How often each thing occurred: `met` in statements that Python ran, and where it is evaluated, in `known` ones. */
export type Counts = Record<string, number>;

/** Node types of tree-sitter-python that stand for nothing of Python 2, are names of groups of types, or are never named. */
const OTHER_TYPES = new Set(
  (
    '_compound_statement _simple_statement await case_clause case_pattern class_pattern complex_pattern constrained_type ' +
    'dict_pattern escape_interpolation expression format_expression format_specifier generic_type interpolation ' +
    'keyword_pattern keyword_separator match_statement member_type named_expression nonlocal_statement parameter ' +
    'parenthesized_list_splat pattern positional_separator primary_expression splat_pattern splat_type type ' +
    'type_alias_statement type_conversion type_parameter typed_default_parameter typed_parameter union_pattern union_type ' +
    // a relative import fails in a file that is no module, an ellipsis stands in slices of foreign types alone
    'import_prefix relative_import ellipsis'
  ).split(' '),
);
/** Types of nodes that are met, and said to be unknown. */
const UNEVALUATED = new Set(['with_clause', 'with_item', 'with_statement']);
const BINARY = '+ - * / // % ** & | ^ << >>'.split(' ');
const OPERATORS = [
  ...BINARY.map((operator) => `binary ${operator}`),
  ...BINARY.map((operator) => `augmented ${operator}=`),
  ...['-', '+', '~'].map((operator) => `unary ${operator}`),
  ...['and', 'or'].map((operator) => `boolean ${operator}`),
  ...'< > <= >= == != <> in'.split(' ').map((operator) => `comparison ${operator}`),
  ...['not in', 'is', 'is not'].map((operator) => `comparison ${operator}`),
];

/** Built-ins that are there to be compared with: calling them gives nothing that is evaluated. */
const TYPES_ALONE = new Set(['object', 'basestring']);

/** Everything that has to occur, in groups. */
export function wanted(): { group: string; names: string[] }[] {
  const types = JSON.parse(readFileSync('node_modules/tree-sitter-python/src/node-types.json', 'utf8')) as {
    type: string;
    named: boolean;
  }[];
  const named = types.filter(({ type, named }) => named && !OTHER_TYPES.has(type)).map(({ type }) => type);
  const methods = (kind: string, names: ReadonlySet<string>) => [...names].map((name) => `use ${kind}.${name}`);
  return [
    { group: 'node types', names: named.map((type) => `${UNEVALUATED.has(type) ? 'met' : 'node'} ${type}`) },
    { group: 'forms of the language', names: Object.keys(SYNTAX).map((name) => `form ${name}`) },
    { group: 'operators', names: OPERATORS.map((name) => `operator ${name}`) },
    {
      group: 'methods',
      names: [
        ...methods('str', STRING_METHODS),
        ...methods('list', LIST_METHODS),
        ...methods('dict', DICT_METHODS),
        ...methods('set', SET_METHODS),
        ...methods('match', MATCH_METHODS),
        ...methods('pattern', PATTERN_METHODS),
      ],
    },
    {
      group: 'built-ins',
      names: evaluatedBuiltins().map((name) => `${TYPES_ALONE.has(name) ? 'name' : 'use'} ${name}`),
    },
    { group: 'exceptions', names: EXCEPTION_NAMES.map((name) => `name ${name}`) },
    { group: 'built-ins that are not evaluated', names: otherBuiltins().map((name) => `name ${name}`) },
    {
      group: 'members of modules',
      names: evaluatedMembers().flatMap(({ module, names }) => names.map((name) => `use ${module}.${name}`)),
    },
    { group: 'members that hang on the machine', names: HOST_MEMBERS.map((name) => `member ${name}`) },
  ];
}

/** Adds what occurs in a program: of its syntax in statements whose effect is known and that ran, of names anywhere. */
export function count(counts: Counts, text: string, evaluation: Evaluation, used: readonly string[]): void {
  const add = (name: string) => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  for (const name of used) add(`use ${name}`);
  const end = evaluation.error?.span.start ?? text.length;
  for (const statement of evaluation.statements) {
    const ran = isKnown(statement) && statement.span.start < end;
    for (const node of nodesOf(statement.node)) {
      if (UNEVALUATED.has(node.type)) add(`met ${node.type}`);
      if (node.type === 'identifier') add(`name ${text.slice(node.start, node.end)}`);
      if (node.type === 'attribute') add(`member ${text.slice(node.start, node.end)}`);
      if (ran) countSyntax(add, text, node);
    }
  }
  add('node module');
  for (const node of evaluation.tree.root.children) if (node.type === 'comment') add('node comment');
}

function isKnown({ undecided, taken }: Outcome): boolean {
  return undecided === undefined && (taken?.body.every(isKnown) ?? true);
}

const OPERATIONS: Readonly<Record<string, readonly [role: string, kind: string]>> = {
  binary_operator: ['operator', 'binary'],
  unary_operator: ['operator', 'unary'],
  boolean_operator: ['operator', 'boolean'],
  comparison_operator: ['operators', 'comparison'],
  augmented_assignment: ['operator', 'augmented'],
};

function countSyntax(add: (name: string) => void, text: string, node: PyNode): void {
  add(`node ${node.type}`);
  const operation = OPERATIONS[node.type];
  if (operation)
    for (const { role, start, end } of node.children)
      if (role === operation[0]) add(`operator ${operation[1]} ${text.slice(start, end)}`);
  for (const name of formsOf(node, text)) add(`form ${name}`);
}
