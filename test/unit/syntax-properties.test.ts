import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from '../../server/src/syntax/file-bytes';
import { type PlainValue, readSettings } from '../../server/src/syntax/reading';
import { RELEASES } from '../../server/src/syntax/release';
import { Token } from '../../server/src/syntax/scanner';
import { applyEdits } from '../../server/src/syntax/span';
import { parse, type Tree, type Value } from '../../server/src/syntax/tree';
import { readCorpus } from '../conformance/generate/corpus';
import { Random } from '../conformance/generate/random';
import { TEXT_KINDS } from '../conformance/generate/texts';

/** Change it to try other texts. */
const SEED = 'syntax';
const TEXTS_OF_A_KIND = 400;

/** Generated texts of every kind that the conformance suite knows, with a release for each. */
function* generated(): Iterable<{ text: string; release: number }> {
  const corpus = readCorpus('.');
  const random = new Random(SEED);
  for (const { generate } of Object.values(TEXT_KINDS)) {
    for (let i = 0; i < TEXTS_OF_A_KIND; i++) {
      const text = decode(Buffer.from(generate(random, corpus), 'latin1'));
      yield { text, release: random.oneIn(2) ? 422 : random.pick(RELEASES) };
    }
  }
}

/** Fails unless tokens and the gaps between them are the whole text, and gaps are blanks. */
function checkTokens({ text, tokens }: Tree): void {
  let whole = '';
  for (let i = 0; i < tokens.count; i++) {
    const gap = text.slice(whole.length, tokens.start(i));
    const last = tokens.kind(i) === Token.End;
    assert.match(gap, last ? /^[ \t]*[^ \t]?[ \t]*$/s : /^[ \t]*$/);
    assert.ok(tokens.end(i) > tokens.start(i) || last);
    whole += gap + tokens.textOf(i);
  }
  assert.equal(whole, text);
}

function plain(value: Value): PlainValue {
  return value.kind === 'list' ? value.items.map(plain) : value.text;
}

/** The settings of a tree as the library stores them: += joined to what was before. */
function stored(tree: Tree): unknown[] {
  const result: { name: string; op: string; value: PlainValue }[] = [];
  for (const { name, op, value } of tree.settings) {
    const setting = { name, op, value: plain(value) };
    const before = op === '+=' ? result.findLast((earlier) => earlier.name === name) : undefined;
    if (Array.isArray(before?.value) && Array.isArray(setting.value)) {
      setting.value = [...before.value, ...setting.value];
      before.value = [];
    } else if (before) setting.value = `${before.value}${setting.value}`;
    result.push(setting);
  }
  return result;
}

test(`generated texts (seed ${SEED}): tokens are the text; tree and reading agree on verdict and settings`, () => {
  let accepted = 0;
  let refused = 0;
  for (const { text, release } of generated()) {
    const tree = parse(text, release);
    const label = `${release}: ${JSON.stringify(text)}`;
    checkTokens(tree);
    const reading = readSettings(text, { release });
    if (reading.ok) accepted++;
    else refused++;
    assert.equal(tree.errors.length === 0, reading.ok, `${label}: ${tree.errors[0]?.message ?? reading.messages[0]}`);
    for (const { span } of tree.errors) assert.ok(0 <= span.start && span.end <= text.length, label);
    if (!reading.ok || /[\udc80-\udcff]/u.test(text)) continue;
    const settings = reading.settings.map(({ name, op, value }) => ({ name, op, value }));
    assert.deepEqual(stored(tree), settings, label);
  }
  assert.ok(accepted > 500 && refused > 500, `${accepted} accepted, ${refused} refused`);
});

/** A file of many settings, as text before and behind the place that a test damages. */
const BEFORE = Array.from({ length: 100 }, (_, i) => `before_${i} = "x${i}"\n`).join('');
const BEHIND = Array.from({ length: 100 }, (_, i) => `behind_${i} = [ ${i}, "y" ]\n`).join('');

for (const [what, damaged, kind] of [
  ['bracket', "disk = [ 'a',\n  'b'\n", 'unclosed-list'],
  ['bracket of a list on one line', "disk = [ 'a', 'b'\n", 'unclosed-list'],
  ['bracket of an inner list', "disk = [ [ 'a', 'b' ]\n", 'unclosed-list'],
  ['quote', "disk = 'a\n", 'unclosed-string'],
  ['quote in a list', "disk = [ 'a', 'b ]\n", 'unclosed-string'],
  ['quote in a list of lines', "disk = [\n  'a,\n  'b',\n]\n", 'unclosed-string'],
  ['comma', "disk = [ 'a' 'b' ]\n", 'missing-comma'],
  ['comma in a list of lines', "disk = [\n  'a'\n  'b',\n]\n", 'missing-comma'],
] as const) {
  test(`a missing ${what} is reported once, costs no other setting, and its repair removes it`, () => {
    const text = BEFORE + damaged + BEHIND;
    const { errors, settings } = parse(text);
    assert.equal(errors.length, 1);
    const [error] = errors;
    assert.equal(error?.kind, kind);
    assert.ok(error.span.start > BEFORE.length && error.span.end < BEFORE.length + damaged.length);
    assert.deepEqual(
      settings.filter(({ broken }) => broken).map(({ name }) => name),
      settings.length === 201 ? ['disk'] : [],
    );
    const others = settings.filter(({ name }) => name !== 'disk').map(({ name, value }) => [name, plain(value)]);
    assert.deepEqual(
      others,
      readSettings(BEFORE + BEHIND).settings.map(({ name, value }) => [name, value]),
    );
    const repaired = applyEdits(text, error.repair!.edits);
    assert.deepEqual(parse(repaired).errors, []);
    assert.ok(readSettings(repaired).ok);
  });
}

test('generated texts: a repair removes its error', () => {
  let repairs = 0;
  let better = 0;
  for (const { text, release } of generated()) {
    const { errors } = parse(text, release);
    for (const { kind, span, repair, message } of errors.slice(0, 3)) {
      if (!repair) continue;
      const repaired = applyEdits(text, repair.edits);
      const after = parse(repaired, release).errors;
      repairs++;
      if (after.length < errors.length) better++;
      // where something was removed, the next of its kind may have moved to the place
      if (repaired.length < text.length) continue;
      const still = after.some((error) => error.kind === kind && error.span.start === span.start);
      assert.ok(!still, `${release}: ${message} ${JSON.stringify(text)} -> ${JSON.stringify(repaired)}`);
    }
  }
  // the others bring to light what the error had hidden
  assert.ok(repairs > 1000 && better > repairs * 0.7, `${better} of ${repairs} repairs leave fewer errors`);
});
