import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode, encode } from '../../server/src/syntax/file-bytes';
import { growth } from './growth';

function bytes(...values: number[]): Uint8Array {
  return Uint8Array.from(values);
}

test('well-formed UTF-8 is read as it is, its byte order mark kept', () => {
  assert.equal(decode(bytes()), '');
  assert.equal(decode(new TextEncoder().encode('name = "Zoë 𝄞"\r\n')), 'name = "Zoë 𝄞"\r\n');
  assert.equal(decode(bytes(0xef, 0xbb, 0xbf, 0x61)), '\ufeffa');
});

test('a byte that is not UTF-8 becomes a lone surrogate, its neighbours stay', () => {
  assert.equal(decode(bytes(0x61, 0xff, 0x62)), 'a\udcffb');
  assert.equal(decode(bytes(0xc3, 0xa9, 0xe9)), 'é\udce9');
  assert.equal(decode(bytes(0xe2, 0x82)), '\udce2\udc82', 'cut short at the end');
  assert.equal(decode(bytes(0xc0, 0x80)), '\udcc0\udc80', 'overlong');
  assert.equal(decode(bytes(0xe0, 0x9f, 0xbf)), '\udce0\udc9f\udcbf', 'overlong');
  assert.equal(decode(bytes(0xed, 0xa0, 0x80)), '\udced\udca0\udc80', 'a surrogate');
  assert.equal(decode(bytes(0xf4, 0x90, 0x80, 0x80)), '\udcf4\udc90\udc80\udc80', 'past U+10FFFF');
  assert.equal(decode(bytes(0xff, 0xf0, 0x9d, 0x84, 0x9e)), '\udcff𝄞');
});

test('every sequence of bytes comes back', () => {
  const lead = [0x00, 0x41, 0x7f, 0x80, 0xbf, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xed, 0xef, 0xf0, 0xf3, 0xf4, 0xf5, 0xff];
  const follow = [0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0];
  for (const a of lead)
    for (const b of follow)
      for (const c of follow)
        for (const d of follow) {
          const input = bytes(a, b, c, d, 0x22);
          assert.deepEqual(encode(decode(input)), input);
        }
});

test('other lone surrogates are written as U+FFFD', () => {
  assert.deepEqual(encode('a\ud800b'), new TextEncoder().encode('a\ufffdb'));
  assert.deepEqual(encode('\udcff\udc00'), bytes(0xff, 0xef, 0xbf, 0xbd));
  assert.deepEqual(encode('𝄞\udce9\ud834'), bytes(0xf0, 0x9d, 0x84, 0x9e, 0xe9, 0xef, 0xbf, 0xbd));
});

test('the cost of broken text grows with its length alone', () => {
  const roundTrip = (size: number) => assert.deepEqual(encode(decode(new Uint8Array(size).fill(0xe9))).length, size);
  assert.ok(growth(roundTrip, 1 << 16, 16) < 16 * 8);
});
