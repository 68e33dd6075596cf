import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { evaluate, type Python } from '../../server/src/python';
import { pythonForTests } from './python-for-tests';
import { show } from './python-show';

let parser: Python;
before(async () => {
  parser = await pythonForTests();
});

const shownOf = (text: string, name = 'a') => show(evaluate(parser.parse(text)).variables.get(name)!.value);
const isUnknown = (text: string) => evaluate(parser.parse(text)).variables.get('a')?.value.kind === 'unknown';

// What Python 2.7.18 says is recorded beside the named cases; here what has to be known, and what must not be.
test('a dictionary by texts and numbers is gone through in the order of Python 2.7', () => {
  assert.deepEqual(shownOf("a = {'memory': 1, 'vcpus': 2, 'name': 3}.keys()\n"), ['vcpus', 'name', 'memory']);
  assert.deepEqual(shownOf('a = list(set([8, 0, 16, 1]))\n'), [8, 0, 16, 1]);
});

test('what hashes by its place in memory has no known order, sorted or counted it is known all the same', () => {
  assert.ok(isUnknown('a = str({None: 1, 2: 2})\n'));
  assert.ok(isUnknown('a = {1.5: 1, 2: 2}.keys()\n'));
  assert.ok(isUnknown("a = {u'\\xe9': 1, 'b': 2}.keys()\n"));
  assert.deepEqual(shownOf('a = sorted({1.5: 1, 1: 2})\n'), [1, 1.5]);
});

test('a set in braces has an order where every release of Python 2.7 gives it the same', () => {
  assert.deepEqual(shownOf('a = list({3, 1, 2})\n'), [1, 2, 3]);
  assert.ok(isUnknown('a = list({8, 0})\n'));
});

test('a loop that puts other keys in place of those it goes through is not followed', () => {
  const text = "d = {'a': 1}\na = 0\nfor k in d:\n    d.pop(k)\n    d['x%d' % a] = 1\n    a = a + 1\n";
  assert.ok(isUnknown(text));
});

test('a character by its name is unknown, not wrong', () => {
  assert.ok(isUnknown("a = u'\\N{BULLET}'\n"));
  assert.equal(evaluate(parser.parse("a = u'\\N{BULLET}'\nb = 1\n")).error, undefined);
});
