import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { RULES } from '../../server/src/rules/registry';
import expected from '../fixtures/conflicts.json';
import { Editor, FULL, until } from './editor';

const FOLDER = 'test/fixtures/conflicts';
const ACROSS = new Set(RULES.flatMap(({ code, across }) => (across ? code : [])));

test('a folder with planted conflicts: each is reported once in each of its files, and nothing else', () => {
  const run = spawnSync(process.execPath, ['dist/xencfg.js', 'check', '--format', 'json', FOLDER], {
    encoding: 'utf8',
  });
  const { files } = JSON.parse(run.stdout) as {
    files: { path: string; findings: { code: string; message: string }[] }[];
  };
  const found: Record<string, string[]> = {};
  for (const { path: file, findings } of files) {
    const codes = findings.filter(({ code }) => ACROSS.has(code)).map(({ code }) => code);
    if (codes.length > 0) found[path.relative(FOLDER, file)] = codes;
  }
  assert.deepEqual(found, expected);
  for (const { path: file, findings } of files) {
    for (const { code, message } of findings) {
      if (!ACROSS.has(code) || code === 'unknown-backend') continue;
      const [, other] = new RegExp(`(${FOLDER}/[\\w./-]+):\\d+`).exec(message) ?? [];
      assert.ok(other && other !== file && files.some((one) => one.path === other), message);
    }
  }
});

test('the text for people shows each of them once', () => {
  const run = spawnSync(process.execPath, ['dist/xencfg.js', 'check', FOLDER], { encoding: 'utf8' });
  const lines = run.stdout.split('\n').filter((line) => /\[(shared-|duplicate-name|unknown-backend)/.test(line));
  assert.equal(lines.length, Object.values(expected).flat().length);
});

test('an editor that has the folder open shows the same', () =>
  Editor.with(
    async (editor) => {
      const found = () => {
        const last = new Map(editor.published.map(({ uri, diagnostics }) => [uri, diagnostics]));
        const entries = [...last].map(([uri, diagnostics]) => [
          path.relative(pathToFileURL(path.resolve(FOLDER)).href, uri),
          diagnostics.map(({ code }) => String(code)),
        ]);
        return Object.fromEntries(
          entries.filter(([, codes]) => codes!.length > 0).sort(([a], [b]) => (a! < b! ? -1 : 1)),
        );
      };
      await until(() => (Object.keys(found()).length >= Object.keys(expected).length ? true : undefined));
      assert.deepEqual(found(), expected);
    },
    FULL,
    undefined,
    {},
    [pathToFileURL(path.resolve(FOLDER)).href],
  ));
