import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, test } from 'node:test';

const program = path.resolve('dist/xencfg.js');
const XM = "name = 'web'\nkernel = '/k'\nbuilder = 'linux'   # from 2009\n";
const XL = "name = 'web'\nkernel = '/k'\ntype = 'pv'   # from 2009\n";
const REFUSED = 'name = "old"\nkernel = "/k"\non_crash = "reboot"\n';
let folder: string;

before(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'xencfg-cli-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(path.join(folder, name), { recursive: true, force: true });
});

function xencfg(words: string[], input?: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    cwd: folder,
    encoding: 'utf8',
    input: input ?? '',
  });
  return { status, stdout, stderr };
}

function put(name: string, text: string | Uint8Array): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
}

const get = (name: string) => readFileSync(path.join(folder, name), 'utf8');

test('check: one document, paths as given, exit codes 0, 1 and 2', () => {
  put('good.cfg', XL);
  put('bad.cfg', REFUSED);
  const both = xencfg(['check', '--format', 'json', 'bad.cfg', './good.cfg']);
  assert.equal(both.status, 1);
  const { version, files } = JSON.parse(both.stdout);
  assert.equal(version, 1);
  assert.deepEqual(
    files.map((file: { path: string; verdict: string }) => [file.path, file.verdict]),
    [
      ['bad.cfg', 'refused'],
      ['./good.cfg', 'accepted'],
    ],
  );
  const [finding] = files[0].findings;
  assert.deepEqual(finding.range, { start: { line: 2, character: 11 }, end: { line: 2, character: 19 } });
  assert.equal(finding.severity, 'error');
  assert.equal(xencfg(['check', 'good.cfg']).status, 0);

  const missing = xencfg(['check', '--format', 'json', 'good.cfg', 'missing.cfg']);
  assert.equal(missing.status, 2);
  assert.deepEqual(JSON.parse(missing.stdout).files[1], { path: 'missing.cfg', error: 'no such file' });
  const wrong = xencfg(['check', '--format', 'json', '--nope', 'good.cfg']);
  assert.equal(wrong.status, 2);
  assert.match(JSON.parse(wrong.stdout).error, /--nope/);
});

test('check: a folder gives its guest files, links to one file once, and says what it skips', () => {
  put('etc/web.cfg', XL);
  put('etc/notes.txt', 'call Bob\n');
  put('etc/db', REFUSED.replace('old', 'db').replace('kernel', 'on_reboot = "destroy"\nkernel'));
  mkdirSync(path.join(folder, 'etc/auto'));
  symlinkSync('../web.cfg', path.join(folder, 'etc/auto/web.cfg'));
  symlinkSync('..', path.join(folder, 'etc/auto/loop'));
  const { stdout, stderr } = xencfg(['check', '--format', 'json', 'etc/']);
  const { files } = JSON.parse(stdout);
  assert.deepEqual(
    files.map((file: { path: string }) => file.path),
    ['etc/db', 'etc/web.cfg'],
  );
  assert.ok(!stdout.includes('duplicate-name'));
  assert.match(stderr, /etc\/auto\/web\.cfg: skipped: the same file as etc\/web\.cfg/);
  assert.match(stderr, /etc\/notes\.txt: skipped/);
});

test('check: what xl accepts is accepted whatever its encoding and looks', () => {
  put('koi8', Buffer.concat([Buffer.from([0x23, 0x20, 0xcb, 0xcf, 0xce, 0xc6, 0x0a]), Buffer.from(XL)]));
  const { status, stdout } = xencfg(['check', '--format', 'json', 'koi8']);
  assert.equal(status, 0);
  assert.equal(JSON.parse(stdout).files[0].verdict, 'accepted');
});

test('check --fix: safe fixes alone, the file whole', () => {
  put('web.cfg', `${XM}disk = [ 'phy:/dev/vg/a,xvda,w!' ]\n`);
  assert.equal(xencfg(['check', '--fix', 'web.cfg']).status, 1);
  assert.equal(get('web.cfg'), `${XL}disk = [ 'phy:/dev/vg/a,xvda,w!' ]\n`);
  const piped = xencfg(['check', '--fix', '-'], XM);
  assert.equal(piped.stdout, XL);
  assert.match(piped.stderr, /1 file checked/);
});

test('convert: standard output, --out as a file and as a folder, --force', () => {
  put('a.cfg', XM);
  assert.equal(xencfg(['convert', 'a.cfg']).stdout, XL);
  assert.equal(xencfg(['convert', '-'], XM).stdout, XL);
  assert.equal(xencfg(['convert', '--out', 'one', 'a.cfg']).status, 0);
  assert.equal(get('one'), XL);
  assert.equal(xencfg(['convert', '--out', 'one', 'a.cfg']).status, 2);
  assert.equal(xencfg(['convert', '--out', 'one', '--force', 'a.cfg']).status, 0);
  assert.equal(xencfg(['convert', '--out', 'new/', 'a.cfg']).status, 0);
  assert.equal(get('new/a.cfg'), XL);

  put('dir/sub/b.cfg', XM);
  assert.equal(xencfg(['convert', '--out', 'out', 'dir']).status, 0);
  assert.equal(get('out/sub/b.cfg'), XL);
  assert.equal(xencfg(['convert', '--out', 'two', 'a.cfg', 'missing.cfg']).status, 2);
  assert.equal(get('two/a.cfg'), XL);

  put('other/a.cfg', XM);
  assert.equal(xencfg(['convert', '--out', 'clash', 'a.cfg', 'other/a.cfg']).status, 2);
  assert.ok(!existsSync(path.join(folder, 'clash')));
});

test('convert: a file with nothing to convert comes out byte for byte', () => {
  const bytes = Buffer.concat([
    Buffer.from("name='a'\nkernel='/k'\nmemory=1\nmemory=2\n# "),
    Buffer.from([0xe9, 0x0a]),
  ]);
  put('a.cfg', bytes);
  assert.equal(xencfg(['convert', '--out', 'b.cfg', 'a.cfg']).status, 0);
  assert.deepEqual(readFileSync(path.join(folder, 'b.cfg')), bytes);
});

test('convert --in-place: keeps a backup of the real file, leaves open decisions alone unless --partial', () => {
  put('web.cfg', XM);
  mkdirSync(path.join(folder, 'auto'));
  symlinkSync('../web.cfg', path.join(folder, 'auto/web.cfg'));
  assert.equal(xencfg(['convert', '--in-place', 'auto/web.cfg']).status, 0);
  assert.equal(get('web.cfg'), XL);
  assert.equal(get('web.cfg.bak'), XM);
  assert.ok(lstatSync(path.join(folder, 'auto/web.cfg')).isSymbolicLink());
  assert.deepEqual(readdirSync(path.join(folder, 'auto')), ['web.cfg']);

  const open = `${XM}disk = [ 'phy:/dev/vg/a,xvda,w!' ]\n`;
  put('open.cfg', open);
  const { status, stderr } = xencfg(['convert', '--in-place', 'open.cfg']);
  assert.equal(status, 1);
  assert.match(stderr, /^open\.cfg:4:\d+: "w!"/m);
  assert.equal(get('open.cfg'), open);
  assert.equal(xencfg(['convert', '--in-place', '--partial', 'open.cfg']).status, 1);
  assert.equal(get('open.cfg.bak'), open);
  assert.ok(get('open.cfg').includes("'pv'"));
});

test('convert --set: one result per value of a range, named after the guest', () => {
  put('lab.xm', "name = 'lab' + vmid\nkernel = '/k'\nbuilder = 'linux'\n");
  assert.equal(xencfg(['convert', '--set', 'vmid=1..3', '--out', 'labs', 'lab.xm']).status, 0);
  assert.deepEqual(readdirSync(path.join(folder, 'labs')).sort(), ['lab1.cfg', 'lab2.cfg', 'lab3.cfg']);
  assert.match(get('labs/lab2.cfg'), /^name = 'lab2'$/m);
  assert.equal(xencfg(['convert', '--set', 'vmid=3..1', 'lab.xm']).status, 2);
  assert.equal(xencfg(['convert', '--set', 'vmid=1..20000', 'lab.xm']).status, 2);
  assert.equal(xencfg(['convert', '--set', 'vmid', 'lab.xm']).status, 2);
  assert.equal(xencfg(['convert', '--set', 'vmid=1..2', 'lab.xm']).status, 2, 'two results on standard output');
  assert.equal(xencfg(['convert', '--set', 'vmid=1..2', '--in-place', 'lab.xm']).status, 2);
});

test('convert --set: zeros are kept, ranges combine, a value that the check refuses leaves decisions', () => {
  put('pair.xm', "name = 'a%s-%s' % (row, seat)\nkernel = '/k'\nbuilder = 'linux'\n");
  assert.equal(xencfg(['convert', '--set', 'row=1..2', '--set', 'seat=08..10', '--out', 'pairs', 'pair.xm']).status, 0);
  assert.deepEqual(readdirSync(path.join(folder, 'pairs')).sort(), [
    'a1-08.cfg',
    'a1-09.cfg',
    'a1-10.cfg',
    'a2-08.cfg',
    'a2-09.cfg',
    'a2-10.cfg',
  ]);
  // the same name twice is no result, and nothing is written
  put('same.xm', "name = 'one'\nn = int(vmid)\nkernel = '/k'\nbuilder = 'linux'\n");
  assert.equal(xencfg(['convert', '--set', 'vmid=1..2', '--out', 'same', 'same.xm']).status, 2);
  assert.equal(existsSync(path.join(folder, 'same')), false);
  put(
    'checked.xm',
    "def positive(var, val):\n  if int(val) < 1: raise ValueError('from 1 on')\n  return int(val)\nxm_vars.var('vmid', use='Number', check=positive)\nxm_vars.check()\nname = 'v%d' % vmid\nkernel = '/k'\n",
  );
  assert.equal(xencfg(['convert', '--set', 'vmid=7', 'checked.xm']).stdout, "name = 'v7'\nkernel = '/k'\n");
  const { status, stderr } = xencfg(['convert', '--explain', '--set', 'vmid=0', 'checked.xm']);
  assert.equal(status, 1);
  assert.match(stderr, /^checked\.xm: parameter vmid: vmid=0 \(refused: from 1 on\)$/m);
});

test('convert --assume and the folder of the file: said in the explanation', () => {
  put('sub/here.xm', "import os\nname = os.path.basename(os.getcwd())\nkernel = os.getenv('K')\n");
  const { status, stdout, stderr } = xencfg([
    'convert',
    '--explain',
    '--assume',
    "os.getenv('K')=/boot/k",
    'sub/here.xm',
  ]);
  assert.equal(status, 0);
  assert.equal(stdout, "name = 'sub'\nkernel = '/boot/k'\n");
  assert.match(stderr, /assumed: os\.getcwd\(\) is the file's folder, '.*\/sub'/);
  assert.match(stderr, /assumed: os\.getenv\('K'\) is '\/boot\/k'/);
});

test('convert: xm_file is the path of the file, which is said and can be set', () => {
  put('sub/web.xm', "import os\nname = os.path.basename(xm_file)[:-3]\nkernel = os.path.dirname(xm_file) + '/k'\n");
  const taken = xencfg(['convert', '--explain', 'sub/web.xm']);
  assert.equal(taken.status, 0);
  assert.match(taken.stdout, /^name = 'web'\nkernel = '\/.*\/sub\/k'\n$/);
  assert.match(taken.stderr, /assumed: xm_file is the file's path, '.*\/sub\/web\.xm'/);
  const given = xencfg(['convert', '--explain', '--assume', 'xm_file=/etc/xen/db.xm', 'sub/web.xm']);
  assert.equal(given.stdout, "name = 'db'\nkernel = '/etc/xen/k'\n");
  assert.match(given.stderr, /assumed: xm_file is '\/etc\/xen\/db\.xm'/);
});

test('convert --explain: the table of what xm built and what xl will build; as JSON too', () => {
  put('a.cfg', `${XM}memory = 64\n`);
  const { status, stderr } = xencfg(['convert', '--explain', 'a.cfg']);
  assert.equal(status, 0);
  assert.match(
    stderr,
    /^FIELD +XM BUILT +XL WILL BUILD +WHY THEY DIFFER\non_crash +restart +\(not set\) +changed default: /m,
  );
  assert.doesNotMatch(stderr, /c_info\.name/);
  assert.match(xencfg(['convert', '--explain=all', 'a.cfg']).stderr, /^c_info\.name +web +web$/m);
  const report = JSON.parse(xencfg(['convert', '--explain', '--format', 'json', 'a.cfg', 'missing.cfg']).stdout);
  assert.equal(report.version, 1);
  assert.deepEqual(
    report.files.map(({ path, verdict }: { path: string; verdict?: string }) => [path, verdict]),
    [
      ['a.cfg', 'accepted'],
      ['missing.cfg', undefined],
    ],
  );
  const [file] = report.files;
  assert.equal(file.text, `${XL}memory = 64\n`);
  assert.equal(file.proof.builder, 'xm');
  assert.equal(file.proof.rows.find((row: { field: string }) => row.field === 'on_crash').reason.kind, 'default');
  assert.equal(JSON.parse(xencfg(['convert', '--format', 'json', '--nonsense']).stdout).version, 1);
});

test('convert --diff: a patch that patch(1) could apply, and nothing written', () => {
  put('a.cfg', XM);
  const { status, stdout } = xencfg(['convert', '--diff', 'a.cfg']);
  assert.equal(status, 0);
  assert.equal(
    stdout,
    `--- a.cfg\n+++ a.cfg\n@@ -1,3 +1,3 @@\n name = 'web'\n kernel = '/k'\n-${XM.split('\n')[2]}\n+${XL.split('\n')[2]}\n`,
  );
  assert.equal(get('a.cfg'), XM);
});

test('show: settings as libxlutil reads them, and the domain', () => {
  put('a.cfg', 'name="x"\nmemory=0x10\nextra="a"\nextra+="b"\n');
  assert.deepEqual(JSON.parse(xencfg(['show', '--as', 'settings', 'a.cfg']).stdout), {
    ok: true,
    messages: [],
    settings: [
      { name: 'name', op: '=', line: 1, value: 'x' },
      { name: 'memory', op: '=', line: 2, value: '0x10' },
      { name: 'extra', op: '=', line: 3, value: 'a' },
      { name: 'extra', op: '+=', line: 4, value: 'ab' },
    ],
  });
  put('broken.cfg', 'a = \n');
  const broken = xencfg(['show', '--as', 'settings', 'broken.cfg']);
  assert.equal(broken.status, 1);
  assert.equal(JSON.parse(broken.stdout).ok, false);
  put('web.cfg', XL);
  assert.equal(JSON.parse(xencfg(['show', '--as', 'domain', 'web.cfg']).stdout).c_info.name, 'web');
  const refused = xencfg(['show', '--as', 'domain', 'broken.cfg']);
  assert.deepEqual([refused.status, refused.stdout], [1, '']);
  assert.equal(xencfg(['show', '--as', 'settings', 'none.cfg']).status, 2);
});

test('show --defaults: the domain as libxl completes it, or why libxl refuses it', () => {
  put('g.cfg', 'name="x"\ntype="hvm"\nmemory=512\nvif=[""]\n');
  const made = xencfg(['show', '--as', 'domain', '--defaults', '--xen', '4.17', 'g.cfg']);
  assert.deepEqual([made.status, made.stderr], [0, '']);
  const { c_info, b_info, nics } = JSON.parse(made.stdout);
  assert.deepEqual([c_info.hap, b_info['type.hvm'].bios, nics[0].nictype], ['True', 'seabios', 'vif_ioemu']);
  put('h.cfg', 'name="x"\ntype="hvm"\nbios="rombios"\n');
  const refused = xencfg(['show', '--as', 'domain', '--defaults', '--xen', '4.17', 'h.cfg']);
  assert.deepEqual([refused.status, refused.stdout], [1, '']);
  assert.match(refused.stderr, /^libxl: error: qemu-xen does not support bios=rombios\.\n/);
  assert.equal(xencfg(['show', '--as', 'domain', '--xen', '4.17', 'h.cfg']).status, 0);
  assert.equal(xencfg(['show', '--as', 'settings', '--defaults', 'g.cfg']).status, 2);
  const { files } = JSON.parse(xencfg(['check', '--format', 'json', '--xen', '4.17', 'h.cfg']).stdout);
  assert.equal(files[0].verdict, 'accepted');
  assert.deepEqual(
    files[0].findings.map(({ code, severity }: { code: string; severity: string }) => [code, severity]),
    [['libxl-refusal', 'warning']],
  );
});

test('usage: help, version, rules, unknown words', () => {
  assert.equal(xencfg(['--help']).status, 0);
  assert.match(xencfg(['--version']).stdout, /^\d+\.\d+\.\d+\n$/);
  assert.match(xencfg(['rule', 'xm-disk-mode']).stdout, /^xm-disk-mode: /);
  assert.equal(xencfg(['rule', 'none']).status, 2);
  assert.equal(xencfg(['frobnicate']).status, 2);
  assert.equal(xencfg([]).status, 2);
  assert.equal(xencfg(['check', '--xen', '5.0', 'a.cfg']).status, 2);
});
