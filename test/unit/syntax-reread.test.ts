import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeBetween } from '../../server/src/syntax/change';
import { type PlainValue, readSettings } from '../../server/src/syntax/reading';
import { RELEASES } from '../../server/src/syntax/release';
import { reread } from '../../server/src/syntax/reread';
import { TextMemory } from '../../server/src/syntax/text-memory';
import { parse, type Setting, type Tree, type Value } from '../../server/src/syntax/tree';
import { readCorpus } from '../conformance/generate/corpus';
import { Random } from '../conformance/generate/random';

/** Change it to try other edits. */
const SEED = 'reread';
const EDITS = 4000;

/** What people and tools put into a text. */
const PIECES = [
  ...'abz059=[],;#"\'\\ \t\n+.-_Axé',
  '\n',
  "'",
  '"',
  ', ',
  "'xvdb'",
  'memory = 512\n',
  "disk = [ '/dev/vg/a,raw,xvda,rw', '/dev/vg/b,raw,xvdb,rw' ]\n",
  '[ 1, 2 ]',
  "[ [ 'a', 'b' ], 'c' ]",
  '# a comment\n',
  '"1"; b = 2',
  'x += "y"\n',
  '\\n',
  '\\x41',
  '\0',
  '\r\n',
];

function plain(value: Value): PlainValue {
  return value.kind === 'list' ? value.items.map(plain) : value.text;
}

function places(value: Value): unknown {
  return value.kind === 'list' ? [value.span, value.items.map(places)] : [value.kind, value.span];
}

function seen(tree: Tree): unknown {
  const { tokens } = tree;
  const setting = ({ name, nameSpan, op, opSpan, value, span, broken }: Setting) => {
    return { name, nameSpan, op, opSpan, span, broken, value: plain(value), places: places(value) };
  };
  return {
    text: tree.text,
    errors: tree.errors,
    settings: tree.settings.map(setting),
    tokens: Array.from({ length: tokens.count }, (_, at) => [tokens.kind(at), tokens.start(at), tokens.end(at)]),
    escaped: Array.from({ length: tokens.count }, (_, at) => tokens.escaped(at)),
  };
}

/** A text with one stretch of it, often a short one, made another. */
function edited(text: string, random: Random): string {
  const start = random.below(text.length + 1);
  const most = Math.min(text.length - start, random.oneIn(8) ? text.length : random.oneIn(2) ? 1 : 20);
  const end = start + random.below(most + 1);
  const piece = random.oneIn(4)
    ? ''
    : random.oneIn(20)
      ? text.slice(0, random.below(text.length))
      : random.pick(PIECES);
  return text.slice(0, start) + piece + text.slice(end);
}

test(`a text that was edited is read as one that nobody knows (seed ${SEED})`, () => {
  const random = new Random(SEED);
  const { files } = readCorpus('.');
  let taken = 0;
  let accepted = 0;
  for (let round = 0; accepted < EDITS && round < 20 * EDITS; ) {
    const release = random.oneIn(3) ? random.pick(RELEASES) : 422;
    let text = random.pick(files);
    const memory = new TextMemory();
    // some values are asked for between the edits, others are not
    for (let edit = 0; edit < 12; edit++, round++) {
      const reading = readSettings(text, { release, source: 'x' });
      if (reading.ok) accepted++;
      const label = `${release}: ${JSON.stringify(text)}`;
      assert.deepEqual(memory.reading(text, release, 'x'), reading, label);
      const tree = memory.tree(text, release);
      if (random.oneIn(2)) assert.deepEqual(seen(tree), seen(parse(text, release)), label);
      const next = edited(text, random);
      const now = { text, release, reading, tree: parse(text, release) };
      const isOwn = reading.ok && tree.errors.length === 0 && now.tree.settings.every(({ op }) => op === '=');
      if (isOwn && !text.includes('\0') && next !== text) {
        const read = reread(now, next);
        if (read) {
          taken++;
          assert.deepEqual(read.reading, readSettings(next, { release }), JSON.stringify([text, next]));
          assert.deepEqual(seen(read.tree), seen(parse(next, release)), JSON.stringify([text, next]));
        }
      }
      text = readSettings(next, { release }).ok || random.oneIn(2) ? next : text;
    }
  }
  assert.ok(accepted >= EDITS, `${accepted} accepted texts`);
  assert.ok(taken > EDITS / 3, `${taken} rereadings`);
});

test('the stretch in which two texts differ is found however long they are', () => {
  const long = 'abc\n'.repeat(20_000);
  const middle = `${long.slice(0, 40_001)}X${long.slice(40_001)}`;
  assert.deepEqual(changeBetween(long, middle), { start: 40_001, oldEnd: 40_001, newEnd: 40_002 });
  assert.deepEqual(changeBetween(middle, long), { start: 40_001, oldEnd: 40_002, newEnd: 40_001 });
  assert.deepEqual(changeBetween(long, long), { start: 80_000, oldEnd: 80_000, newEnd: 80_000 });
  assert.deepEqual(changeBetween('aa', 'aaa'), { start: 2, oldEnd: 2, newEnd: 3 });
  assert.deepEqual(changeBetween('', 'x'), { start: 0, oldEnd: 0, newEnd: 1 });
});
