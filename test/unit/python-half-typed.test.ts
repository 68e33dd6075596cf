import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { inspect } from '../../server/src/rules/inspect';
import { isHalfTyped, readProgram } from '../../server/src/rules/python-report';
import { parse } from '../../server/src/syntax/tree';
import { Random } from '../conformance/generate/random';
import { pythonForTests } from './python-for-tests';

const FOLDERS = ['test/fixtures/clean', 'test/fixtures/xm'];
const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1')),
);

/** What stands in a file while somebody types a setting, or pastes half of one. */
const LINES = [
  'vif_script = "vif-bridge"',
  "on_crash = 'restart'",
  'memory = 512',
  'os',
  'x = """a',
  'name = name',
  'def f():',
  "extra = 'a \\",
  "disk = [ 'phy:a,xvda,w' ]",
  '    "phy:/dev/vg/a,xvda,w",',
  ')',
  '")',
  'vif = [ "mac=00:16:3e:00:00:01" )',
  'memory = 512}',
];

test('a file in which a setting is being typed is no Python program', async () => {
  const python = await pythonForTests();
  const random = new Random('half typed');
  let halves = 0;
  for (let round = 0; round < 3000; round++) {
    const file = random.pick(FILES);
    const line = random.pick(LINES);
    const typed = line.slice(0, 1 + random.below(line.length));
    const starts = [...file.matchAll(/^/gm)].map(({ index }) => index);
    const ends = [...file.matchAll(/$/gm)].map(({ index }) => index);
    const at = random.oneIn(4) ? random.below(file.length) : random.pick(random.oneIn(3) ? ends : starts);
    const text = `${file.slice(0, at)}${typed}${random.oneIn(5) ? '' : '\n'}${file.slice(at)}`;
    const tree = parse(text);
    if (tree.errors.length === 0 || !isHalfTyped(tree, 422)) continue;
    halves++;
    // a word or an operator goes on in the next line for those who do not know better
    const isMoot = tree.errors.some(({ kind }) => kind === 'missing-operator' || kind === 'missing-value');
    if (!isMoot) assert.equal(readProgram(python, tree, 422, {}), undefined, text);
    const { findings, dialect } = inspect(text, { release: 422, python });
    assert.equal(dialect, 'xl', text);
    assert.ok(
      findings.some(({ code }) => code === 'syntax'),
      text,
    );
  }
  assert.ok(halves > 300, `${halves} half-typed files`);
});
