import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Python } from '../../server/src/python';
import { convert } from '../../server/src/service';
import { NEWEST_RELEASE } from '../../server/src/syntax/release';
import { pythonForTests } from './python-for-tests';

let python: Python;
before(async () => {
  python = await pythonForTests();
});

const run = (text: string, more: object = {}) =>
  convert(text, { release: NEWEST_RELEASE, fileName: 'guest', python, unsafe: false, ...more });

test('a heading stays where the helpers below it go, and the comment about them goes', () => {
  const text = [
    'name = "a"',
    '',
    '# ---- what is particular about this one ----',
    '# the number of the customer',
    'number = 12',
    '',
    'memory = number * 16',
    '',
    '# ==== the rest ====',
    '# where its disk is',
    'path = "/dev/vg/%d" % number',
    '',
    '#============',
    '# the system',
    'disk = [ "phy:" + path + ",xvda,w" ]',
    'kernel = "/k"',
    '',
  ].join('\n');
  const converted = run(text).text;
  for (const heading of ['# ---- what is particular about this one ----', '# ==== the rest ====', '#============'])
    assert.ok(converted.includes(`${heading}\n`), heading);
  assert.ok(!/number|where/.test(converted), converted);
});

test('comments inside of a list of numbers that goes stay', () => {
  const text =
    'name = "r"\nkernel = "/k"\nvlans = [ 10,   # offices\n          # 40,  # moved away\n          100 ]  # uplink\n' +
    'vif = [ "bridge=vlan%d" % v for v in vlans ]\n';
  assert.equal(
    run(text).text,
    'name = "r"\nkernel = "/k"\n# offices\n# 40,  # moved away\n# uplink\nvif = ["bridge=vlan10", "bridge=vlan100"]\n',
  );
});

test('what only Python can work out goes where nothing reads it', () => {
  const text =
    'import os, re\narch = os.uname()[4]\nif re.search("64", arch): lib = "lib64"\nelse: lib = "lib"\n' +
    'name = "a"\nkernel = "/k"\nowner = "Miller"\ntotal = len(owner)\n';
  assert.equal(run(text).text, 'name = "a"\nkernel = "/k"\n');
});

test('a backslash between statements ends the line', () => {
  const text = 'name = "a"; \\\n  kernel = "/k"; memory = 64 \\\n\nvcpus = 2\n';
  const { text: converted, left, verdict } = run(text);
  assert.equal(converted, 'name = "a"; \nkernel = "/k"; memory = 64 \n\nvcpus = 2\n');
  assert.deepEqual([left.length, verdict], [0, 'accepted']);
});

test('what is not known is asked for where it comes from; the rest waits for that line', () => {
  const text =
    'import socket\nhost = socket.gethostname()\nname = host + "-vm"\nkernel = "/k"\n' +
    'disk = [ "phy:/dev/%s/a,xvda,w" % host ]\n';
  const messages = run(text).left.map(({ message }) => message);
  assert.equal(messages.filter((message) => /--assume 'socket\.gethostname\(\)=\.\.\.'/.test(message)).length, 1);
  assert.equal(messages.filter((message) => /It waits for line 2: /.test(message)).length, 2);
  const assume = new Map([['socket.gethostname()', 'db1']]);
  assert.equal(run(text, { assume }).left.length, 0);
});

test('a disk that is mended once the Python is decided asks no question of its own', () => {
  const text =
    'import os\nname = "a"\nkernel = "/k"\ndisk = ["phy:vg/a,xvda,w"]\n' +
    'if os.path.isfile("/b.img"): disk.append("file:/b.img,xvdb,w")\n';
  assert.deepEqual(
    run(text).left.map(({ code }) => code),
    ['python-import', 'python-undecidable'],
  );
  const assume = new Map([["os.path.isfile('/b.img')", 'False']]);
  assert.equal(run(text, { assume }).text.includes('target=/dev/vg/a"]'), true);
});

test("a last statement of Python goes although xm's defaults are written behind it", () => {
  const text = 'name = "a"\nkernel = "/k"\nbuilder = "hvm"\nn = 1\nmemory = 64 * n\ndel n\n';
  const { text: converted, left, applied } = run(text, { keepXmDefaults: true });
  assert.ok(!/\bn\b/.test(converted), converted);
  assert.deepEqual(left, []);
  const titles = applied.filter(({ code }) => code === 'xm-default').map(({ title }) => title);
  assert.ok(titles.length > 1);
  assert.equal(new Set(titles).size, titles.length);
});

test('True and False are values of Python where they are assumed', () => {
  const text =
    'import os\nname = "a"\nkernel = "/k"\nif os.path.exists("/etc/rescue"): extra = "single"\nelse: extra = "3"\n';
  for (const [value, extra] of [
    ['False', '3'],
    ['True', 'single'],
  ] as const) {
    const converted = run(text, { assume: new Map([["os.path.exists('/etc/rescue')", value]]) });
    assert.equal(converted.text, `name = "a"\nkernel = "/k"\nextra = "${extra}"\n`);
    assert.match(converted.assumptions.join(), new RegExp(`is ${value}$`));
  }
});

test('a kernel command line of which a part is not known is not compared', () => {
  const text = 'name = "a"\nkernel = "/k"\nroot = "/dev/sda1"\nextra = "VMID=%d" % vmid\n';
  const fields = run(text)
    .prove()
    .rows.map(({ field }) => field);
  assert.ok(!fields.includes('b_info.cmdline') && fields.includes('extra'));
});

test('blanks at the end of extra stay, for xm and for xl', () => {
  const { rows } = run('name = "a"\nkernel = "/k"\nbuilder = "linux"\nextra = "console=tty "\n').prove();
  assert.equal(rows.find(({ field }) => field === 'b_info.cmdline')?.reason, undefined);
});

test('a disk whose mode is to be decided has one question', () => {
  const text = 'name = "a"\nbuilder = "hvm"\ndisk = [ "tap:tapdisk:aio:/c.img,hdd,w!" ]\n';
  assert.deepEqual(
    run(text).left.map(({ code }) => code),
    ['xm-disk-mode'],
  );
});

test('a set of CPUs that leaves none is any CPU, as it was to xm', () => {
  const head = 'name = "a"\nkernel = "/k"\nvcpus = 2\n';
  const cases = [
    ['cpus = "^1"', '# any CPU, as without it\n#cpus = "^1"'],
    ['cpus = [ "0", "^0" ]', 'cpus = [ "0", "all" ]'],
    ['cpus = [ "", "^0" ]', '# any CPU, as without it\n#cpus = [ "", "^0" ]'],
  ] as const;
  for (const [line, wanted] of cases) {
    const converted = run(`${head}${line}\nbuilder = "linux"\n`);
    assert.equal(converted.text, `${head}${wanted}\ntype = "pv"\n`);
    assert.equal(converted.verdict, 'accepted');
    const unexplained = converted.prove().rows.filter(({ field, reason }) => /affinity|cpus/.test(field) && reason);
    assert.deepEqual(unexplained, [], line);
  }
});
