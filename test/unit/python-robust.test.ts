import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { evaluate, type PythonParser, rewrite } from '../../server/src/python';
import { applyEdits } from '../../server/src/syntax/span';
import { pythonForTests } from './python-for-tests';

let parser: PythonParser;
before(async () => {
  parser = await pythonForTests();
});

/** Evaluates and rewrites a text; fails when a span leaves the text or two edits overlap. */
function exercise(text: string): void {
  const evaluation = evaluate(parser.parse(text));
  for (const { span } of evaluation.statements)
    assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
  for (const release of [401, 422]) {
    const fixes = rewrite(evaluation, release);
    for (const { span } of fixes) assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
    applyEdits(
      text,
      fixes.flatMap((fix) => fix.edits ?? []),
    );
  }
}

const PROGRAM = `"""Doc."""
import os, re; from string import *
def f(a, (b, c)=(1, 2), *d):
    return a % b  # why
if re.search('6(4)', os.uname()[4]) and not 0 or f(3):
    # comment
    arch = 'lib%d' % 64; x = y = [1, # one
      "two" 'three', u'four', 0x1F, -5L, {'a': (1,)}]
elif x <> 3: pass
else:
\tx[0:1], y = [e for e in range(9) if e > 3], lambda q: q
for i, (j, k) in enumerate(zip('ab', x)):
    while True:
        try: disk.append("%s-%(n)s" % i)
        except (IndexError, e), err: raise ValueError, 'no'
        finally: break
else: print >>sys.stderr, \`x\`,
exec 'a = 1' in {}
class C(object): z = '''multi
line'''
name = 'é😀' \\
  + str(1.5e3)[-1:] ; del x, y[0]
`;

test('every prefix and every suffix of a program is read without a throw', () => {
  for (let at = 0; at <= PROGRAM.length; at++) {
    exercise(PROGRAM.slice(0, at));
    exercise(PROGRAM.slice(at));
  }
});

/** Numbers from 0 to 1, the same each time. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

test('words in any order, and any characters, are read without a throw', () => {
  const words = PROGRAM.split(/(?<=[^\w])|(?=[^\w])/).concat(['\0', '\r', '\ufeff', '\ud800', '\udc80', '\t', '\f']);
  const next = random(7);
  for (let i = 0; i < 1500; i++) {
    const size = 1 + Math.floor(next() * 30);
    exercise(
      Array.from({ length: size }, () => words[Math.floor(next() * words.length)]).join(next() < 0.5 ? '' : ' '),
    );
    exercise(Array.from({ length: size }, () => String.fromCharCode(Math.floor(next() * 0x180))).join(''));
  }
});

const HOSTILE: Record<string, string> = {
  'an endless loop': 'while 1: x = 1\n',
  'a number without end': 'x = 9 ** 9 ** 9 ** 9\ny = 1 << 10 ** 9\n',
  'a text of more digits than are reckoned with': "x = long('9' * 900000)\n",
  'a text without end': 'x = "a" * 10 ** 9\nfor i in range(99): s = s + s if i else "s"\n',
  'a list without end': 'x = range(10 ** 9)\nl = [1]\nfor i in range(99): l = [l, l]\ny = repr(l)\n',
  'a list in itself': 'x = []\nx.append(x)\ny = repr(x)\nz = x == x\nfor i in x: x.append(i)\n',
  'a pattern of exponential cost': `import re\nx = re.search('(a+)+b', '${'a'.repeat(60)}')\ny = re.search('a*a*a*a*b', '${'a'.repeat(999)}')\n`,
  'deep parentheses': `x = ${'('.repeat(9999)}1${')'.repeat(9999)}\n`,
  'deep lists': `x = ${'['.repeat(9999)}\n`,
  'deep blocks': `${Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}if 1:`).join('\n')}\n${' '.repeat(300)}x = 1\n`,
  'long chains': `x = ${'a.b()'.repeat(4000)}\ny = ${'"a" + '.repeat(5000)}"b"\nz = ${'-'.repeat(9999)}1\n${'a = '.repeat(5000)}1\n`,
  'wide formats': 'x = "%99999999d" % 1\ny = "%.99999f" % 1.5\nz = "{0:99999999}".format(1)\n',
};
for (const [name, text] of Object.entries(HOSTILE)) {
  test(`bounded: ${name}`, () => {
    const start = performance.now();
    exercise(text);
    assert.ok(performance.now() - start < 5000, 'it takes a bounded time');
    const { statements } = evaluate(parser.parse(`${text}after = 1 + 1\n`));
    assert.ok(statements.some((s) => s.undecided || s.settings.length > 0));
  });
}

test('a text of twenty thousand digits is a number still, one of more is not known', () => {
  const { variables } = evaluate(parser.parse("a = long('9' * 20000) % 10\nb = long('9' * 20001) % 10\n"));
  assert.deepEqual([variables.get('a')?.value.kind, variables.get('b')?.value.kind], ['long', 'unknown']);
});

test('what was evaluated before the bounds stays, and what comes after has its share', () => {
  const { variables } = evaluate(parser.parse('a = 1 + 1\nwhile 1: b = 1\nc = 2 + 2\n'));
  assert.deepEqual(
    [...variables].map(([name, { value }]) => [name, value.kind]),
    [
      ['a', 'int'],
      ['b', 'unknown'],
      ['c', 'int'],
    ],
  );
});

test('the cost per line is flat', () => {
  const time = (lines: number) => {
    const text = Array.from({ length: lines }, (_, i) => `N${i} = 'a%d' % ${i}\nx${i} = N${i}`).join('\n');
    const start = performance.now();
    rewrite(evaluate(parser.parse(text)), 422);
    return (performance.now() - start) / lines;
  };
  time(1000);
  assert.ok(time(8000) < 4 * time(1000), 'per line, eight times the lines cost about the same');
});
