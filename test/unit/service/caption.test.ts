import assert from 'node:assert/strict';
import { test } from 'node:test';
import { captionsIn, inEnglish } from '../../../server/src/service/index';

test('a caption has its words where the text of the language wants them', () => {
  const german = captionsIn({ 'Ignore {0} here': '{0} hier übergehen', '{0}: {1}': '{1} ({0})' });
  assert.equal(german('Ignore {0} here', 'no-effect'), 'no-effect hier übergehen');
  assert.equal(german('{0}: {1}', 'a', 'b'), 'b (a)');
  assert.equal(inEnglish('{0}: {1}', '{1}', 7), '{1}: 7', 'words are not looked through for places');
});

test('a text without a translation stays English', () => {
  const german = captionsIn({ 'read by xl': 'von xl gelesen' });
  assert.equal(german('{0} entries', 3), '3 entries');
  assert.equal(german('constructor'), 'constructor');
  assert.equal(german('{0} and {1}', 'one'), 'one and {1}');
});
