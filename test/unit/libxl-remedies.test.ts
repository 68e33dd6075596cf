import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remedyFor } from '../../server/src/rules/libxl-remedies';
import { readDefaultsCases } from './defaults-cases';

/** What the callers in libxl print after the reason. */
const AFTER = /^(?:Unable to set|cannot make domain|fail to get domain config|cannot \(re-\)build domain)/;

test('what libxl says in the cases has a remedy', () => {
  const lines = readDefaultsCases('test/fixtures/defaults')
    .flatMap(({ messages }) => messages)
    .filter((text) => !text.startsWith('libxl: info: ') && text !== '')
    .map((text) =>
      text
        .trim()
        .split('\n')[0]!
        .replace(/^libxl: \w+: /, ''),
    )
    .filter((line) => !AFTER.test(line));
  assert.ok(lines.length > 10);
  for (const line of lines) assert.ok(remedyFor(line), line);
  assert.equal(remedyFor('something else'), undefined);
});
