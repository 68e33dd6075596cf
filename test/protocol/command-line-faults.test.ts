import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { test } from 'node:test';
import { playground, program, XL, XM } from './command-line-runs';

const { at, xencfg, put, get } = playground();

/** Of whom there is no file, on any system. */
const NOBODY = 65534;

/** A guest's file of many lines, so that replacing it takes its time. */
function large(i: number, text: string): string {
  return text.replace('web', `web${i}`) + '# a comment that makes the file large\n'.repeat(5000);
}

test('killed in the middle of fix or convert: each file is old or new, never half', async () => {
  const count = 6;
  const olds = Array.from({ length: count }, (_, i) => large(i, XM));
  const news = Array.from({ length: count }, (_, i) => large(i, XL));
  const seen = new Set<string>();
  for (const words of [
    ['fix', '-q', 'etc'],
    ['convert', '--in-place', '-q', 'etc'],
  ]) {
    for (let round = 0; round < 9; round++) {
      for (const [i, text] of olds.entries()) put(`etc/g${i}.cfg`, text);
      const child = spawn(process.execPath, [program, ...words], { cwd: at('.'), stdio: 'ignore' });
      const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
      // as soon as as many files as the round's number have been replaced
      const wanted = round % count;
      while (child.exitCode === null && child.signalCode === null) {
        const replaced = news.filter(
          (text, i) => statSync(at(`etc/g${i}.cfg`)).size === Buffer.byteLength(text),
        ).length;
        if (replaced >= wanted) break;
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      if (round >= count) await new Promise((resolve) => setTimeout(resolve, round * 3));
      child.kill('SIGKILL');
      await ended;
      for (let i = 0; i < count; i++) {
        const text = get(`etc/g${i}.cfg`);
        assert.ok(text === olds[i] || text === news[i], `round ${round}: file ${i} is half`);
        seen.add(text === olds[i] ? 'old' : 'new');
      }
    }
  }
  assert.deepEqual([...seen].sort(), ['new', 'old']);
});

test('no space left: said of the file, which stays as it was, and nothing is left behind', () => {
  mkdirSync(at('disk'));
  const text = `${XM}${'# filler\n'.repeat(4000)}`;
  put('a.cfg', text);
  // a file system of 48 KiB, of which the original takes 36
  const script = `mount -t tmpfs -o size=48k tmpfs disk && cp a.cfg disk/a.cfg && printf '%s' "$SMALL" > disk/b.cfg || exit 99
    "$NODE" "$PROGRAM" fix disk; echo "exit $?"; cmp a.cfg disk/a.cfg && echo same; ls -A disk; grep -c type disk/b.cfg`;
  const env = { ...process.env, NODE: process.execPath, PROGRAM: program, SMALL: XM.replace('web', 'b') };
  const inside = process.getuid?.() === 0 ? ['-m'] : ['-Urm'];
  const { stdout, stderr } = spawnSync('unshare', [...inside, 'sh', '-c', script], {
    cwd: at('.'),
    encoding: 'utf8',
    env,
  });
  assert.match(stdout, /disk\/a\.cfg: cannot be written: no space left on the device/, stderr);
  assert.match(stdout, /exit 2\nsame\na\.cfg\nb\.cfg\n1\n$/);
});

test('permission denied and read-only files: a line each, the rest goes on, exit code 2', () => {
  const isRoot = process.getuid?.() === 0;
  for (const name of ['etc/open.cfg', 'etc/secret.cfg', 'etc/fixed.cfg', 'etc/hidden/x.cfg']) {
    put(name, XM.replace('web', name.replace(/\W/g, '')));
    chmodSync(at(name), 0o666);
  }
  chmodSync(at('.'), 0o777);
  chmodSync(at('etc'), 0o777);
  chmodSync(at('etc/secret.cfg'), 0o200);
  chmodSync(at('etc/fixed.cfg'), 0o444);
  chmodSync(at('etc/hidden'), 0o000);
  // modes mean nothing to root, who therefore becomes somebody else
  const { status, stdout } = xencfg(['fix', 'etc'], isRoot ? { uid: NOBODY } : {});
  assert.equal(status, 2);
  assert.match(stdout, /^etc\/secret\.cfg: permission denied$/m);
  assert.match(stdout, /^etc\/hidden: permission denied$/m);
  assert.match(stdout, /^etc\/fixed\.cfg: cannot be written: permission denied$/m);
  chmodSync(at('etc/hidden'), 0o755);
  assert.match(get('etc/open.cfg'), /'pv'/);
  assert.match(get('etc/fixed.cfg'), /'linux'/);
  assert.deepEqual(readdirSync(at('etc')), ['fixed.cfg', 'hidden', 'open.cfg', 'secret.cfg']);
});

test('a read-only folder, and a place below --out that is a file', () => {
  put('etc/a.cfg', XM);
  put('etc/b.cfg', XM.replace('web', 'b'));
  put('out/a.cfg/in-the-way', '');
  const { status, stderr } = xencfg(['convert', '--out', 'out', '--force', 'etc']);
  assert.equal(status, 2);
  assert.match(stderr, /^out\/a\.cfg: cannot be written: /m);
  assert.match(get('out/b.cfg'), /'pv'/);
});

test('a file that changes underneath is left alone, and it is said', () => {
  put('a.cfg', XM);
  const changed = "name = 'other'\nkernel = '/k'\nbuilder = 'linux'\n";
  // changed at the moment in which the new file is being written beside it
  put(
    'hook.cjs',
    `const fs = require('node:fs'); const open = fs.openSync;
     fs.openSync = (file, flags, ...rest) => {
       if (flags === 'wx' && String(file).includes('a.cfg')) fs.writeFileSync('a.cfg', ${JSON.stringify(changed)});
       return open(file, flags, ...rest);
     };`,
  );
  const { status, stdout } = spawnSync(process.execPath, ['--require', at('hook.cjs'), program, 'fix', 'a.cfg'], {
    cwd: at('.'),
    encoding: 'utf8',
  });
  assert.equal(status, 2);
  assert.match(stdout, /^a\.cfg: changed meanwhile; left alone$/m);
  assert.equal(get('a.cfg'), changed);
  assert.deepEqual(readdirSync(at('.')), ['a.cfg', 'hook.cjs']);
});

test('names with any bytes are read, shown and written as they are', () => {
  mkdirSync(at('etc'));
  const name = Buffer.concat([Buffer.from(at('etc/caf')), Buffer.from([0xe9, 0x0a, 0x1b, 0x5b]), Buffer.from('.cfg')]);
  writeFileSync(name, XM);
  const { status, stdout } = spawnSync(process.execPath, [program, 'fix', 'etc'], { cwd: at('.') });
  assert.equal(status, 0, stdout.toString());
  assert.equal(readFileSync(name, 'utf8'), XL);
  writeFileSync(name, `${XL}colour = 1\n`);
  const told = spawnSync(process.execPath, [program, 'check', 'etc'], { cwd: at('.') }).stdout;
  assert.ok(told.includes(Buffer.from([0x66, 0xe9, 0xef, 0xbf, 0xbd])), told.toString());
  const { files } = JSON.parse(xencfg(['check', '--format', 'json', 'etc']).stdout);
  assert.equal(files[0].path, 'etc/caf\udce9\n\u001b[.cfg');
  // a word of the command line is bytes too
  const named = spawnSync('sh', ['-c', '"$0" "$1" check --format json etc/caf*', process.execPath, program], {
    cwd: at('.'),
    encoding: 'utf8',
  });
  assert.equal(JSON.parse(named.stdout).files[0].path, files[0].path);
  assert.equal(JSON.parse(named.stdout).files[0].verdict, 'accepted');
});

test('huge and binary files: a line each, the rest goes on', () => {
  put('etc/good.cfg', XL);
  put('etc/huge.cfg', '');
  truncateSync(at('etc/huge.cfg'), 100 * 1024 * 1024);
  put('etc/logo.cfg', Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7) % 256)));
  symlinkSync('nowhere', at('etc/broken.cfg'));
  const walked = xencfg(['check', 'etc']);
  assert.equal(walked.status, 2);
  assert.match(walked.stderr, /^etc\/huge\.cfg: skipped: too large for a guest file$/m);
  assert.match(walked.stderr, /^etc\/logo\.cfg: skipped: not a guest file$/m);
  assert.match(walked.stdout, /^etc\/broken\.cfg: no such file$/m);
  assert.match(walked.stdout, /^1 file checked/m);
  const named = xencfg(['check', 'etc/huge.cfg', 'etc/logo.cfg', 'etc/good.cfg']);
  assert.equal(named.status, 2);
  assert.match(named.stdout, /^etc\/huge\.cfg: too large/m);
  assert.match(named.stdout, /^etc\/logo\.cfg:1:1: error\[foreign-format\]: This is a binary file/m);
  assert.match(named.stdout, /^2 files checked/m);
});

test('a pipe gives its text once: what shows beside the other files is told with its place', () => {
  const guest = (name: string) => `name = "${name}"\nkernel = "/k"\ndisk = [ "/dev/vg/x,raw,xvda,rw" ]\n`;
  put('a.cfg', guest('a'));
  put('b.cfg', guest('b'));
  const run = 'cat a.cfg | "$NODE" "$PROGRAM" check --format json /dev/stdin b.cfg';
  const { stdout } = spawnSync('sh', ['-c', run], {
    cwd: at(''),
    encoding: 'utf8',
    env: { ...process.env, NODE: process.execPath, PROGRAM: program },
  });
  const found = JSON.parse(stdout).files.map(({ path, findings }: { path: string; findings: readonly Found[] }) => [
    path,
    findings.map(({ code, range }) => `${code} ${range.start.line}`),
  ]);
  assert.deepEqual(found, [
    ['/dev/stdin', ['shared-disk 2']],
    ['b.cfg', ['shared-disk 2']],
  ]);
});

interface Found {
  readonly code: string;
  readonly range: { readonly start: { readonly line: number } };
}

test('two runs at once do no harm', async () => {
  const count = 20;
  for (let i = 0; i < count; i++) put(`etc/g${i}.cfg`, large(i, XM));
  const runs = Array.from({ length: 3 }, () => {
    const child = spawn(process.execPath, [program, 'fix', '-q', 'etc'], { cwd: at('.'), stdio: 'ignore' });
    return new Promise<number | null>((resolve) => child.once('close', resolve));
  });
  for (const status of await Promise.all(runs)) assert.equal(status, 0);
  for (let i = 0; i < count; i++) assert.equal(get(`etc/g${i}.cfg`), large(i, XL));
  assert.equal(readdirSync(at('etc')).length, count);
});

test('mode, owner and links of a file stay', () => {
  put('real/a.cfg', XM);
  chmodSync(at('real/a.cfg'), 0o640);
  symlinkSync('real/a.cfg', at('a.cfg'));
  const { uid, gid } = statSync(at('real/a.cfg'));
  assert.equal(xencfg(['fix', 'a.cfg']).status, 0);
  assert.equal(get('real/a.cfg'), XL);
  const after = statSync(at('real/a.cfg'));
  assert.deepEqual([after.mode & 0o777, after.uid, after.gid], [0o640, uid, gid]);
});
