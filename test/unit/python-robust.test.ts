import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { evaluate, type Python, rewrite } from '../../server/src/python';
import { applyEdits } from '../../server/src/syntax/span';
import { growth } from './growth';
import { pythonForTests } from './python-for-tests';

let parser: Python;
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
  const run = (lines: number) => {
    const text = Array.from({ length: lines }, (_, i) => `N${i} = 'a%d' % ${i}\nx${i} = N${i}`).join('\n');
    return rewrite(evaluate(parser.parse(text)), 422);
  };
  assert.ok(growth(run, 500, 8) < 8 * 4, 'per line, eight times the lines cost about the same');
});
