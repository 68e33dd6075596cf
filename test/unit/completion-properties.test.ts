import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import type { Python } from '../../server/src/python';
import { findKey } from '../../server/src/schema';
import { type Analysis, analyse, completions, hover } from '../../server/src/service/index';
import { readSettings } from '../../server/src/syntax/reading';
import { NEWEST_RELEASE, RELEASES } from '../../server/src/syntax/release';
import { applied } from './completion-at';
import { pythonForTests } from './python-for-tests';

const FOLDERS = ['samples', 'test/fixtures/clean', 'test/fixtures/xm'];
const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.md'))
    .map((entry) => path.join(entry.parentPath, entry.name)),
);

let python: Python;

before(async () => {
  python = await pythonForTests();
});

/** Asks for everything at an offset, and holds what comes to the text. */
function ask(analysis: Analysis, offset: number, where: string): void {
  const { length } = analysis.text;
  for (const { label, edit } of completions(analysis, offset)) {
    const { start, end } = edit.span;
    const around = 0 <= start && start <= offset && offset <= end && end <= length;
    const onLine = around && !/[\n\r]/.test(analysis.text.slice(start, end));
    if (!onLine) assert.fail(`${where}: ${label} at ${offset} replaces ${start} to ${end}`);
  }
  const found = hover(analysis, offset);
  if (!found) return;
  const { start, end } = found.span;
  assert.ok(0 <= start && start <= offset + 1 && offset <= end + 1 && end <= length, `${where}: hover at ${offset}`);
  assert.ok(found.markdown.length > 0);
}

test('at every offset of every sample and fixture', () => {
  assert.ok(FILES.length > 50);
  for (const file of FILES) {
    const analysis = analyse(readFileSync(file, 'utf8'), { release: NEWEST_RELEASE, python });
    for (let offset = 0; offset <= analysis.text.length; offset++) ask(analysis, offset, file);
  }
});

test('at the end of beginnings of samples and fixtures, in every release', () => {
  let seed = 7;
  const random = (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    return seed % below;
  };
  for (let i = 0; i < 600; i++) {
    const file = FILES[random(FILES.length)]!;
    const text = readFileSync(file, 'utf8');
    const end = random(text.length + 1);
    const release = RELEASES[random(RELEASES.length)]!;
    const analysis = analyse(text.slice(0, end), { release });
    for (const offset of [end, Math.max(0, end - 1), random(end + 1)]) ask(analysis, offset, `${file} to ${end}`);
  }
});

test('odd texts, escapes, bytes that are no UTF-8, offsets outside', () => {
  const texts = [
    '',
    '\0',
    '"',
    "'",
    '[',
    'disk=[',
    'vif=["\\',
    'vif=["\\x,|"]',
    'a="\udc80',
    "vif=['\\101,bridge=a",
    '\ufeffname="a"',
  ];
  for (const text of [...texts, 'cpuid="host,', 'disk=["😀,😀', 'vnuma=[[[["', 'x=1;;;', 'viridian=[\n\n"!']) {
    const analysis = analyse(text, { release: NEWEST_RELEASE });
    for (let offset = 0; offset <= text.length; offset++) ask(analysis, offset, JSON.stringify(text));
    assert.doesNotThrow(() => [
      completions(analysis, -1),
      completions(analysis, 1e9),
      hover(analysis, -1),
      hover(analysis, 1e9),
    ]);
  }
});

test('libxlutil reads every completion of an empty file, in every release', () => {
  for (const release of RELEASES) {
    const analysis = analyse('', { release });
    const offered = completions(analysis, 0);
    assert.ok(offered.length > 50);
    for (const completion of offered) {
      const text = `${applied('', completion, (inner) => inner || '1')}\n`;
      const { ok, settings, messages } = readSettings(text, { release });
      assert.ok(ok, `${text} ${messages.join()}`);
      if (completion.kind === 'snippet') continue;
      assert.deepEqual(
        settings.map(({ name }) => name),
        [completion.label],
      );
    }
  }
});

/** Keys that no single value makes right: they exclude or need one another, or xl refuses whatever they say. */
const UUID = '3f2b8e1c-55d6-4a6e-9c0b-0d7a5a1e2f43';
const NOT_ALONE: ReadonlySet<string> = new Set(['builder']);

test('xl accepts what an empty file is completed to, beside what every guest has', () => {
  const around = 'name = "a"\ntype = "hvm"\n';
  const analysis = analyse(`${around}`, { release: NEWEST_RELEASE });
  const refused: string[] = [];
  for (const completion of completions(analysis, around.length)) {
    if (NOT_ALONE.has(completion.label)) continue;
    const isUuid = findKey(completion.label)?.type === 'uuid';
    const text = `${applied(around, completion, (inner) => inner || (isUuid ? UUID : '1'))}\n`;
    const { verdict, findings } = analyse(text, { release: NEWEST_RELEASE });
    if (verdict === 'refused')
      refused.push(`${text.slice(around.length).trim()}: ${findings.map(({ message }) => message).join('; ')}`);
  }
  assert.deepEqual(refused, []);
});
