import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { evaluate, type Python, rewrite } from '../../server/src/python';
import { growth } from './growth';
import { pythonForTests } from './python-for-tests';

let parser: Python;
before(async () => {
  parser = await pythonForTests();
});

/** Programs that would run for ever, or fill the memory, each with the number of statements that meet a bound. */
const HOSTILE: Record<string, readonly [stopped: number, text: string]> = {
  'an endless loop': [1, 'while 1: x = 1\n'],
  'a number without end': [2, 'x = 9 ** 9 ** 9 ** 9\ny = 1 << 10 ** 9\n'],
  'a text of more digits than are reckoned with': [1, "x = long('9' * 900000)\n"],
  'a text without end': [2, 'x = "a" * 10 ** 9\nfor i in range(99): s = s + s if i else "s" * 9\n'],
  'a list without end': [3, 'x = range(10 ** 9)\nl = [1]\nfor i in range(99): l = [l, l]\ny = repr(l)\n'],
  'a list in itself': [2, 'x = []\nx.append(x)\nfor i in x: x.append(i)\n'],
  'a text that replaces itself': [2, "x = 'a' * 100000\ny = x.replace('', x)\nz = x.replace('a', x)\n"],
  'a text that joins itself': [1, "x = 'a' * 100000\ny = x.join(x)\n"],
  'wide formats': [1, 'x = "%99999999d" % 1\ny = "%.99999999f" % 1.5\nz = "{0:99999999}".format(1)\n'],
  'an endless generator': [1, 'def f():\n    while 1: yield 1\nx = list(f())\n'],
  'an endless generator of which one item is taken': [1, 'def f():\n    while 1: yield 1\nx = f().next()\n'],
  'generators in generators': [1, 'x = sum(1 for a in range(9999) for b in range(9999))\n'],
  'a generator that calls itself': [1, 'def f(n):\n    global f\n    for i in f(n + 1): yield i\nx = list(f(0))\n'],
  'a pattern of exponential cost': [1, `import re\nx = re.search('(a+)+b', '${'a'.repeat(60)}')\n`],
  'a pattern of polynomial cost': [1, `import re\nx = re.search('a*a*a*a*b', '${'a'.repeat(999)}')\n`],
  'alternatives that are alike': [1, `import re\nx = re.match('(a|a|aa)*b', '${'a'.repeat(99)}')\n`],
  'repetitions with numbers': [1, `import re\nx = re.match('((a{1,99}){1,99}){1,99}b', '${'a'.repeat(99)}')\n`],
  'back references that fit everywhere': [
    1,
    `import re\nx = re.search('(.*)(.*)(.*)\\\\1\\\\2\\\\3x', '${'ab'.repeat(300)}')\n`,
  ],
  'a substitution that grows': [1, "import re\nx = 'a' * 100000\ny = re.sub('', x, x)\n"],
  'instances in instances': [1, 'class C:\n    def __init__(self, n): self.a = self.__class__(n + 1)\nx = C(0)\n'],
  'an attribute that asks for itself': [
    1,
    'class C:\n    def __getattr__(self, n): return getattr(self, n + "x")\nx = C().y\n',
  ],
  'an instance that is its own text': [1, 'class C:\n    def __str__(self): return str(self)\nx = str(C())\n'],
  'an instance without length': [1, 'class C:\n    def __len__(self): return len(self)\nx = len(C())\n'],
  'sums of itself': [1, 'class D(object):\n    def __add__(self, o): return self + o\nx = D() + 1\n'],
  'sets of sets': [1, 'x = set()\nfor i in range(99999): x = x | set(range(i))\n'],
  'a set that grows under its loop': [1, 'x = set([1])\nwhile 1: x.update([len(x), len(x) + 1])\n'],
  'powers of sets': [1, 'x = [frozenset()]\nfor i in range(60): x = x + [s | frozenset([i]) for s in x]\n'],
  'a set of long texts': [1, 'x = set("a" * 99999 + str(i) for i in range(99999))\n'],
};
for (const [name, [stopped, text]] of Object.entries(HOSTILE)) {
  test(`bounded: ${name}`, () => {
    const evaluation = evaluate(parser.parse(`${text}after = 1 + 1\n`));
    const found = evaluation.statements.filter(({ undecided }) => /too many steps/.test(undecided?.reason ?? ''));
    assert.equal(found.length, stopped);
    assert.equal(rewrite(evaluation, 422).filter(({ code }) => code === 'python-undecidable').length >= stopped, true);
    const after = evaluation.variables.get('after')?.value;
    assert.ok(after?.kind === 'int' && after.value === 2n, 'what comes after has its share');
  });
}

/** Programs that are deep or long and have an end. */
const GREAT: Record<string, (size: number) => string> = {
  'deep parentheses': (n) => `x = ${'('.repeat(n)}1${')'.repeat(n)}\n`,
  'unclosed brackets': (n) => `x = ${'['.repeat(n)}\n`,
  'long chains': (n) => `x = ${'a.b()'.repeat(n)}\ny = ${'"a" + '.repeat(n)}"b"\n${'a = '.repeat(n)}1\n`,
  'groups of a pattern': (n) => `import re\nx = re.match('${'(a'.repeat(n)}${')'.repeat(n)}', 'a')\n`,
  'a long pattern': (n) => `import re\nx = re.match('${'a?'.repeat(n)}', '${'a'.repeat(n)}')\n`,
  'items of a generator': (n) => `x = list(i for i in range(${n}))\n`,
  'items of a set': (n) => `x = set([${Array.from({ length: n }, (_, i) => i).join(', ')}])\ny = len(x)\n`,
  'members of a class': (n) => `class C:\n${'    a = 1\n'.repeat(n)}x = C().a\n`,
  'items appended in a loop': (n) => `x = ['a']\nfor i in range(${n}): x.append('b%d' % i)\n`,
  'items appended line by line': (n) => `disk = ['a']\n${'disk.append("b" + "c")\n'.repeat(n)}`,
  'texts appended line by line': (n) => `extra = 'a'\n${'extra = extra + " b" + "c"\n'.repeat(n)}`,
  classes: (n) => Array.from({ length: n }, (_, i) => `class C${i}: a = 1\nx${i} = C${i}().a\n`).join(''),
};
for (const [name, text] of Object.entries(GREAT)) {
  test(`the cost grows with the size: ${name}`, () => {
    const run = (size: number) => rewrite(evaluate(parser.parse(text(size))), 422);
    assert.ok(growth(run, 100, 8) < 8 * 4);
  });
}

test('a list with more items than a call takes arguments can be lost', () => {
  for (const made of ['["a"] * 99999', '("a",) * 99999', 'dict.fromkeys(range(99999))', 'set(range(99999))']) {
    const { statements, variables } = evaluate(parser.parse(`x = ${made}\ny = [x]\nexec "a"\n`));
    assert.equal(statements.length, 3);
    assert.equal(variables.get('y')?.value.kind, 'unknown');
  }
});

test('of a thousand items that are appended line by line every one is known', () => {
  const text = `disk = ['a']\n${'disk.append("b" + "c")\n'.repeat(1000)}`;
  const { statements } = evaluate(parser.parse(text));
  assert.ok(statements.every(({ undecided }) => !undecided));
});

test('steps are counted in generators, patterns, instances and sets: with fewer of them less is known', () => {
  for (const text of [
    'x = list(i for i in range(300))\n',
    `import re\nx = re.findall('a+?b?', '${'a'.repeat(300)}')\n`,
    'class C:\n    def m(self): return 1\nx = [C().m() for i in range(300)]\n',
    'x = len(set([i * 2 for i in range(300)]))\n',
  ]) {
    const kindWith = (maxSteps: number) => evaluate(parser.parse(text), { maxSteps }).variables.get('x')?.value.kind;
    assert.equal(kindWith(200), 'unknown', text);
    assert.notEqual(kindWith(200_000), 'unknown', text);
  }
});
