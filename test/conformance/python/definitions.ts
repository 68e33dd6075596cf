import type { Block } from './blocks';
import type { Type } from './expressions';
import type { Program } from './program';
import type { Scope } from './writer';

const GIVES: readonly Exclude<Type, 'any'>[] = ['str', 'int', 'strs', 'tuple', 'bool', 'dict'];
const TAKES: readonly Exclude<Type, 'any'>[] = ['str', 'int', 'str', 'int', 'strs', 'float'];

const indent = (lines: readonly string[]) => lines.map((line) => `    ${line}`);

interface Header {
  readonly parameters: string;
  readonly names: Map<string, Type>;
  readonly takes: Type[];
}

function header(program: Program, scope: Scope): Header {
  const { random, writer } = program;
  const names = new Map<string, Type>();
  const takes: Type[] = [];
  const texts: string[] = [];
  for (const name of ['p', 'q', 'r'].slice(0, random.few(0, 3))) {
    const type = random.pick(TAKES);
    names.set(name, type);
    const isOptional = texts.some((text) => text.includes('=')) || random.oneIn(3);
    texts.push(isOptional ? `${name}=${writer.expression(type, scope)}` : name);
    if (!isOptional || random.oneIn(2)) takes.push(type);
  }
  if (random.oneIn(12)) {
    texts.unshift('(t, u)');
    takes.unshift('pair');
    names.set('t', 'str').set('u', 'int');
  }
  if (random.oneIn(5)) {
    texts.push('*rest');
    names.set('rest', 'tuple');
    takes.push('str', 'int');
  }
  if (random.oneIn(6)) {
    texts.push('**more');
    names.set('more', 'dict');
  }
  return { parameters: texts.join(', '), names, takes: takes.slice(0, texts.length + 2) };
}

/** A function: of its own names alone, as xm ran it. Now and then it asks for the file's, which fails. */
const functionDefinition: Block = (program, scope, depth) => {
  const { random, writer } = program;
  const { parameters, names, takes } = header(program, scope);
  const gives = random.pick(GIVES);
  const name = `f${program.next()}`;
  const inner: Scope = { names, functions: [] };
  if (random.oneIn(20)) for (const [outer, type] of scope.names) inner.names.set(outer, type);
  const lines = random.oneIn(5) ? ['"""Doc."""'] : [];
  if (random.oneIn(8)) lines.push(`global ${program.name()}`);
  if (random.oneIn(6)) lines.push('import os, re, sys, string, math');
  lines.push(...program.statements(inner, depth + 1, random.few(0, 2)));
  if (random.oneIn(6)) lines.push(...functionDefinition(program, inner, depth + 2));
  if (random.oneIn(5))
    lines.push(`if ${writer.expression('bool', inner)}:`, `    return ${writer.expression(gives, inner)}`);
  lines.push(random.oneIn(10) ? 'return' : `return ${writer.expression(gives, inner)}`);
  scope.functions.push({ name, takes, gives });
  const decorator = random.oneIn(15) ? ['def deco(f): return f', '@deco'] : [];
  return [...decorator, `def ${name}(${parameters}):`, ...indent(lines)];
};

/** A function that calls itself, through a default: it does not see its own name. */
const recursion: Block = (program, scope) => {
  const name = `f${program.next()}`;
  scope.functions.push({ name, takes: ['int'], gives: 'int' });
  if (program.random.oneIn(3)) {
    return [`def ${name}(n):`, `    global ${name}`, '    return n'];
  }
  return [
    `def ${name}(n):`,
    `    def g(k): return k <= 0 and ${program.random.below(3)} or k + g(k - 1)`,
    `    return g(n % ${2 + program.random.below(9)})`,
  ];
};

const generator: Block = (program, scope) => {
  const { random, writer } = program;
  const name = `f${program.next()}`;
  const inner: Scope = {
    names: new Map([
      ['n', 'ints'],
      ['i', 'int'],
    ]),
    functions: [],
  };
  const target = program.name();
  scope.names.set(target, 'ints');
  const use = random.pick([
    `list(${name}(?))`,
    `[i for i in ${name}(?) if i]`,
    `sorted(${name}(?))`,
    `sum(${name}(?))`,
    `', '.join(map(str, ${name}(?)))`,
    `${name}(?).next()`,
    `dict(enumerate(${name}(?)))`,
  ]);
  return [
    `def ${name}(n):`,
    '    for i in n:',
    `        ${random.oneIn(3) ? `if i > ${random.below(4)}: return` : 'pass'}`,
    `        yield ${writer.expression('int', inner)}`,
    `    ${random.oneIn(2) ? 'yield 0' : 'pass'}`,
    `${target} = ${use.replace('?', writer.expression('ints', scope))}`,
  ];
};

const CLASS_LINES: readonly string[] = [
  "kind = '{'}'",
  'size = {#9}',
  '"""Doc."""',
  'pass',
  'def get(self): return self.name',
  "def full(self, more='{'}'):\n    return '%s%s' % (self.name, more)",
  'def __str__(self): return self.name',
  "def __repr__(self): return '<' + self.name + '>'",
  'def add(self, item):\n    self.items.append(item)\n    return self',
  'def __len__(self): return len(self.items)',
  'def __getitem__(self, i): return self.items[i]',
  'def __call__(self, a): return a',
  'def __add__(self, other): return self.name + str(other)',
  '@staticmethod\ndef twice(a): return a * 2',
  "@classmethod\ndef made(cls): return cls('{'}')",
  '@property\ndef upper(self): return self.name.upper()',
  'def __eq__(self, other): return True',
  'def __getattr__(self, name): return name',
  'def __iter__(self): return iter(self.items)',
];

const INSTANCE_USES: readonly string[] = [
  'o.name',
  'o.get()',
  'o.full()',
  "o.full('{'}')",
  'str(o)',
  "'%s' % o",
  "'%s %r' % (o, o)",
  '`o`',
  'o.kind',
  'o.size + 1',
  'o.items',
  'len(o)',
  'o[0]',
  'o({any})',
  'o + {str}',
  'o == {any}',
  'o.add({str}).items',
  'o.twice({int})',
  'o.made().name',
  'o.upper',
  'o.nothing',
  "getattr(o, 'name')",
  "getattr(o, 'nothing', {any})",
  "hasattr(o, 'kind')",
  'isinstance(o, O)',
  'O.kind',
  'o.__class__.__name__',
  'type(o).__name__',
  "o.__dict__['name']",
  'bool(o)',
  'list(o)',
  '[o.name, {str}]',
  'O.get(o)',
  "'{0.name}'.format(o)",
  "vars(o).get('name')",
  'o is o',
  'o != o',
];

const classDefinition: Block = (program, scope) => {
  const { random, writer } = program;
  const base = random.pick(['', '(object)', '()', '(dict)', '(Exception)', '(object)', '']);
  const alone: Scope = { names: new Map(), functions: [] };
  const lines = [
    `class O${base}:`,
    ...indent(["def __init__(self, name='{'}'):", '    self.name = name', '    self.items = []']),
  ].map((line) => writer.fill(line, alone));
  for (let more = random.few(0, 5); more > 0; more--)
    lines.push(...indent(writer.fill(random.pick(CLASS_LINES), alone).split('\n')));
  if (random.oneIn(4))
    lines.push('class P(O):', `    size = ${random.below(9)}`, '    def get(self): return O.get(self) * 2');
  const made = random.oneIn(4) ? 'O()' : `O(${writer.expression('str', scope)})`;
  lines.push(`o = ${made}`);
  for (let more = random.few(1, 4); more > 0; more--) {
    const target = program.name();
    lines.push(`${target} = ${writer.fill(random.pick(INSTANCE_USES), scope)}`);
    if (random.oneIn(5)) lines.push(`o.${random.pick(['name', 'other', 'kind'])} = ${writer.expression('str', scope)}`);
    scope.names.delete(target);
  }
  return lines;
};

const parameters: Block = (program) => {
  const { random } = program;
  const check = random
    .pick([
      'def check(var, val):\n    val = int(val)\n    return val',
      "def check(var, val):\n    try:\n        val = int(val)\n    except:\n        raise ValueError, 'no number'\n    if val <= 0: raise ValueError('not positive')\n    return val",
      'def check(var, val): return val',
      "def check(var, val):\n    return '%s!' % val",
    ])
    .split('\n');
  return [
    ...check,
    "xm_vars.var('vmid',",
    `    use='Virtual machine id.'${random.oneIn(4) ? '' : ', check=check'})`,
    random.oneIn(5) ? '' : 'xm_vars.check()',
    "name = 'vm%s' % vmid",
  ];
};

export const DEFINITIONS: readonly (readonly [weight: number, block: Block])[] = [
  [6, functionDefinition],
  [1, recursion],
  [1, generator],
  [2, classDefinition],
  [1, parameters],
];
