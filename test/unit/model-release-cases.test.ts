import assert from 'node:assert/strict';
import { test } from 'node:test';
import { releaseName } from '../../server/src/syntax/release';
import { fieldAt, outcomeIn, readReleaseCases } from './release-cases';

const cases = readReleaseCases('test/fixtures/releases');
const releases = [...new Set(cases.map(({ release }) => release))];

test('there are thirty cases for each release that has no real program here', () => {
  assert.deepEqual(releases.map(releaseName).sort(), ['4.1', '4.10', '4.13', '4.22', '4.4', '4.6', '4.7']);
  for (const wanted of releases) assert.ok(cases.filter(({ release }) => release === wanted).length >= 30);
});

for (const wanted of releases) {
  test(`${releaseName(wanted)} gives verdict, messages and fields`, () => {
    for (const { about, text, verdict, messages, fields } of cases.filter(({ release }) => release === wanted)) {
      const outcome = outcomeIn(text, wanted);
      assert.deepEqual([outcome.verdict, outcome.messages], [verdict, messages], about);
      const found = Object.fromEntries(Object.keys(fields).map((place) => [place, fieldAt(outcome.domain, place)]));
      assert.deepEqual(found, fields, about);
    }
  });
}

test('each case comes out otherwise on the other side of its border', () => {
  for (const { release, about, border, text } of cases) {
    const [last, first] = border;
    assert.equal(about.startsWith('before: '), release <= last, about);
    assert.ok(release <= last || release >= first, about);
    assert.notDeepEqual(outcomeIn(text, last), outcomeIn(text, first), `${about}: ${text}`);
  }
});
