import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completed, labels, offered } from './completion-at';

test('words with and without quotes, whole and half typed', () => {
  assert.equal(completed('type = |', 'pvh'), 'type = "pvh"');
  assert.equal(completed('type = p|', 'pvh'), 'type = "pvh"');
  assert.equal(completed('type = "p|"', 'pvh'), 'type = "pvh"');
  assert.equal(completed("type='|hvm' # no\nmemory=1", 'pvh'), "type='pvh' # no\nmemory=1");
  assert.equal(completed('type = "p|\nmemory = 5', 'pvh'), 'type = "pvh\nmemory = 5');
  assert.equal(completed('on_crash = "destroy|"', 'preserve'), 'on_crash = "preserve"');
});

test('booleans and numbers with default and range', () => {
  assert.equal(completed('hap = |', '0'), 'hap = 0');
  assert.equal(completed('hap = "|"', '0'), 'hap = "0"');
  assert.match(offered('hap = |').find(({ label }) => label === '1')?.detail ?? '', /yes, default/);
  assert.equal(completed('stubdomain_memory = |', '128'), 'stubdomain_memory = 128');
  assert.match(offered('stubdomain_memory = |').find(({ label }) => label === '128')?.detail ?? '', /default \(MiB\)/);
  assert.ok(labels('max_grant_frames = |').includes('2147483647'));
});

test('a value that is a list gets its brackets, and either where both are right', () => {
  assert.equal(completed('vif = |', 'new interface'), 'vif = [ "bridge=‹xenbr0›" ]');
  assert.equal(completed('vif = |\nmemory = 5', 'mac'), 'vif = [ "mac=00:16:3e:‹00›:‹00›:‹00›" ]\nmemory = 5');
  assert.equal(completed('vnuma = |', 'size'), 'vnuma = [ [ "size=‹›" ] ]');
  assert.equal(completed('vnuma = [ | ]', 'size'), 'vnuma = [ [ "size=‹›" ] ]');
  assert.equal(completed('viridian = |', '1'), 'viridian = 1');
  assert.equal(completed('viridian = |', 'stimer'), 'viridian = [ "stimer" ]');
  assert.equal(completed('cpus = |', 'all'), 'cpus = "all"');
  assert.deepEqual(labels('vif = "|"'), []);
});

test('list items get the quotes and commas that are missing', () => {
  assert.equal(completed('viridian = [|]', 'base'), 'viridian = ["base"]');
  assert.equal(completed('viridian = [ "freq", | ]', 'base'), 'viridian = [ "freq", "base" ]');
  assert.equal(completed("viridian = [ 'freq' | ]", 'base'), "viridian = [ 'freq', 'base' ]");
  assert.equal(completed('viridian = [ |"freq" ]', 'base'), 'viridian = [ "base", "freq" ]');
  assert.equal(completed('viridian = [ | "freq" ]', 'base'), 'viridian = [ "base", "freq" ]');
  assert.equal(completed('viridian = [ "a" | "b" ]', 'base'), 'viridian = [ "a", "base", "b" ]');
  assert.equal(completed('viridian = [ "freq",\n  |\n', 'base'), 'viridian = [ "freq",\n  "base"\n');
  assert.equal(completed('viridian = [ ba| ]', 'base'), 'viridian = [ "base" ]');
  assert.equal(completed('viridian = [ "!st|" ]', 'stimer'), 'viridian = [ "!stimer" ]');
  assert.ok(!labels('viridian = [ "!|" ]').includes('all'));
});

test('words that the list holds come behind the others', () => {
  const words = labels('viridian = [ "base", "|" ]');
  assert.ok(words.indexOf('base') > words.indexOf('stimer'));
});

test('letters of the boot order, each once', () => {
  assert.deepEqual(
    labels('boot = "c|"')
      .filter((label) => label.length === 1)
      .sort(),
    ['a', 'd', 'n'],
  );
  assert.equal(completed('boot = "c|"', 'd'), 'boot = "cd"');
  assert.equal(completed('boot = |', 'd'), 'boot = "d"');
});

test('words are those of the release', () => {
  assert.ok(labels('device_model_version = "|"', 420).includes('qemu-xen-traditional'));
  assert.ok(!labels('device_model_version = "|"', 422).includes('qemu-xen-traditional'));
});
