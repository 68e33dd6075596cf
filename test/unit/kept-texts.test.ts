import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KeptTexts } from '../../server/src/cli/kept-texts';

test('each text comes back, short or longer than a block, in any order', () => {
  const texts = ['', 'ä€😀', 'x'.repeat(3_000_000), ...Array.from({ length: 400 }, (_, i) => `${i} ü `.repeat(i * 20))];
  const kept = new KeptTexts();
  const numbers = texts.map((text) => kept.add(text));
  for (const i of texts.keys()) assert.equal(kept.get(numbers[texts.length - 1 - i]!), texts[texts.length - 1 - i]);
});
