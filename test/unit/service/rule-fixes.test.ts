import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixableByRule, fixRule } from '../../../server/src/service/index';
import { applyEdits } from '../../../server/src/syntax/span';
import { analysed } from './marked';

test('everything that a rule finds, and nothing else', async () => {
  const text = "builder = 'linux'\ndisk = [ 'tap:aio:/a,xvda,w', 'tap:aio:/b,xvdb,w' ]\n";
  const analysis = await analysed(text);
  const code = 'xm-disk-prefix';
  assert.equal(fixableByRule(analysis, code, 'safe'), 2);
  const fixed = applyEdits(text, fixRule(analysis, code, 'safe'));
  assert.match(fixed, /^builder = 'linux'$/m);
  assert.doesNotMatch(fixed, /tap:/);
  const after = await analysed(fixed);
  assert.equal(after.findings.filter((one) => one.code === code).length, 0);
});

test('restoring fixes when they are asked for alone', async () => {
  const text = "name = 'a'\nrestart = 'onreboot'\n";
  const analysis = await analysed(text);
  assert.deepEqual(fixRule(analysis, 'xm-restart', 'safe'), []);
  assert.match(applyEdits(text, fixRule(analysis, 'xm-restart', 'restoring')), /on_reboot/);
});
