import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

test('the registry of rules and their pages are up to date', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/rules.mjs', '--check'], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
});
