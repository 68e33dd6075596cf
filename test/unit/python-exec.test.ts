import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { evaluate, type Python, rewrite } from '../../server/src/python';
import { nodesOf } from '../../server/src/python/tree';
import { pythonForTests } from './python-for-tests';
import { show } from './python-show';

let parser: Python;
before(async () => {
  parser = await pythonForTests();
});

const FORMS = [
  'exec "%s = %r" % (k, v)',
  'exec "a = " + str(1)',
  "exec ('a=%d' % 1) in {}",
  'exec code % 1 in {}, {}',
  "exec 'a = %d' % 1; b = 2",
];

test('exec takes any expression', () => {
  for (const form of FORMS) {
    const text = `k = 'memory'\nv = 7\ncode = 'a = %d'\nif 1:\n    ${form}\nconfig = """\nx\n"""\n`;
    const { root } = parser.parse(text);
    assert.equal(root.broken, false, form);
    const found = [...nodesOf(root)].filter(({ type }) => type === 'exec_statement');
    assert.deepEqual(
      found.map((node) => text.slice(node.start, node.end)),
      [form.split(';')[0]],
    );
  }
});

test('what an exec may have set is unknown, and what stands before it stays', () => {
  const text = 'k = \'memory\'\nconfig = """\na\n"""\nexec "%s = %r" % (k, 1) in globals()\ndisk = []\n';
  const evaluation = evaluate(parser.parse(text));
  assert.equal(evaluation.error, undefined);
  assert.deepEqual(
    ['k', 'config'].map((name) => evaluation.variables.get(name)!.value.kind),
    ['unknown', 'unknown'],
  );
  assert.deepEqual(show(evaluation.variables.get('disk')!.value), []);
  const fixes = rewrite(evaluation, 417, { isKey: () => true });
  const touched = fixes.filter((fix) => fix.edits?.some(({ newText }) => /#|=/.test(newText)));
  assert.deepEqual(touched, []);
  assert.match(fixes.find((fix) => !fix.edits)?.reason ?? '', /exec/);
});

test('exec beside a print of more than its parentheses', () => {
  const text = 'print (a).b, 1\nexec ("k = %d" % 3)\nm = 1\n';
  const found = [...nodesOf(parser.parse(text).root)].filter(({ type }) => /^(exec|print)_statement$/.test(type));
  assert.deepEqual(
    found.map((node) => text.slice(node.start, node.end)),
    text.split('\n').slice(0, 2),
  );
});

test('text that only looks like exec is read as before', () => {
  const text = 'a = """\nexec "x" % y\n"""\nb = 1 +* 2\n';
  const { root } = parser.parse(text);
  assert.ok(![...nodesOf(root)].some(({ type }) => type === 'exec_statement'));
  assert.equal(
    show(evaluate(parser.parse('a = """\nexec "x" % y\n"""\n')).variables.get('a')!.value),
    '\nexec "x" % y\n',
  );
});
