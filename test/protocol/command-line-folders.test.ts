import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { test } from 'node:test';
import { playground, XL, XM } from './command-line-runs';

const { at, xencfg, put, get } = playground();
const guest = (name: string) => XL.replace('web', name);

function paths(words: string[], options = {}): string[] {
  const { stdout, stderr } = xencfg(['check', '--format', 'json', ...words], options);
  assert.equal(typeof stdout, 'string', stderr);
  return JSON.parse(stdout).files.map((file: { path: string }) => file.path);
}

test('.gitignore: nested, with exceptions, from the top of the repository on, and --no-ignore', () => {
  for (const name of ['a', 'b.old', 'keep.old', 'sub/c', 'sub/d.tmpl2', 'gone/e', 'sub/deep/f'])
    put(`r/${name}`, guest(name.replace(/\W/g, '')));
  put('r/.git/HEAD', 'ref: refs/heads/main\n');
  put('r/.git/info/exclude', 'f\n');
  put('r/.gitignore', '*.old\n!keep.old\n/gone/\n');
  put('r/sub/.gitignore', '*.tmpl2\n');
  assert.deepEqual(paths(['r']), ['r/a', 'r/keep.old', 'r/sub/c']);
  assert.deepEqual(paths(['r/sub']), ['r/sub/c']);
  put('r/.gitignore', 'sub/c\n');
  assert.deepEqual(paths(['r/sub']), []);
  assert.equal(paths(['--no-ignore', 'r']).length, 7);
  assert.deepEqual(paths(['r/b.old', 'r/sub/c']), ['r/b.old', 'r/sub/c']);
  assert.match(xencfg(['check', 'r']).stderr, /^r\/sub\/c: skipped: left out by \.gitignore$/m);
});

test('quoted patterns, --exclude, and what a pattern does not match', () => {
  for (const name of ['a.cfg', 'b.hvm', 'x/c.cfg', 'x/y/d.cfg']) put(`etc/${name}`, guest(name.replace(/\W/g, '')));
  assert.deepEqual(paths(['etc/*.cfg']), ['etc/a.cfg']);
  assert.deepEqual(paths(['etc/**/*.cfg']), ['etc/a.cfg', 'etc/x/c.cfg', 'etc/x/y/d.cfg']);
  assert.deepEqual(paths(['etc/*.{cfg,hvm}']), ['etc/a.cfg', 'etc/b.hvm']);
  assert.deepEqual(paths(['**/[cd].cfg']), ['etc/x/c.cfg', 'etc/x/y/d.cfg']);
  assert.deepEqual(paths(['--exclude', 'y/', '--exclude', '*.hvm', 'etc']), ['etc/a.cfg', 'etc/x/c.cfg']);
  const none = xencfg(['check', 'etc/*.none', 'etc/a.cfg']);
  assert.equal(none.status, 2);
  assert.match(none.stdout, /^etc\/\*\.none: no file matches$/m);
});

test('.xencfg.json: the nearest one holds, options win, mistakes are told with their places', () => {
  put('etc/.xencfg.json', '{ "release": "4.4", "severities": { "unknown-key": "error" }, "excludes": ["old/"] }');
  put('etc/new/.xencfg.json', '{ "knownKeys": ["colour"] }');
  put('etc/a.cfg', `${guest('a').replace("type = 'pv'", '')}colour = 'red'\n`);
  put('etc/new/b.cfg', `${guest('b')}colour = 'red'\n`);
  put('etc/old/c.cfg', guest('c'));
  const { files } = JSON.parse(xencfg(['check', '--format', 'json', 'etc']).stdout);
  assert.deepEqual(
    files.map(({ path, findings }: { path: string; findings: { code: string; severity: string }[] }) => [
      path,
      ...findings.map(({ code, severity }) => `${code} ${severity}`),
    ]),
    [['etc/a.cfg', 'unknown-key error'], ['etc/new/b.cfg']],
  );
  assert.equal(xencfg(['check', 'etc/a.cfg']).status, 1);
  assert.equal(xencfg(['check', '--rule', 'unknown-key=hint', 'etc/a.cfg']).status, 0);
  assert.equal(xencfg(['check', '--no-config', 'etc/a.cfg']).status, 0);
  assert.equal(xencfg(['check', '--config', 'etc/new/.xencfg.json', 'etc/a.cfg']).status, 0);
  const piped = xencfg(['check', '--stdin-filename', 'etc/x.cfg', '-'], { input: get('etc/a.cfg') });
  assert.equal(piped.status, 1);
  assert.match(piped.stdout, /^etc\/x\.cfg:\d+:\d+: error\[unknown-key\]/);
  put('etc/new/.xencfg.json', '{\n  "knownKeys": [1],\n  "colour": 2\n}\n');
  const bad = xencfg(['check', '--format', 'json', 'etc']);
  assert.equal(bad.status, 2);
  assert.match(bad.stderr, /\.xencfg\.json:2:17: a string is wanted/);
  assert.match(bad.stderr, /\.xencfg\.json:3:3: "colour" is no setting/);
  assert.match(JSON.parse(bad.stdout).error, /a string is wanted/);
});

test('--error-on-warnings, --max-findings, --quiet, --statistics, --color and NO_COLOR', () => {
  put('a.cfg', `${XL}colour = 1\ncolours = 2\n`);
  assert.equal(xencfg(['check', 'a.cfg']).status, 0);
  assert.equal(xencfg(['check', '--error-on-warnings', 'a.cfg']).status, 1);
  const one = xencfg(['check', '--max-findings', '1', 'a.cfg']).stdout;
  assert.equal(one.match(/unknown-key/g)!.length, 1);
  assert.match(one, /2 other findings, 1 not shown/);
  assert.doesNotMatch(xencfg(['check', '-q', 'a.cfg']).stdout, /checked/);
  assert.match(xencfg(['check', '--statistics', 'a.cfg']).stdout, /^2 {2}unknown-key/);
  assert.ok(!xencfg(['check', 'a.cfg']).stdout.includes('\x1b'));
  assert.ok(xencfg(['check', '--color', 'always', 'a.cfg']).stdout.includes('\x1b[1;33mwarning'));
  const onTerminal = (env: Record<string, string>) =>
    spawnSync('script', ['-qec', `${process.execPath} ${process.cwd()}/dist/xencfg.js check a.cfg`, '/dev/null'], {
      cwd: at('.'),
      encoding: 'utf8',
      env: { ...process.env, TERM: 'xterm', ...env },
    }).stdout;
  assert.ok(onTerminal({ NO_COLOR: '' }).includes('\x1b['));
  assert.ok(!onTerminal({ NO_COLOR: '1' }).includes('\x1b['));
});

test('--diff: a patch on standard output, nothing changed, the report beside it', () => {
  put('a.cfg', XM);
  const { stdout, stderr, status } = xencfg(['check', '--diff', 'a.cfg']);
  assert.equal(status, 0);
  assert.match(stderr, /1 file checked/);
  assert.equal(get('a.cfg'), XM);
  const patched = spawnSync('git', ['apply', '-'], {
    cwd: at('.'),
    input: stdout.replace(/^(---|\+\+\+) /gm, '$1 a/'),
    encoding: 'utf8',
  });
  assert.equal(patched.status, 0, patched.stderr);
  assert.equal(get('a.cfg'), XL);
  assert.equal(xencfg(['check', '--diff', 'a.cfg']).stdout, '');
});

test('threads: what comes out is the same, however many there are', () => {
  for (let i = 0; i < 700; i++)
    put(`etc/d${i % 7}/g${i}.cfg`, i % 5 ? guest(`g${i % 600}`) : `${guest(`g${i}`)}colour = ${i}\n`);
  put('etc/notes.txt', 'hello\n');
  const [one, two, three] = ['1', '2', '3'].map((jobs) => xencfg(['check', '--format', 'json', '--jobs', jobs, 'etc']));
  assert.ok(one!.stdout.includes('duplicate-name') && one!.stdout.includes('unknown-key'));
  assert.deepEqual(two, one);
  assert.deepEqual(three, one);
});

test('convert --report: what became of every file, the same when it is run twice', () => {
  put('etc/a.cfg', XM);
  put('etc/same.cfg', guest('same'));
  put('etc/open.cfg', `${XM.replace('web', 'open')}disk = [ 'phy:/dev/vg/a,xvda,w!' ]\n`);
  put('etc/assumed.xm', "import os\nname = 'x' + os.uname()[0]\nkernel = '/k'\nmemory = 64\ndisk = []\n");
  put('etc/notes.txt', 'call Bob\n');
  const words = ['convert', '--out', 'out', '--force', '--report', 'r.json', '--report', 'r.md', 'etc'];
  assert.equal(xencfg(words).status, 1);
  const [json, markdown, text] = [get('r.json'), get('r.md'), get('out/a.cfg')];
  assert.deepEqual(
    JSON.parse(json).files.map(({ path, status }: { path: string; status: string }) => [path, status]),
    [
      ['etc/a.cfg', 'converted'],
      ['etc/assumed.xm', 'assumed'],
      ['etc/notes.txt', 'other'],
      ['etc/open.cfg', 'decision'],
      ['etc/same.cfg', 'unchanged'],
    ],
  );
  const [decision] = JSON.parse(json).files[3].decisions;
  assert.deepEqual([decision.line, decision.code], [3, 'xm-disk-mode']);
  assert.match(markdown, /^## Needs a decision\n\n- `etc\/open\.cfg`\n {2}- 4:\d+: /m);
  assert.equal(xencfg(words).status, 1);
  assert.deepEqual([get('r.json'), get('r.md'), get('out/a.cfg')], [json, markdown, text]);
});

test('init: a file that check has nothing to say of; questions on a terminal alone', () => {
  assert.equal(xencfg(['init', '--type', 'hvm', '--disk', '/dev/vg0/w', '--cdrom', '/srv/a.iso', 'w.cfg']).status, 0);
  const { status, stdout } = xencfg(['check', '--error-on-warnings', 'w.cfg']);
  assert.equal(status, 0, stdout);
  assert.match(get('w.cfg'), /^name = "w"$/m);
  assert.equal(xencfg(['init', 'w.cfg']).status, 2);
  assert.match(xencfg(['init', '--xen', '4.5']).stdout, /^name = "guest"$/m);
  assert.equal(xencfg(['init', '--type', 'pvh', '--xen', '4.5']).status, 2);
  const asked = spawnSync(
    'script',
    ['-qec', `${process.execPath} ${process.cwd()}/dist/xencfg.js init n.cfg`, '/dev/null'],
    {
      cwd: at('.'),
      input: 'pv\nnew1\n2048\n\n/dev/vg0/new1\nnone\n',
      encoding: 'utf8',
    },
  );
  assert.equal(asked.status, 0, asked.stdout);
  assert.match(get('n.cfg'), /name = "new1"[\s\S]*type = "pv"[\s\S]*memory = 2048[\s\S]*target=\/dev\/vg0\/new1/);
});

test('a folder that is empty, and one that holds no guest', () => {
  mkdirSync(at('none'));
  const { status, stdout } = xencfg(['check', 'none']);
  assert.deepEqual([status, stdout], [0, '0 files checked: 0 errors, 0 other findings\n']);
});
