import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { evaluate, type Python, rewrite } from '../../server/src/python';
import { applyEdits } from '../../server/src/syntax/span';
import { pythonForTests } from './python-for-tests';
import { show } from './python-show';

let parser: Python;
before(async () => {
  parser = await pythonForTests();
});

function values(text: string): Record<string, unknown> {
  const { variables } = evaluate(parser.parse(text));
  return Object.fromEntries([...variables].map(([name, { value }]) => [name, show(value)]));
}

function rewritten(text: string): string {
  const fixes = rewrite(evaluate(parser.parse(text)), 417, {
    isKey: (name) => /^(name|memory|vcpus|disk)$/.test(name),
  });
  return applyEdits(
    text,
    fixes.flatMap(({ edits }) => edits ?? []),
  );
}

test('texts that run as programs become the settings that they make', () => {
  assert.equal(
    rewritten('k = "memory"\nexec "%s = %d" % (k, 256)\nvcpus = eval("1 + 1")\ndisk = [eval("`k`")]\n'),
    'memory = 256\nvcpus = 2\ndisk = ["\'memory\'"]\n',
  );
});

test('what such a text cannot know is told where it runs', () => {
  const text =
    'import os\nvcpus = 1\nname = eval("os.environ[\'HOME\']")\nexec "memory = os.getpid()"\nbuilder = "hvm"\n';
  const { statements, variables, error } = evaluate(parser.parse(text));
  assert.equal(error, undefined);
  for (const { undecided, span } of statements) {
    if (undecided) assert.ok(span.start <= undecided.cause.start && undecided.cause.end <= span.end, undecided.reason);
  }
  assert.deepEqual(
    ['name', 'memory', 'builder'].map((name) => show(variables.get(name)!.value)),
    ['?', '?', 'hvm'],
  );
  for (const { value } of variables.values())
    if (value.kind === 'unknown') assert.ok(value.cause.end <= text.length, value.reason);
});

test('a text that is no program stops Python where it runs', () => {
  const text = 'vcpus = 1\nexec "a = = 1"\nmemory = 2\n';
  const { error } = evaluate(parser.parse(text));
  assert.deepEqual(error?.type, 'SyntaxError');
  assert.equal(text.slice(error!.span.start, error!.span.end), 'exec "a = = 1"');
});

test('forms that mean something else in their own text are not evaluated', () => {
  for (const form of [
    'exec "a = 1" in {}',
    'def f():\n    exec "a = 1"\nf()',
    'exec "global a\\na = 1"',
    'exec "from __future__ import division\\na = 1"',
    'a = eval("1", {})',
    'def f(b): return eval("[c for c in b]")\na = f("x")',
    'exec u"a = \'\u00e4\'"',
  ])
    assert.equal(values(`a = 0\n${form}\nc = 1\n`).a, form.startsWith('def f():') ? 0 : '?', form);
});

test('texts that run each other come to an end', () => {
  for (const text of [
    's = "exec s"\nexec s\nk = 1\n',
    's = "eval(s)"\nk = eval(s)\nk = 1\n',
    'for i in range(100000): exec "a%d = %d" % (i, i)\nk = 1\n',
    'exec "x = 1\\n" * 90000\nk = 1\n',
  ])
    assert.equal(values(text).k, 1, text);
});

test('backquotes that tree-sitter cannot read', () => {
  assert.deepEqual(values('a = 5\nb = `[a, `a`]`\nc = ``a``\n# `\nd = "`"\n'), {
    a: 5,
    b: "[5, '5']",
    c: "'5'",
    d: '`',
  });
  for (const text of ['b = ``\n', 'b = `1,`\n', 'b = `a\n', 'b = `[1`]\n', 'b = `1\n+ 2`\n'])
    assert.equal(evaluate(parser.parse(`a = 1\n${text}`)).error?.type, 'SyntaxError', text);
  const hostile = `a = 1\nb = \`"""${'\\"""'.repeat(20_000)}\n`;
  assert.equal(evaluate(parser.parse(hostile)).error?.type, 'SyntaxError');
});

test('a variable of a loop inside of a block overwrites what the block has set before', () => {
  assert.equal(
    rewritten('if 1:\n    x = y = "a"\n    for x in 1, 2: pass\nmemory = x\nname = y\n').includes('memory = 2'),
    true,
  );
});
