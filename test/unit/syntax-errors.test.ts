import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ParseErrorKind } from '../../server/src/syntax/parse-error';
import { readSettings } from '../../server/src/syntax/reading';
import { applyEdits } from '../../server/src/syntax/span';
import { parse } from '../../server/src/syntax/tree';

interface Case {
  readonly kind: ParseErrorKind;
  readonly text: string;
  /** The text that the error marks. */
  readonly marked: string;
  /** The text after the repair; absent where none is plain. */
  readonly repaired?: string;
  readonly release?: number;
}

const CASES: readonly Case[] = [
  { kind: 'bad-escape', text: 'a = "C:\\data"\nb=1\n', marked: '\\d', repaired: 'a = "C:\\\\data"\nb=1\n' },
  { kind: 'bad-escape', text: 'a = [ "x", "\\x41" ]\n', marked: '\\x', repaired: 'a = [ "x", "\\\\x41" ]\n' },
  { kind: 'bad-number', text: 'a = 0xFF\n', marked: '0xFF', repaired: 'a = 0xff\n' },
  { kind: 'bad-number', text: 'a = -1\n', marked: '-1', repaired: 'a = "-1"\n' },
  { kind: 'bad-number', text: 'a = 1.5 # half\n', marked: '1.5' },
  { kind: 'bad-number', text: 'a = 4G\n', marked: '4G' },
  { kind: 'bad-number', text: 'a = [ 4G, 1 ]\n', marked: '4G' },
  { kind: 'bare-text', text: 'a = True\n', marked: 'True', repaired: 'a = 1\n' },
  { kind: 'bare-text', text: 'a = off\n', marked: 'off', repaired: 'a = 0\n' },
  { kind: 'bare-text', text: 'a = /boot/vmlinuz\n', marked: '/boot/vmlinuz', repaired: 'a = "/boot/vmlinuz"\n' },
  { kind: 'bare-text', text: 'a = [ "x", hda ]\n', marked: 'hda', repaired: 'a = [ "x", "hda" ]\n' },
  { kind: 'carriage-return', text: 'a = "x"\r\n', marked: '\r' },
  { kind: 'carriage-return', text: 'a = 0x10\r\n', marked: '\r' },
  { kind: 'empty-item', text: 'a = [ , 1 ]\n', marked: ',', repaired: 'a = [  1 ]\n' },
  { kind: 'empty-item', text: 'a = [ 1,, 2 ]\n', marked: ',', repaired: 'a = [ 1, 2 ]\n' },
  { kind: 'missing-comma', text: 'a = [ "x" "y" ]\n', marked: '"x"', repaired: 'a = [ "x", "y" ]\n' },
  { kind: 'missing-comma', text: 'a = [ "x"\n  "y" ]\n', marked: '"x"', repaired: 'a = [ "x",\n  "y" ]\n' },
  { kind: 'missing-newline', text: 'a=1\n# end', marked: '# end', repaired: 'a=1\n# end\n' },
  { kind: 'missing-newline', text: 'a = 1', marked: '1', repaired: 'a = 1\n', release: 401 },
  { kind: 'missing-operator', text: 'memory 512\n', marked: 'memory' },
  { kind: 'missing-separator', text: 'a=1 b=2\n', marked: 'b', repaired: 'a=1; b=2\n' },
  { kind: 'missing-value', text: 'a =\nb=1\n', marked: '=' },
  { kind: 'mixed-append', text: 'a=1\na+=[2]\n', marked: 'a+=[2]' },
  { kind: 'mixed-append', text: 'a=[1]\nb=2\na+="x"\n', marked: 'a+="x"' },
  { kind: 'nested-list', text: 'a=[[1]]\n', marked: '[', release: 405 },
  { kind: 'nul', text: 'a="x\0y"\n', marked: '\0', repaired: 'a="xy"\n' },
  { kind: 'stray', text: '% a\n', marked: '%' },
  { kind: 'byte-order-mark', text: '\ufeffa=1\n', marked: '\ufeff', repaired: 'a=1\n' },
  { kind: 'stray', text: ']\na=1\n', marked: ']', repaired: '\na=1\n' },
  { kind: 'stray', text: 'a = = 1\n', marked: '=', repaired: 'a =  1\n' },
  { kind: 'stray', text: 'a = 1 2\n', marked: '2' },
  { kind: 'stray', text: 'a = "x" % b\n', marked: '%' },
  { kind: 'stray', text: "a = [ bridge=x' ]\nb=1\n", marked: "bridge=x'" },
  { kind: 'bare-text', text: 'a = [ hd%a, 1 ]\n', marked: 'hd%a', repaired: 'a = [ "hd%a", 1 ]\n' },
  { kind: 'stray', text: 'a = (1)\n', marked: '(1)' },
  { kind: 'unclosed-list', text: 'a = [ "x",\nb = 1\n', marked: '[', repaired: 'a = [ "x", ]\nb = 1\n' },
  { kind: 'unclosed-list', text: 'a = [ [ 1 ]\n\n\nb = 1\n', marked: '[', repaired: 'a = [ [ 1 ] ]\n\n\nb = 1\n' },
  { kind: 'unclosed-list', text: 'a = [[[ 1', marked: '[', repaired: 'a = [[[ 1 ] ] ]' },
  { kind: 'unclosed-string', text: 'a = "x\nb=1\n', marked: '"x', repaired: 'a = "x"\nb=1\n' },
  { kind: 'unclosed-string', text: "a = [ 'x,y, ]\nb=1\n", marked: "'x,y", repaired: "a = [ 'x,y', ]\nb=1\n" },
  { kind: 'unclosed-list', text: 'a = [ 1 # c\n  , # d\n', marked: '[', repaired: 'a = [ 1 # c\n  , ] # d\n' },
  { kind: 'unclosed-string', text: "a = [ [ 'x ], ]\nb=1\n", marked: "'x", repaired: "a = [ [ 'x' ], ]\nb=1\n" },
  { kind: 'unclosed-string', text: 'a = "C:\\', marked: '"C:\\', repaired: 'a = "C:\\\\"' },
  { kind: 'unclosed-string', text: 'a = "\n', marked: '"', repaired: 'a = ""\n' },
  { kind: 'upper-case-name', text: 'Memory = 512\n', marked: 'Memory' },
];

for (const { kind, text, marked, repaired, release = 422 } of CASES) {
  test(`${kind}: ${JSON.stringify(text.slice(0, 40))}`, () => {
    const { errors } = parse(text, release);
    assert.deepEqual(
      errors.map((error) => [error.kind, text.slice(error.span.start, error.span.end)]),
      [[kind, marked]],
    );
    assert.equal(readSettings(text, { release }).ok, false);
    const { repair } = errors[0]!;
    assert.equal(repair && applyEdits(text, repair.edits), repaired);
    if (repaired !== undefined) assert.deepEqual(parse(repaired, release).errors, []);
  });
}

test('lists that go deeper than xl can read are an error, those that it reads are none', () => {
  for (const depth of [60, 4000, 6000, 200_000]) {
    const text = `b=1\na=${'['.repeat(depth)}${']'.repeat(depth)}\n`;
    const { errors, settings } = parse(text);
    const { ok } = readSettings(text);
    assert.equal(ok, depth < 5000);
    assert.deepEqual(
      errors.map(({ kind, span }) => [kind, span.start]),
      ok ? [] : [['nested-list', 4]],
    );
    assert.equal(settings.length, 2);
  }
  assert.equal(parse(`a=${'['.repeat(200_000)}`).errors.length, 1);
});

test('there is a case of every kind', () => {
  const kinds: Record<ParseErrorKind, true> = {
    'bad-escape': true,
    'bad-number': true,
    'bare-text': true,
    'byte-order-mark': true,
    'carriage-return': true,
    'empty-item': true,
    'missing-comma': true,
    'missing-newline': true,
    'missing-operator': true,
    'missing-separator': true,
    'missing-value': true,
    'mixed-append': true,
    'nested-list': true,
    nul: true,
    stray: true,
    'unclosed-list': true,
    'unclosed-string': true,
    'upper-case-name': true,
  };
  assert.deepEqual(new Set(CASES.map(({ kind }) => kind)), new Set(Object.keys(kinds)));
});
