import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonBytes } from '../../server/src/lsp/json-writer';
import { ascii, JsonWriter } from '../../server/src/lsp/json-writer';
import { LineIndex } from '../../server/src/syntax/lines';

/** What comes out of a writer that begins with room for one byte. */
function written(write: (json: JsonWriter) => void): unknown {
  const json = new JsonWriter(1);
  write(json);
  return json.answer<JsonBytes>().read();
}

test('strings of every kind are those of JSON', () => {
  const odd = [
    '',
    'a',
    '"',
    '\\',
    '\n',
    '\0',
    '\x7f',
    'é',
    '😀',
    '\ud800',
    '\udc00a',
    '\u2028',
    `${'x'.repeat(300)}ü`,
    'a"b\\c\td',
  ];
  for (const text of odd) {
    assert.equal(
      written((json) => json.string(text)),
      JSON.parse(JSON.stringify(text)),
    );
  }
});

test('whole numbers', () => {
  for (let power = 1; power < 2 ** 31; power *= 2) {
    for (const number of [power - 1, power, power + 1, 10 * power]) {
      if (number < 2 ** 31)
        assert.equal(
          written((json) => json.number(number)),
          number,
        );
    }
  }
});

test('ranges, and what is repeated', () => {
  const lines = new LineIndex('ab\r\ncd\rö\n');
  const range = { start: { line: 0, character: 1 }, end: { line: 2, character: 1 } };
  const twice = written((json) => {
    json.raw(ascii('['));
    const from = json.length;
    json.range(lines, { start: 1, end: 8 });
    const to = json.length;
    json.raw(ascii(',')).repeat(from, to).raw(ascii(']'));
  });
  assert.deepEqual(twice, [range, range]);
});
