import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type EvaluateOptions, evaluate, type Python } from '../../server/src/python';
import { pythonForTests } from './python-for-tests';
import { show } from './python-show';

let parser: Python;
before(async () => {
  parser = await pythonForTests();
});

function run(text: string, options: EvaluateOptions = {}) {
  return evaluate(parser.parse(text), options);
}

test('statements run in order, with every kind of assignment', () => {
  const { variables, error } = run(`a = b = 1
c, (d, e) = 2, [3, 4]
a += 5
l = ['x']
m = l
m.append('y'); m += ['z']
l[0] = 'w'
del m[1]
for i in range(10):
    if i == 3: continue
    if i > 4: break
    n = i
else:
    n = 'never'
while a > 2:
    a -= 1
try:
    k = {}['no']
except (IndexError, KeyError), err:
    k = 'caught'
print "no harm", l
del b
`);
  assert.equal(error, undefined);
  const shown = Object.fromEntries([...variables].map(([name, { value }]) => [name, show(value)]));
  assert.deepEqual(shown, {
    a: 2,
    c: 2,
    d: 3,
    e: 4,
    l: ['w', 'z'],
    m: ['w', 'z'],
    i: 5,
    n: 4,
    k: 'caught',
    err: 'instance',
  });
});

test('what the machine alone knows stays unknown, with the reason and the place', () => {
  const text =
    "import socket\nhost = socket.gethostname()\nname = 'vm-' + host\nmemory = 512\nif host == 'a':\n  memory = 1\n";
  const { statements, variables } = run(text);
  assert.deepEqual(
    statements.map((s) => s.undecided?.reason),
    [
      undefined,
      ...Array(2).fill('it depends on the host name of the machine where xm ran'),
      undefined,
      'it depends on the host name of the machine where xm ran',
    ],
  );
  const { cause } = statements[2]!.undecided!;
  assert.equal(text.slice(cause.start, cause.end), 'socket.gethostname');
  assert.equal(show(variables.get('memory')!.value), '?');
});

test('an unknown poisons what depends on it and nothing else', () => {
  const { variables } = run(`import os
disk = ['a']
both = disk
vif = ['b']
if os.path.exists('/x'):
    both.append('c')
    vcpus = 2
name = 'n'
count = len(vif)
mixed = ['known', os.environ['X']]
size = len(mixed)
first = mixed[0]
`);
  const shown = Object.fromEntries([...variables].map(([name, { value }]) => [name, show(value)]));
  assert.deepEqual(shown, {
    os: 'module',
    disk: '?',
    both: '?',
    vif: ['b'],
    vcpus: '?',
    name: 'n',
    count: 1,
    mixed: ['known', '?'],
    size: 2,
    first: 'known',
  });
});

test('os.uname() is taken for that of x86_64 Linux, and the result says so', () => {
  const { variables, assumptions } = run('import os\narch = os.uname()[4]\nhost = os.uname()[1]\n');
  assert.equal(show(variables.get('arch')!.value), 'x86_64');
  assert.equal(show(variables.get('host')!.value), '?');
  assert.deepEqual(
    assumptions.map((a) => a.text),
    ['os.uname() is that of an x86_64 Linux host'],
  );
});

test('presets are strings, and names that nothing sets are parameters', () => {
  const text = "name = 'vm' + vmid\nmemory = 1\n";
  const missing = run(text);
  assert.deepEqual([...missing.parameters.keys()], ['vmid']);
  assert.deepEqual(missing.error, {
    type: 'NameError',
    message: "name 'vmid' is not defined",
    span: { start: 14, end: 18 },
  });
  assert.equal(show(missing.variables.get('memory')!.value), 1);
  const given = run(text, { presets: new Map([['vmid', '3']]) });
  assert.equal(show(given.variables.get('name')!.value), 'vm3');
  assert.deepEqual([...run("xm_vars.var('n', use='x', check=None)\n").parameters.keys()], ['n']);
});

test('xm took str, list, int and float, and nothing else', () => {
  const { variables } = run("a='s'\nb=[]\nc=1\nd=1.5\ne=True\nf=None\ng=1L\nh=(1,)\ni={}\nj=u'x'\nk=len\n");
  const taken = [...variables].filter(([, v]) => v.taken).map(([name]) => name);
  assert.deepEqual(taken, ['a', 'b', 'c', 'd']);
  assert.deepEqual([...variables.values()].map((v) => v.type).slice(4), [
    'bool',
    'NoneType',
    'long',
    'tuple',
    'dict',
    'unicode',
    'builtin_function_or_method',
  ]);
});

test('statements that Python 2 cannot read are never evaluated', () => {
  const broken = [
    '  x = 1',
    "x = f'{a}'",
    'x = 08',
    'x = (1',
    'if x\n  y = 1',
    'x: int = 3',
    'return 1',
    'if 1:\nx = 1',
  ];
  for (const text of broken) {
    const { statements, error, variables } = run(`${text}\n`);
    assert.ok(
      statements.some((s) => s.undecided),
      text,
    );
    assert.ok(text === 'x = 08' || text.includes("f'") || error?.type === 'SyntaxError', text);
    assert.notEqual(show(variables.get('x')?.value ?? { kind: 'unknown', reason: '', cause: { start: 0, end: 0 } }), 8);
  }
  const { variables } = run('x = 1\ny = = 2\nz = 3\n');
  assert.deepEqual(
    [...variables].map(([n, v]) => [n, show(v.value)]),
    [
      ['x', 1],
      ['y', '?'],
      ['z', 3],
    ],
  );
});

test('plain settings are those that xl reads as Python does', () => {
  const plain = ["a = 'x'", 'a=1', 'a = 0x1f', 'a = 010', "a = [ 'x', # c\n 1, ['y'] ]", 'a = "q\\"\\n"'];
  const others = [
    'A = 1',
    'a = -1',
    'a = 0x1F',
    'a = 1L',
    "a = u'x'",
    "a = r'x'",
    "a = 'x' 'y'",
    "a = '''x'''",
    'a = (1)',
    'a = \\\n 1',
    "a = '\\x41'",
    'a = 1.5',
    'a = True',
    'a = b = 1',
    "a = ['x' +\n 'y']",
    'a += 1',
  ];
  for (const text of plain) assert.equal(run(`${text}\n`).statements[0]!.plain, true, text);
  for (const text of others) assert.equal(run(`a = 0; b = 0\n${text}\n`).statements[2]!.plain, false, text);
});

test('an import that may fail decides nothing, in a try and outside of it; one of Python itself does not fail', () => {
  const guarded = (line: string) =>
    `memory = 1\ntry:\n    ${line}\n    memory = 3\nexcept ImportError:\n    memory = 4\n`;
  const doubtful = ['import nosuch', 'import os, nosuch', 'from nosuch import a', 'from os import nosuch'];
  for (const line of [...doubtful, 'import os.nosuch']) {
    const { statements, variables } = run(guarded(line));
    assert.match(statements[1]?.undecided?.reason ?? '', /nosuch/, line);
    assert.equal(show(variables.get('memory')!.value), '?', line);
  }
  for (const line of ['import json', 'import xml.dom.minidom', 'from os import uname', 'import os.path as p']) {
    const { statements, variables } = run(guarded(line));
    assert.equal(statements[1]?.undecided, undefined, line);
    assert.equal(show(variables.get('memory')!.value), 3, line);
  }
  assert.match(run('import nosuch\nmemory = 1\n').statements[0]?.undecided?.reason ?? '', /no module nosuch/);
  const inside = 'def f():\n    from os import nosuch\n    return 2\n';
  const { statements } = run(`${inside}try:\n    memory = f()\nexcept ImportError:\n    memory = 4\n`);
  assert.match(statements[1]?.undecided?.reason ?? '', /nosuch/);
});
