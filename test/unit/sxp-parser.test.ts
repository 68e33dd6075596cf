import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseSxp } from '../../server/src/formats/sxp/parser';
import { childOf, headOf, type SxpNode, type SxpTree, textOf } from '../../server/src/formats/sxp/tree';
import { growth } from './growth';

type Plain = string | Plain[];

function plain(node: SxpNode): Plain {
  return node.kind === 'text' ? node.text : node.items.map(plain);
}

/** Problems as `kind text`. */
function problems({ text, problems: found }: SxpTree): string[] {
  return found.map(({ kind, span }) => `${kind} ${text.slice(span.start, span.end)}`);
}

/** What the tree holds of its text, with a blank for each character that it does not. */
function held({ text, forms, comments, problems: found }: SxpTree): string {
  const kept = new Array<string>(text.length).fill(' ');
  const keep = (start: number, end: number) => {
    for (let i = start; i < end; i++) kept[i] = text[i]!;
  };
  const waiting: SxpNode[] = [...forms];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const { start, end } = node.span;
    if (node.kind === 'text') keep(start, end);
    else {
      assert.equal(text[start], '(');
      keep(start, start + 1);
      if (text[end - 1] === ')') keep(end - 1, end);
      for (const item of node.items) waiting.push(item);
    }
  }
  for (const { start, end } of comments) keep(start, end);
  for (const { kind, span } of found) if (kind === 'surplus-close') keep(span.start, span.end);
  return kept.join('');
}

/** Texts and what xend 4.4 reads (its sxp.py under Python 2.7), null for what it refuses. */
const CASES = readFileSync('test/fixtures/sxp/reading.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { text: string; values: Plain[] | null });

test('reads what xend read, and refuses what it refused', () => {
  assert.ok(CASES.filter(({ values }) => values).length > 100 && CASES.filter(({ values }) => !values).length > 100);
  for (const { text, values } of CASES) {
    const tree = parseSxp(text);
    const fatal = tree.problems.filter(({ kind }) => kind !== 'unknown-escape' && kind !== 'garbled-hex');
    if (values === null) assert.notEqual(fatal.length, 0, JSON.stringify(text));
    // a list is lost without a message when the text ends right behind an atom or a comment in it
    else if (fatal.length > 0) assert.ok(fatal.every(({ kind }) => kind === 'unclosed-list', JSON.stringify(text)));
    else assert.deepEqual(tree.forms.map(plain), values, JSON.stringify(text));
  }
});

const blank = (text: string) => text.replace(/[ \t\n\v\f\r]/g, ' ');

test('the tree holds every character but blanks, whatever is cut off or put in', () => {
  for (const { text } of CASES) {
    for (const cut of [text, text.slice(1), text.slice(0, -1), `(${text}`, `${text}'`, text.replace(')', '😀')]) {
      assert.equal(blank(held(parseSxp(cut))), blank(cut), JSON.stringify(cut));
    }
  }
});

test('hexadecimal escapes are read as they were meant, and said to be garbled by xend where they are', () => {
  const tree = parseSxp(String.raw`(name 'caf\xc3\xa9 \x41 \303\251 \xff')`);
  assert.equal(textOf(tree.forms[0] as never)?.text, 'café A é ÿ');
  assert.deepEqual(problems(tree), [
    String.raw`garbled-hex \xc3`,
    String.raw`garbled-hex \xa9`,
    String.raw`garbled-hex \xff`,
  ]);
});

test('what has no end is found where it begins, and the rest is read', () => {
  const device = '(domain\n    (name web)\n    (device\n        (vbd\n            (dev xvda)\n    (memory 512)\n)\n';
  const tree = parseSxp(device);
  assert.deepEqual(
    tree.problems.map(({ kind, span }) => `${kind} ${span.start}`),
    [`unclosed-list ${device.indexOf('(device')}`, `unclosed-list ${device.indexOf('(vbd')}`],
  );
  const [domain] = tree.forms;
  assert.ok(domain?.kind === 'list');
  assert.equal(headOf(domain)?.text, 'domain');
  assert.equal(textOf(childOf(domain, 'memory'))?.text, '512');
  assert.equal(domain.span.end, device.length - 1);

  const string = parseSxp("(domain\n (name 'web)\n (memory 512)\n (kernel /boot/vmlinuz))\n");
  assert.deepEqual(problems(string), ["unclosed-string 'web"]);
  const [whole] = string.forms;
  assert.ok(whole?.kind === 'list');
  assert.equal(textOf(childOf(whole, 'memory'))?.text, '512');
});

test('where indentation is no help, the list or string itself is named', () => {
  assert.deepEqual(problems(parseSxp('(a (b) (c\n(d)\n')), ['unclosed-list (', 'unclosed-list (']);
  assert.deepEqual(problems(parseSxp('(a)) (b')), ['surplus-close )', 'unclosed-list (']);
  assert.deepEqual(problems(parseSxp("(a 'x\ny')\n(b 'c\nd)")), ["unclosed-string 'c\nd)"]);
  assert.deepEqual(problems(parseSxp('\u00e9 \ud83d\ude00 a\u00e9')), ['bad-character é', 'bad-character 😀']);
});

test('of two values of a name xend takes the first', () => {
  const [list] = parseSxp('(domain (name a) (name b) (kernel ) (x (y)))').forms;
  assert.ok(list?.kind === 'list');
  assert.equal(textOf(childOf(list, 'name'))?.text, 'a');
  assert.equal(textOf(childOf(list, 'kernel')), undefined);
  assert.equal(textOf(childOf(list, 'x')), undefined);
  assert.equal(textOf(childOf(list, 'none')), undefined);
});

const LONG: Readonly<Record<string, (size: number) => string>> = {
  'lists within lists': (size) => '(a\n'.repeat(size) + ')'.repeat(size),
  'lists never closed': (size) => '(a\n'.repeat(size),
  'lists never closed, each deeper': (size) => '(\t'.repeat(size),
  'surplus ends': (size) => ')'.repeat(size),
  'strings on one line': (size) => `${"'a' ".repeat(size)}'`,
  'open strings': (size) => "(a 'b)\n".repeat(size),
  blanks: (size) => `(a${' '.repeat(size)})`,
  escapes: (size) => `'${'\\303\\251'.repeat(size)}'`,
};

test('work grows with the text', () => {
  for (const [name, text] of Object.entries(LONG)) {
    const times = growth((size) => parseSxp(text(size)), 2000, 16);
    assert.ok(times < 100, `${name}: ${times.toFixed(0)} times the work for 16 times the text`);
  }
});
