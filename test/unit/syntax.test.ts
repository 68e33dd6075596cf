import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSettings } from '../../server/src/syntax/reading';
import { Token } from '../../server/src/syntax/scanner';
import { atomOffset, atomSpan, parse, type Setting, type Value } from '../../server/src/syntax/tree';

const TEXT = `# web server
name = "web\\t01"  # quoted
vcpus=0x2; extra += 'x'
disk = [ 'a,b', # first
  [ 1, "" ],
]
`;

function slice(text: string, { span }: { span: { start: number; end: number } }): string {
  return text.slice(span.start, span.end);
}

function plain(value: Value): unknown {
  return value.kind === 'list' ? value.items.map(plain) : value.text;
}

test('a tree tells name, operator and value of every setting, each with its place', () => {
  const { settings, errors } = parse(TEXT);
  const parts = ({ name, nameSpan, op, opSpan, value, span, broken }: Setting) => [
    name,
    slice(TEXT, { span: nameSpan }),
    op,
    slice(TEXT, { span: opSpan }),
    plain(value),
    slice(TEXT, value),
    slice(TEXT, { span }),
    broken,
  ];
  const list = '[ \'a,b\', # first\n  [ 1, "" ],\n]';
  assert.deepEqual(errors, []);
  assert.deepEqual(settings.map(parts), [
    ['name', 'name', '=', '=', 'web\t01', '"web\\t01"', 'name = "web\\t01"', false],
    ['vcpus', 'vcpus', '=', '=', '0x2', '0x2', 'vcpus=0x2', false],
    ['extra', 'extra', '+=', '+=', 'x', "'x'", "extra += 'x'", false],
    ['disk', 'disk', '=', '=', ['a,b', ['1', '']], list, `disk = ${list}`, false],
  ]);
});

test('the parts of a list have their own places', () => {
  const disk = parse(TEXT).settings.at(-1)!.value;
  assert.ok(disk.kind === 'list');
  assert.deepEqual(
    disk.items.map((item) => [item.kind, slice(TEXT, item)]),
    [
      ['string', "'a,b'"],
      ['list', '[ 1, "" ]'],
    ],
  );
});

test('a value that is asked for twice is the same', () => {
  const setting = parse(TEXT).settings[0]!;
  assert.equal(setting.value, setting.value);
});

test('a place in a value is found behind escapes, and past its end', () => {
  const tree = parse('a = "x\\ty\\012z"\nb = 0x2\n');
  const [a, b] = tree.settings.map(({ value }) => value);
  assert.ok(a?.kind === 'string' && b?.kind === 'number');
  assert.equal(a.text, 'x\tyz');
  assert.deepEqual(
    [0, 1, 2, 3, 4, 9].map((index) => atomOffset(tree, a, index)),
    [5, 6, 8, 9, 14, 14],
  );
  assert.deepEqual(atomSpan(tree, b, { start: 0, end: 3 }), b.span);
});

test('tokens: kinds, comments, and the token at an offset', () => {
  const { tokens } = parse('a=1 # x\n%b "c\n# end');
  const kinds = Array.from({ length: tokens.count }, (_, i) => Token[tokens.kind(i)]);
  assert.deepEqual(kinds, ['Name', 'Assign', 'Number', 'Newline', 'Stray', 'Stray', 'Newline', 'Newline', 'End']);
  assert.deepEqual([tokens.comment(3), tokens.comment(6)], [{ start: 4, end: 7 }, undefined]);
  assert.equal(tokens.textOf(5), '"c');
  assert.deepEqual(
    [0, 1, 3, 7, 8, 10, 99].map((offset) => tokens.indexAt(offset)),
    [0, 1, 3, 3, 4, 5, 8],
  );
  assert.equal(tokens.kind(99), Token.End);
});

test('a text with more tokens than usual has room for all of them', () => {
  const text = `a=[${'1,'.repeat(200_000)}]\n`;
  const { tokens, settings } = parse(text);
  assert.equal(tokens.count, 400_000 + 6);
  assert.ok(settings[0]?.value.kind === 'list' && settings[0].value.items.length === 200_000);
});

test('a tree keeps its tokens while other texts are parsed', () => {
  const tree = parse('abc = 1\n');
  parse('# nothing\nx = [ 1, 2, 3 ]\n');
  assert.equal(tree.settings[0]?.name, 'abc');
  assert.deepEqual(tree.settings[0].nameSpan, { start: 0, end: 3 });
});

test('releases: dots in names, += and nested lists', () => {
  const kinds = (text: string, release: number) => parse(text, release).errors.map(({ kind }) => kind);
  assert.deepEqual([kinds('a.b=1\n', 402), kinds('a.b=1\n', 403)], [['missing-operator'], []]);
  assert.deepEqual([kinds('a+=1\n', 412), kinds('a+=1\n', 413)], [['missing-operator'], []]);
  assert.deepEqual([kinds('a=[[1]]\n', 405), kinds('a=[[1]]\n', 406)], [['nested-list'], []]);
  assert.deepEqual([kinds('a="\\q"\n', 406), kinds('a="\\q"\n', 407)], [[], ['bad-escape']]);
});

test('+= takes the items of the earlier setting over; a text it copies', () => {
  const { settings } = readSettings('a=[1]\nb="x"\na+=[2,[3]]\nb+="y"\na+=[4]\nc+=[5]\n');
  assert.deepEqual(
    settings.map(({ name, value }) => [name, value]),
    [
      ['a', []],
      ['b', 'x'],
      ['a', []],
      ['b', 'xy'],
      ['a', ['1', '2', ['3'], '4']],
      ['c', ['5']],
    ],
  );
});

test('bytes that += or an octal escape brings together are the character that they spell', () => {
  const value = (text: string) => readSettings(text).settings.at(-1)?.value;
  assert.equal(value('a="\udcc3"\na+="\udca9"\n'), 'é');
  assert.equal(value('a="\udcf0"\na+="\udc9f"\na+="\udc98\udc80"\n'), '😀');
  assert.equal(value('a="\udcc3\\012\udca9\\012\udca9"\n'), 'é\udca9');
  assert.equal(value('a="\udced\\012\udca0\udc80"\n'), '\udced\udca0\udc80');
  assert.equal(value('a="\ud83d\udcc3"\na+="\udca9"\n'), '\ud83d\udcc3\udca9');
});

test('up to 4.6 a backslash takes one byte with it', () => {
  const { settings } = readSettings('a="\\qx\\éy"\n', { release: 406 });
  assert.equal(settings[0]?.value, 'x\udca9y');
});

test('names are the same far into a long text', () => {
  const text = Array.from({ length: 6000 }, (_, i) => `n${i % 7}${'x'.repeat(i % 3)}=${i}\n`).join('');
  const expected = Array.from({ length: 6000 }, (_, i) => `n${i % 7}${'x'.repeat(i % 3)}`);
  assert.deepEqual(
    readSettings(text).settings.map(({ name }) => name),
    expected,
  );
  assert.deepEqual(
    parse(text).settings.map(({ name }) => name),
    expected,
  );
});
