import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Python } from '../../server/src/python';
import { inputOf, type Judge, readCases } from '../conformance/cases';
import { pythonSubject } from '../conformance/subjects/python';
import { pythonForTests } from './python-for-tests';

let parser: Python;
let subject: Judge;
before(async () => {
  parser = await pythonForTests();
  subject = pythonSubject(parser);
});

test('every named program comes to what the real Python made of it when that was recorded', () => {
  const cases = readCases(process.cwd(), subject);
  assert.ok(cases.length >= 25, `only ${cases.length} named programs`);
  for (const named of cases)
    assert.equal(subject.difference(inputOf(named), JSON.stringify(named.answer)), undefined, named.about);
});

test('a value that differs is a difference', () => {
  const answer = { error: null, variables: { a: ['i', '2'] } };
  assert.match(subject.difference('a = 1 + 2\n', JSON.stringify(answer))!, /a is \["i","2"\] in Python, ours int 3/);
  assert.match(subject.difference('a = 1 / 0\n', JSON.stringify(answer))!, /ours says ZeroDivisionError/);
});
