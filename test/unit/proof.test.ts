import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import type { Python } from '../../server/src/python';
import {
  analyse,
  type ConvertOptions,
  convert,
  isDifference,
  type Proof,
  proofPage,
  proofTable,
} from '../../server/src/service';
import { NEWEST_RELEASE, parseRelease, type Release } from '../../server/src/syntax/release';
import { pythonForTests } from './python-for-tests';
import { readRuleCases } from './rule-cases';

let python: Python;
before(async () => {
  python = await pythonForTests();
});

function prove(text: string, options: Partial<ConvertOptions> = {}): Proof {
  return convert(text, { release: NEWEST_RELEASE, python, ...options }).prove();
}

/** The differences, one line each: field, before, after and the kind of the reason. */
function differences(text: string, options: Partial<ConvertOptions> = {}): string[] {
  return prove(text, options)
    .rows.filter(isDifference)
    .map(({ field, before, after, reason }) => `${field}: ${before} -> ${after} (${reason?.kind})`);
}

const PV = "name = 'a'\nkernel = '/k'\nmemory = 64\non_crash = 'restart'\n";
const HVM =
  "name = 'a'\nbuilder = 'hvm'\nmemory = 64\non_crash = 'restart'\nvnc = 1\nhpet = 1\nboot = 'd'\nvideoram = 8\n";

const GOLDEN: readonly { what: string; text: string; options?: Partial<ConvertOptions>; differ: readonly string[] }[] =
  [
    { what: 'an xl file', text: "name = 'a'\nkernel = '/k'\nmemory = 64\n", differ: [] },
    { what: 'an xm file of which nothing is lost', text: `${PV}builder = 'linux'\n`, differ: [] },
    {
      what: 'defaults of xm that xl does not share',
      text: "name = 'a'\nbuilder = 'hv' + 'm'\n",
      differ: [
        'b_info.max_memkb: 131072 -> 32768 (default)',
        'b_info.target_memkb: 131072 -> 32768 (default)',
        'b_info.video_memkb: 4096 -> 8192 (default)',
        'b_info.type.hvm.hpet: False -> True (default)',
        'b_info.type.hvm.vnc.enable: False -> True (default)',
        'b_info.type.hvm.boot: c -> cda (default)',
        'on_crash: restart -> undefined (default)',
      ],
    },
    {
      what: 'a computed disk with a driver of xend',
      text: `${PV}disk = [ 'tap:aio:/srv/%s.img,xvda,w' % name ]\n`,
      differ: ['disks[0].backend: blktap (tap:aio) -> as libxl chooses (backend)'],
    },
    {
      what: 'a shared disk, left to decide',
      text: `${PV}builder = 'linux'\ndisk = [ 'phy:/dev/a,xvda,w', 'phy:vg/b,xvdb,w!' ]\n`,
      differ: [
        'disks[1].pdev_path: /dev/vg/b -> undefined (undecided)',
        'disks[1].vdev: xvdb -> undefined (undecided)',
        'disks[1].format: raw -> undefined (undecided)',
        'disks[1].readwrite: 1 -> undefined (undecided)',
        'disks[1].mode: w! -> undefined (undecided)',
      ],
    },
    {
      what: 'a shared disk, written all the same',
      text: `${PV}builder = 'linux'\ndisk = [ 'phy:/dev/b,xvdb,w!' ]\n`,
      options: { unsafe: true },
      differ: ['disks[0].mode: w! -> undefined (unsafe)'],
    },
    {
      what: 'a key that xl has nothing for',
      text: `${PV}builder = 'linux'\nsuperpages = 1\nmachine_address_size = 0\n`,
      differ: ['superpages: 1 -> undefined (dropped)'],
    },
    {
      what: 'a value that depends on the host',
      text: `import socket\n${PV}extra = socket.gethostname()\n`,
      differ: ['extra: (not known) -> undefined (undecided)'],
    },
    {
      what: 'a kernel and a name that depend on the host: the rest is compared all the same',
      text: "import os\nname = os.getenv('N')\nkernel = os.getenv('K')\nmemory = 64\non_crash = 'restart'\nsuperpages = 1\n",
      differ: [
        'superpages: 1 -> undefined (dropped)',
        'name: (not known) -> undefined (undecided)',
        'kernel: (not known) -> undefined (undecided)',
      ],
    },
    { what: 'vcpu_avail and a renamed key', text: `${PV}vcpus = 4\nvcpu_avail = 3\ncpu_cap = 150\n`, differ: [] },
    {
      what: 'the network for the kernel',
      text: `${PV}ip = '192.0.2.3'\nnetmask = '255.255.255.0'\nroot = 'root=/dev/xvda1'\nextra = 'ro'\n`,
      differ: [],
    },
    { what: 'an ip= in extra, which goes before ip', text: `${PV}ip = '192.0.2.3'\nextra = 'ip=dhcp'\n`, differ: [] },
    {
      what: 'video memory of which libxl wants more',
      text: `${HVM.replace('videoram = 8', 'videoram = 4')}monitor = 0\n`,
      differ: ['b_info.video_memkb: 4096 -> 8192 (form)'],
    },
    { what: 'a framebuffer of xm', text: `${PV}vfb = [ 'type=sdl, keymap = de' ]\n`, differ: [] },
    { what: 'firmware and device model of xend', text: `${HVM}kernel = '/usr/lib/xen/boot/hvmloader'\n`, differ: [] },
    {
      what: 'a list that is extended in a file that xl refuses',
      text: `${PV}builder = 'linux'\ndisk = [ 'phy:/dev/a,xvda,w' ]\ndisk += [ 'phy:/dev/b,xvdb,w' ]\ndisk += [ 'tap:ram:/c,xvdc,w' ]\n`,
      differ: [
        'disks[2].pdev_path: /c -> undefined (undecided)',
        'disks[2].vdev: xvdc -> undefined (undecided)',
        'disks[2].format: ram -> undefined (undecided)',
        'disks[2].readwrite: 1 -> undefined (undecided)',
        'disks[2].backend: blktap (tap:ram) -> as libxl chooses (backend)',
      ],
    },
    { what: 'restart', text: "name = 'a'\nkernel = '/k'\nmemory = 64\nrestart = 'onreboot'\n", differ: [] },
  ];

for (const { what, text, options, differ } of GOLDEN) {
  test(`proof of ${what}`, () => {
    assert.deepEqual(differences(text, options), differ);
  });
}

test('without memory xl gives the guest all of maxmem, and the reason says so', () => {
  const { rows } = prove("name = 'a'\nbuilder = 'linux'\nkernel = '/k'\nmaxmem = 512\non_crash = 'restart'\n");
  const memory = rows.find(({ field }) => field === 'b_info.target_memkb');
  assert.deepEqual([memory?.before, memory?.after], ['131072', '524288']);
  assert.match(memory?.reason?.text ?? '', /xm took 128, xl takes all of maxmem/);
});

test('blanks that xm passed over do not count, in a file that xl accepts as well', () => {
  const proof = prove(`${PV}vif = [ 'bridge = xenbr0' ]\n`);
  const bridge = proof.rows.find(({ field }) => field === 'nics[0].bridge');
  assert.deepEqual([proof.builder, bridge?.before, bridge?.after], ['xm', 'xenbr0', 'xenbr0']);
});

const FIXTURES = readdirSync('test/fixtures/xm').map((name) => ({
  name,
  text: readFileSync(path.join('test/fixtures/xm', name), 'utf8'),
}));

test('every difference in the xm files of the fixtures has a reason', () => {
  const unexplained: string[] = [];
  for (const { name, text } of FIXTURES) {
    for (const unsafe of [false, true]) {
      for (const release of ['4.4', '4.9', '4.22'].map((word) => parseRelease(word)!)) {
        unexplained.push(...withoutReason(name, text, { fileName: name, unsafe, release }));
      }
    }
  }
  assert.deepEqual(unexplained, []);
});

test('every difference in the texts of the rules about xm has a reason', () => {
  const unexplained: string[] = [];
  let count = 0;
  for (const [code, { report, quiet }] of readRuleCases('test/fixtures/rules')) {
    if (!/^(xm|python)-/.test(code)) continue;
    for (const { label, text, options } of [...report, ...quiet]) {
      count++;
      unexplained.push(...withoutReason(label, text, options));
    }
  }
  assert.ok(count > 100);
  assert.deepEqual(unexplained, []);
});

test('a file that xl accepts unchanged has no difference', () => {
  const clean = readdirSync('test/fixtures/clean').map((name) => path.join('test/fixtures/clean', name));
  const texts = clean.map((name) => ({ name, text: readFileSync(name, 'utf8') }));
  let count = 0;
  for (const { name, text } of [...texts, ...FIXTURES]) {
    const options = { release: NEWEST_RELEASE, python };
    const conversion = convert(text, options);
    if (conversion.text !== text || conversion.verdict !== 'accepted') continue;
    if (analyse(text, options).dialect !== 'xl') continue;
    count++;
    assert.deepEqual(differencesOf(conversion.prove()), [], name);
  }
  assert.ok(count >= clean.length - 1, `${count} of ${clean.length}`);
});

function withoutReason(name: string, text: string, options: Partial<ConvertOptions> & { release?: Release }): string[] {
  return prove(text, options)
    .rows.filter((row) => isDifference(row) && !row.reason)
    .map(({ field, before, after }) => `${name} (${options.release}): ${field}: ${before} -> ${after}`);
}

function differencesOf(proof: Proof): string[] {
  return proof.rows.filter(isDifference).map(({ field }) => field);
}

test('the table has aligned columns, and a reason that repeats is said once', () => {
  const text = `${PV}builder = 'linux'\ndisk = [ 'phy:/dev/b,xvdb,w!' ]\nmonitor = 1\n`;
  const table = proofTable(prove(text));
  const [head, ...lines] = table.trimEnd().split('\n');
  const column = head!.indexOf('WHY');
  assert.equal(lines[0]!.slice(column).startsWith('left to decide: "w!" said'), true);
  assert.equal(lines[1]!.slice(column), 'left to decide: as above');
  assert.match(lines.at(-3)!, /^monitor +1 +\(not set\) +dropped by xl: xl ignores monitor/);
  assert.match(lines.at(-2)!, /^\d+ fields are the same, 6 differ\.$/);
  assert.equal(lines.at(-1), 'xl refuses the file until it is decided what is left.');
  const all = proofTable(prove(text), true);
  assert.match(all, /^c_info\.name +a +a$/m);
});

test('long values are cut, line ends do not break the table', () => {
  const table = proofTable(prove(`${PV}superpages = 'x\\n${'y'.repeat(100)}'\n`));
  assert.match(table, /^superpages +x y{43}\.\.\. +\(not set\)/m);
});

test('the page has parameters, assumptions, open decisions and both kinds of fields; nothing in it is markup', () => {
  const text = `import os\nname = 'a|b*%s' % n\nkernel = '/k'\nextra = os.uname()[4]\nsuperpages = '<b>\`'\n`;
  const presets = new Map([['n', '1']]);
  const page = proofPage(convert(text, { release: NEWEST_RELEASE, python, presets }), 'a_b.xm');
  assert.match(page, /^# a\\_b\.xm: what xm built and what xl will build$/m);
  assert.match(page, /^- `n` is `1`$/m);
  assert.match(page, /^- os\.uname\\\(\\\) is that of an x86\\_64 Linux host$/m);
  assert.match(page, /^\| `c_info\.name` \| `a\\\|b\*1` \|$/m);
  assert.match(page, /^\| `superpages` \| `` <b>` `` → not set \| \*\*dropped by xl\*\*: xl ignores superpages/m);
  const open = proofPage(convert(text, { release: NEWEST_RELEASE, python }), 'x');
  assert.match(open, /^- `n` has no value$/m);
  assert.match(open, /^## Left to decide$/m);
});
