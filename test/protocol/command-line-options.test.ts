import assert from 'node:assert/strict';
import { test } from 'node:test';
import { playground, XL } from './command-line-runs';

const { xencfg, put } = playground();

const REFUSED = 'name = "old"\nkernel = "/k"\non_crash = "reboot"\nvcpu = 2\n';

/** What goes wrong before any file is read, and a word of what is said about it. */
const WRONG: readonly (readonly [words: string, said: RegExp])[] = [
  ['check --format json --xen 9 a.cfg', /4\.1 to 4\.22/],
  ['check --format json --config missing.json a.cfg', /missing\.json: no such file/],
  ['check --format json --max-findings many a.cfg', /max-findings/],
  ['check --format json --nonsense a.cfg', /--nonsense/],
  ['check --format json', /name a file/],
  ['fix --format=json --rule nonsense=off a.cfg', /nonsense/],
  ['fix --format json --config missing.json a.cfg', /missing\.json: no such file/],
  ['convert --format json --xen 9 a.cfg', /4\.1 to 4\.22/],
  ['convert --format json --set a a.cfg', /--set/],
  ['chekc --format json a.cfg', /chekc/],
  ['show --xen 9 --as settings a.cfg', /4\.1 to 4\.22/],
  ['show --xen 9 --format json a.cfg', /--format/],
  ['show --as settings missing.cfg', /missing\.cfg: no such file/],
  ['show --as settings', /file/],
  ['show a.cfg', /--as/],
];

for (const [words, said] of WRONG) {
  test(`one JSON document whatever is wrong: ${words}`, () => {
    put('a.cfg', XL);
    const { status, stdout, stderr } = xencfg(words.split(' '));
    assert.equal(status, 2);
    const { error, ...rest } = JSON.parse(stdout);
    assert.match(error, said);
    assert.ok(stderr.includes(error), stderr);
    assert.deepEqual(rest, words.startsWith('show') ? {} : { version: 1, files: [] });
  });
}

test('no document for those who did not ask for one', () => {
  put('a.cfg', XL);
  for (const words of [
    'check --xen 9 a.cfg',
    'chekc a.cfg',
    'convert --nonsense a.cfg',
    'show --as domain missing.cfg',
  ]) {
    const { status, stdout } = xencfg(words.split(' '));
    assert.deepEqual([words, status, stdout], [words, 2, '']);
  }
});

test('check --max-findings 0 prints none, and counts all', () => {
  put('a.cfg', REFUSED);
  const text = xencfg(['check', '--max-findings', '0', 'a.cfg']);
  assert.equal(text.status, 1);
  assert.match(text.stdout, /^1 file checked: 1 error, .*, (\d+) not shown\n$/);
  const json = xencfg(['check', '--max-findings', '0', '--format', 'json', 'a.cfg']);
  assert.equal(json.status, 1);
  assert.deepEqual(
    JSON.parse(json.stdout).files.map(({ findings, verdict }: { findings: []; verdict: string }) => [
      findings,
      verdict,
    ]),
    [[[], 'refused']],
  );
});

test('check --statistics counts by rule, of all files, in text and json', () => {
  put('etc/a.cfg', REFUSED);
  put('etc/b.cfg', REFUSED.replace('old', 'older'));
  const text = xencfg(['check', '--statistics', 'etc']);
  assert.equal(text.status, 1);
  assert.match(text.stdout, /^2 {2}unknown-key \(2 with a fix\)$/m);
  const { statistics } = JSON.parse(xencfg(['check', '--statistics', '--format', 'json', 'etc']).stdout);
  assert.deepEqual(
    statistics.find(({ code }: { code: string }) => code === 'unknown-key'),
    { code: 'unknown-key', count: 2, fixable: 2 },
  );
  assert.equal(xencfg(['check', '--statistics', '--format', 'sarif', 'etc']).status, 2);
});
