import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromBytes, type RenderStyle, renderXlValue, toBytes, type Value } from '../../server/src/python';
import { readSettings } from '../../server/src/syntax/reading';

const str = (value: string): Value => ({ kind: 'str', value: toBytes(value) });
const int = (value: bigint): Value => ({ kind: 'int', value });

function rendered(value: Value, style: RenderStyle = {}, release = 422): string {
  const result = renderXlValue(value, release, style);
  return 'text' in result ? result.text : `! ${result.reason}`;
}

test('values come out as xl writes them', () => {
  assert.equal(rendered(int(5n)), '5');
  assert.equal(rendered(int(-5n), { quote: '"' }), '"-5"');
  assert.equal(rendered({ kind: 'float', value: 2 }), '2');
  assert.equal(rendered({ kind: 'float', value: 0.25 }), "'0.25'");
  assert.equal(rendered({ kind: 'bool', value: true }), '1');
  assert.equal(rendered(str("it's"), {}), '"it\'s"');
  assert.equal(rendered(str('it\'s "q"'), {}), "'it\\'s \"q\"'");
  assert.equal(rendered({ kind: 'list', items: [str('a'), int(1n)] }), "['a', 1]");
  assert.equal(rendered({ kind: 'list', items: [] }), '[]');
  assert.match(rendered({ kind: 'none' }), /^! .*None/);
  assert.match(rendered({ kind: 'tuple', items: [] }), /^! .*tuples/);
  assert.match(rendered(str('a\0b')), /^! .*NUL/);
});

test('long lists get a line per item', () => {
  const long: Value = { kind: 'list', items: [str('x'.repeat(60)), str('y'.repeat(60))] };
  assert.equal(rendered(long), `[\n    '${'x'.repeat(60)}',\n    '${'y'.repeat(60)}',\n]`);
});

test('any string that has an xl form is read back by the xl grammar as it was', () => {
  const texts = [
    '',
    'a',
    "'",
    '"',
    '\'"',
    '\\',
    '\\n',
    '\n\t\r\v\f\b\x07',
    'é😀',
    '\udcff',
    '\x01\x7f',
    '# no comment',
    '$x',
  ];
  for (const text of texts)
    for (const quote of ["'", '"'] as const) {
      const reading = readSettings(`a = ${rendered(str(text), { quote })}\n`);
      assert.equal(reading.ok, true, JSON.stringify(text));
      assert.equal(reading.settings[0]!.value, text);
    }
});

test('text to bytes and back', () => {
  for (const text of ['', 'abc', 'é', '😀', '\udc80\udcff', '\udcc3x', 'a\u0000'])
    assert.equal(fromBytes(toBytes(text)), text);
  assert.equal(toBytes('é'), '\xc3\xa9');
  assert.equal(fromBytes('\xed\xa0\x80'), '\udced\udca0\udc80');
});
