import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completed, labels, offered } from './completion-at';

test('a key that is half typed becomes a whole setting', () => {
  assert.equal(completed('na|', 'name'), 'name = "‹›"');
  assert.equal(completed('mem|xx', 'memory'), 'memory = ‹›');
  assert.equal(completed('name = "a"\nty|\nvcpus = 2\n', 'type'), 'name = "a"\ntype = "‹hvm›"\nvcpus = 2\n');
  assert.equal(completed('# comment\n|', 'localtime'), '# comment\nlocaltime = ‹1›');
  assert.equal(completed('|', 'cpus'), 'cpus = "‹0›-‹3›"');
  assert.equal(completed('|', 'vif'), 'vif = [ "bridge=‹xenbr0›" ]');
  assert.equal(completed('|', 'vnuma'), 'vnuma = [ [ "pnode=‹0›" ] ]');
  assert.equal(completed('|', 'viridian'), 'viridian = ‹1›');
  assert.equal(completed('|', 'bootloader_args'), 'bootloader_args = [ "‹›" ]');
});

test('a key before its = is replaced alone', () => {
  assert.equal(completed('me|m = 512', 'memory'), 'memory = 512');
  assert.equal(completed('|mem += 512', 'memory'), 'memory += 512');
});

test('a key behind a semicolon, and below a list that nobody closed', () => {
  assert.equal(completed('name = "a"; vc|', 'vcpus'), 'name = "a"; vcpus = ‹›');
  assert.equal(completed('disk = [ "a",\nvc|', 'vcpus'), 'disk = [ "a",\nvcpus = ‹›');
});

test('keys that are set are not offered, nor those of other releases or of xm', () => {
  assert.ok(!labels('memory = 5\n|').includes('memory'));
  assert.ok(labels('memory = 5\n|\n').includes('maxmem'));
  assert.ok(!labels('|').includes('pvh'));
  assert.ok(labels('|', 408).includes('pvh'));
  assert.ok(!labels('|', 413).includes('xenstore_quota'));
  for (const name of ['vcpu_avail', 'restart', 'on_xend_start']) assert.ok(!labels('|').includes(name), name);
});

test('keys for the guest come first, replaced ones last with what replaces them', () => {
  const hvm = labels('type = "hvm"\n|');
  const pv = labels('type = "pv"\n|');
  assert.ok(hvm.indexOf('hdtype') < hvm.indexOf('builder'));
  assert.ok(pv.indexOf('vcpus') < pv.indexOf('hdtype'));
  assert.ok(hvm.indexOf('hdtype') < hvm.indexOf('pvshim'));
  const builder = offered('|').find(({ label }) => label === 'builder');
  assert.equal(builder?.deprecated, true);
  assert.match(builder?.detail ?? '', /replaced by type/);
});

test('nothing in comments, behind a whole value, in other programs', () => {
  assert.deepEqual(labels('# me|'), []);
  assert.deepEqual(labels('memory = 5 # me|'), []);
  assert.deepEqual(labels('memory = 5 |'), []);
  assert.deepEqual(labels('name = "a" |'), []);
  assert.deepEqual(labels('unknown_key = |'), []);
});
