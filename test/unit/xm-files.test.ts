import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { evaluate, type Python } from '../../server/src/python';
import { convert } from '../../server/src/service';
import { applyEdits } from '../../server/src/syntax/span';
import { pythonForTests } from './python-for-tests';
import { show } from './python-show';
import { type ConvertedFile, readConvertedFiles } from './xm-file-list';

/** As many xm files written by hand, at the least. */
const FEWEST = 60;

const files = readConvertedFiles();

/** What Python 2.7 made of each file, run as xm ran it: the variables of the types that xm took. */
const SETTINGS = JSON.parse(readFileSync('test/fixtures/xm-converted/settings.json', 'utf8')) as Record<
  string,
  Record<string, unknown> | undefined
>;

let python: Python;
before(async () => {
  python = await pythonForTests();
});

const run = ({ text, options, unsafe }: ConvertedFile) => convert(text, { ...options, unsafe, python });

test('there are enough files, and each has its expected text', (t) => {
  const decided = files.filter(({ left }) => left.length === 0).length;
  t.diagnostic(`${files.length} xm files, ${decided} of them converted with nothing left to decide`);
  assert.ok(files.length >= FEWEST, `${files.length} files`);
  const texts = new Set(files.map(({ place }) => path.basename(place)));
  const expected = readdirSync('test/fixtures/xm-converted').filter((name) => name !== 'settings.json');
  assert.deepEqual(
    expected.filter((name) => !texts.has(name)),
    [],
  );
});

for (const file of files) {
  test(`${file.label}: converted as expected`, () => {
    const { text, edits, left, verdict } = run(file);
    assert.ok(existsSync(file.place), `no ${file.place}`);
    assert.equal(text, readFileSync(file.place, 'utf8'));
    assert.equal(applyEdits(file.text, edits), text);
    assert.deepEqual(
      left.map(({ code }) => code),
      file.left,
    );
    if (left.length === 0) assert.equal(verdict, 'accepted');
    const again = run({ ...file, text });
    assert.equal(again.text, text, 'converted again');
  });
}

test('the settings are those that Python 2.7 makes', (t) => {
  let compared = 0;
  let unknown = 0;
  for (const { label, text, options } of files) {
    const expected = SETTINGS[label];
    if (!expected) continue;
    const { variables } = evaluate(python.parse(text), { presets: options.presets ?? new Map() });
    for (const [name, value] of Object.entries(expected)) {
      const found = variables.get(name);
      if (found?.value.kind === 'unknown') {
        unknown++;
        continue;
      }
      assert.ok(found?.taken, `${label}: ${name} is missing`);
      assert.deepEqual(show(found.value), value, `${label}: ${name}`);
      compared++;
    }
    for (const [name, one] of variables) assert.ok(!one.taken || name in expected, `${label}: ${name} is too many`);
  }
  t.diagnostic(`${compared} values of ${Object.keys(SETTINGS).length} files compared, ${unknown} not known`);
  assert.ok(compared > 400 && unknown < 20);
});
