import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inputOf, readCases } from '../conformance/cases';
import { SUBJECTS } from '../conformance/subjects';

for (const { subject } of SUBJECTS) {
  test(`${subject.name}: every named case is read as the real library read it when it was recorded`, () => {
    const cases = readCases(process.cwd(), subject);
    assert.ok(cases.length >= 25, `only ${cases.length} named cases`);
    for (const named of cases) {
      const difference = subject.difference(inputOf(named), JSON.stringify(named.answer));
      assert.equal(difference, undefined, `${named.about}: ${JSON.stringify(named.input)}`);
    }
  });
}
