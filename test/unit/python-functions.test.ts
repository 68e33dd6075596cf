import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { type Evaluation, evaluate, type Python, rewrite } from '../../server/src/python';
import { findKey } from '../../server/src/schema/keys';
import { findXmName } from '../../server/src/schema/xm';
import { readSettings } from '../../server/src/syntax/reading';
import { applyEdits } from '../../server/src/syntax/span';
import { pythonForTests } from './python-for-tests';
import { show } from './python-show';

const FOLDER = 'test/fixtures/python';

/** What Python 2.7 made of each file, run with separate globals and locals as xm did, for some given parameters. */
type Expected = Record<string, { given: Record<string, string>; settings: Record<string, unknown> }[]>;
const EXPECTED = JSON.parse(readFileSync(`${FOLDER}/settings.json`, 'utf8')) as Expected;

let parser: Python;
before(async () => {
  parser = await pythonForTests();
});

const isKey = (name: string) => findKey(name) !== undefined || findXmName(name) !== undefined;

function taken({ variables }: Evaluation): Record<string, unknown> {
  const found = [...variables].filter(([, one]) => one.taken).map(([name, one]) => [name, show(one.value)]);
  return Object.fromEntries(found);
}

test('every file has its settings', () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.xm'));
  assert.deepEqual(
    files.map((name) => name.slice(0, -3)),
    Object.keys(EXPECTED),
  );
});

for (const [name, runs] of Object.entries(EXPECTED)) {
  for (const { given, settings } of runs) {
    const text = readFileSync(`${FOLDER}/${name}.xm`, 'utf8');
    const run = () => evaluate(parser.parse(text), { presets: new Map(Object.entries(given)) });

    test(`${name} ${JSON.stringify(given)}: the settings that Python 2.7 makes`, () => {
      assert.deepEqual(taken(run()), settings);
    });

    test(`${name} ${JSON.stringify(given)}: rewritten, xl reads the same`, () => {
      const edits = rewrite(run(), 417, { isKey }).flatMap((fix) => {
        assert.ok(fix.edits, `${text.slice(fix.statement.start, fix.statement.end)}: ${fix.reason}`);
        return fix.edits;
      });
      const reading = readSettings(
        applyEdits(
          text,
          edits.sort((a, b) => a.span.start - b.span.start),
        ),
        { release: 417 },
      );
      assert.ok(reading.ok, reading.messages.join('\n'));
      const read = new Map(reading.settings.map((setting) => [setting.name, setting.value]));
      const kept = Object.entries(settings).filter(([key]) => isKey(key));
      for (const [key, value] of kept) assert.deepEqual(read.get(key), texts(value), key);
      assert.deepEqual(
        [...read.keys()].filter((key) => !isKey(key)),
        [],
        'a helper was left',
      );
    });
  }
}

/** A value as libxlutil keeps it: numbers as their digits. */
function texts(value: unknown): unknown {
  return Array.isArray(value) ? value.map(texts) : String(value);
}
