import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RELEASES, releaseName } from '../../server/src/syntax/release';
import { completionIn, readDefaultsCases } from './defaults-cases';
import { fieldAt } from './release-cases';

const cases = readDefaultsCases('test/fixtures/defaults');

for (const one of cases) {
  test(`libxl ${releaseName(one.release)}: ${one.about}`, () => {
    const outcome = completionIn(one, one.release);
    assert.deepEqual(outcome.messages, one.messages);
    assert.equal(outcome.domain !== undefined, one.fields !== undefined);
    for (const [place, value] of Object.entries(one.fields ?? {})) {
      assert.deepEqual(fieldAt(outcome.domain, place), value, place);
    }
  });
}

test('each case comes out otherwise on the other side of its border', () => {
  for (const one of cases) {
    const [last, first] = one.border;
    assert.equal(one.about.startsWith('before: '), one.release <= last, one.about);
    assert.ok(one.release === last || one.release === first, one.about);
    assert.notDeepEqual(completionIn(one, last), completionIn(one, first), `${one.about}: ${one.text}`);
  }
});

test('a small guest of each release is completed', () => {
  for (const release of RELEASES) {
    const { messages, domain } = completionIn({ text: 'name="g"\nkernel="/k"\nmemory=64\nvif=[""]\n' }, release);
    assert.deepEqual(messages, [], releaseName(release));
    assert.equal(fieldAt(domain, 'b_info/max_memkb'), 65536);
  }
});
