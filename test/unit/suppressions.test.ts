import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Severity } from '../../server/src/rules/finding';
import type { Severities } from '../../server/src/rules/severities';
import { analyse } from '../../server/src/service';

const REFUSED = 'name = "web"\nkernel = "/boot/vmlinuz"\non_crash = "reboot"\n';

function found(text: string, severities: Severities = {}) {
  const { findings, verdict } = analyse(text, { release: 422, severities });
  return { verdict, found: findings.map(({ code, severity }): [string, Severity] => [code, severity]) };
}

test('a comment keeps the findings of its line quiet, and the verdict stands', () => {
  assert.deepEqual(found(REFUSED), { verdict: 'refused', found: [['unknown-value', 'error']] });
  const quiet = REFUSED.replace(/\n$/, ' # xencfg: ignore unknown-value -- another program reads it\n');
  assert.deepEqual(found(quiet), { verdict: 'refused', found: [] });
  const cut = quiet.replace(/\n$/, '');
  assert.deepEqual(found(`${cut}\n`), { verdict: 'refused', found: [] });
});

test('a comment on a line of its own is for the statement behind it, comments and blank lines between them or not', () => {
  const text = [
    'name = "web"',
    '# xencfg: ignore unknown-key, number-unit',
    '',
    '# who has it',
    'owner = [ "mail",',
    '          "web" ]; backup = 3',
    'purpose = "tests"',
    'kernel = "/boot/vmlinuz"; memory = "2G"',
  ].join('\n');
  assert.deepEqual(found(`${text}\n`).found, [
    ['unused-suppression', 'hint'],
    ['unknown-key', 'warning'],
    ['number-unit', 'warning'],
  ]);
});

test('ignore-file is for the whole file, wherever it stands', () => {
  const text = 'owner = "mail"\nname = "web"\nkernel = "/k"\n# xencfg: ignore-file unknown-key\npurpose = "tests"\n';
  assert.deepEqual(found(text).found, []);
});

test('a comment inside Python counts, and what stands in a string is no comment', () => {
  const python = 'name = "web"\nkernel = "/k"\nif name: # xencfg: ignore python-if\n  vcpus = 2\n';
  assert.ok(!found(python).found.some(([code]) => code === 'python-if'));
  const string = 'name = "web"\nkernel = "/k"\nextra = "# xencfg: ignore unknown-key"\n';
  assert.deepEqual(found(string).found, []);
});

test('severities change findings, never the verdict', () => {
  assert.deepEqual(found(REFUSED, { 'unknown-value': 'off' }), { verdict: 'refused', found: [] });
  assert.deepEqual(found(REFUSED, { 'unknown-value': 'hint' }).found, [['unknown-value', 'hint']]);
  const accepted = 'name = "web"\nkernel = "/k"\nvcpu = 2\n';
  const strict = found(accepted, { 'unknown-key': 'error' });
  assert.deepEqual(strict, { verdict: 'accepted', found: [['unknown-key', 'error']] });
});

test('every rule can be set, also those that are asked by themselves', () => {
  assert.deepEqual(found('name = "web"\n', { 'xl-message': 'information' }).found, [['xl-message', 'information']]);
  assert.deepEqual(found('name = "{{ x }}"\n', { 'template-placeholder': 'off' }).found, [['xl-message', 'error']]);
  assert.deepEqual(found('<domain/>\n', { 'foreign-format': 'warning' }).found, [['foreign-format', 'warning']]);
  const unused = 'name = "web"\nkernel = "/k"\n# xencfg: ignore syntax\n';
  assert.deepEqual(found(unused, { 'unused-suppression': 'warning' }).found, [['unused-suppression', 'warning']]);
});

test('a rule that is off is asked once it has a severity', () => {
  const text = 'name = "web"\nkernel = "/k"\non_crash = "destroy"\n';
  assert.deepEqual(found(text).found, []);
  assert.deepEqual(found(text, { 'redundant-default': 'warning' }).found, [['redundant-default', 'warning']]);
});
