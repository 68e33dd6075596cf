import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Python } from '../../server/src/python';
import {
  builtBefore,
  type ConvertOptions,
  conversionMarkdown,
  conversionRow,
  convert,
  proofPage,
} from '../../server/src/service';
import { NEWEST_RELEASE } from '../../server/src/syntax/release';
import { pythonForTests } from './python-for-tests';

let python: Python;
before(async () => {
  python = await pythonForTests();
});

const run = (text: string, options: Partial<ConvertOptions> = {}) =>
  convert(text, { release: NEWEST_RELEASE, python, ...options });
const PLAIN = "name = 'a'\nkernel = '/k'\nmemory = 64\n";

test("xm's defaults are kept in a file that suits xm and xl alike, and in no other one", () => {
  const keepXmDefaults = true;
  for (const more of [
    '',
    "disk = [ 'phy:/dev/a,xvda,w' ]\n",
    "vif = [ 'mac=00:16:3e:00:00:01' ]\n",
    "on_poweroff = 'destroy'\n",
  ]) {
    assert.match(run(PLAIN + more, { keepXmDefaults }).text, /^on_crash = "restart"$/m, more);
    assert.equal(run(PLAIN + more).text, PLAIN + more, `without the flag: ${more}`);
  }
  const again = run(PLAIN, { keepXmDefaults }).text;
  assert.equal(run(again, { keepXmDefaults }).text, again);
  for (const more of [
    "type = 'pv'\n",
    "cmdline = 'a'\n",
    "disk = [ 'format=raw, vdev=xvda, access=rw, target=/a' ]\n",
    "disk = [ '/a,raw,xvda,rw' ]\n",
    "vif = [ 'mac=00:16:3e:00:00:01,devid=1' ]\n",
    "usbdevice = [ 'tablet' ]\n",
    "cpuid = 'host,tm=0'\n",
    "on_reboot = 'soft-reset'\n",
  ]) {
    assert.equal(run(PLAIN + more, { keepXmDefaults }).text, PLAIN + more, more);
  }
});

test('names that nothing knows or reads stay as comments; those that Python reads go', () => {
  const reason = '# neither xm nor xl knows this name, and nothing here reads it\n';
  const text = `${PLAIN}OVM_simple_name = 'web' # label\nvm_users = {'a': 1,\n  'b': 2}\nVG = '/dev/vg'\nX = 1; vcpus = 2\ndisk = [ 'phy:' + VG + '/a,xvda,w' ]\n`;
  const result = run(text);
  assert.equal(result.verdict, 'accepted');
  assert.equal(
    result.text,
    `${PLAIN}${reason}#OVM_simple_name = 'web' # label\n#vm_users = {'a': 1,\n#  'b': 2}\n${reason}#X = 1\nvcpus = 2\ndisk = [ 'format=raw, vdev=xvda, access=rw, target=/dev/vg/a' ]\n`,
  );
});

test('what xm dropped and what xl has not is named, with its line', () => {
  const { losses, text, ...rest } = run(
    `${PLAIN}ramdisk = u'/r'\nvcpus = 2L\nvif = [ 'mac=00:16:3e:00:00:01,accel=0,policy=p,label=l' ]\nif 1:\n    pci = ('01:00.0',)\n`,
  );
  assert.deepEqual(
    losses.map(({ line, by, text }) => `${line} ${by} ${text.split(':')[0]}`),
    ['3 xm ramdisk', '4 xm vcpus', '5 xl accel=0', '5 xl policy=p', '5 xl label=l', '7 xm pci'],
  );
  const report = conversionMarkdown([conversionRow('a.xm', PLAIN, { losses, text, ...rest })]);
  assert.match(report, /^ {2}- 4: xm dropped: ramdisk: a value of type unicode/m);
  assert.match(report, /^ {2}- 6: lost in xl: policy=p/m);
});

test('--unsafe takes an only candidate before a comment that loses something', () => {
  const text = `${PLAIN}access_control = [ 'policy=p,label=l' ]\n`;
  assert.match(run(text).text, /^#access_control/m);
  assert.match(run(text, { unsafe: true }).text, /^seclabel = 'system_u:system_r:l'$/m);
});

test('the message about ip= names the part that is not known, and no half value', () => {
  const { left } = run(`${PLAIN}ip = '192.0.2.3'\nhostname = 'x%s' % vmid\n`);
  const said = left.find(({ code }) => code === 'xm-network-boot')!.message;
  assert.match(said, /but hostname is still Python/);
  assert.doesNotMatch(said, /192\.0\.2\.3/);
});

test('an assumption that no file needs is known', () => {
  const assume = new Map([
    ['socket.gethostname()', 'h'],
    ['os.environ["X"]', 'y'],
  ]);
  assert.deepEqual(run(`import socket\nname = socket.gethostname()\nkernel = '/k'\n`, { assume }).unusedAssumptions, [
    'os.environ["X"]',
  ]);
});

test('a setting that Python built up stands once in the end', () => {
  const active = (text: string) =>
    run(text)
      .text.split('\n')
      .filter((line) => /^(extra|disk)\b/.test(line));
  assert.deepEqual(active(`${PLAIN}extra = 'a'\nextra += ' b'\nextra = 'a' + ' b c'\n`), ["extra = 'a b c'"]);
  assert.deepEqual(active(`import os\n${PLAIN}disk = []\ndisk = [ '/a,raw,xvda' ]\n`), ["disk = [ '/a,raw,xvda' ]"]);
  const own = `import os\n${PLAIN}extra = 'a'\nextra = 'b'\n`;
  assert.deepEqual(active(own), ["extra = 'a'", "extra = 'b'"]);
});

test('texts: where xm itself stopped, a number as it was written, what xl refused', () => {
  const { left } = run(`${PLAIN}extra = 'a' + 1\n`);
  assert.match(left[0]!.message, /xm itself stopped here with an error: TypeError/);
  assert.match(run(`import os\n${PLAIN}cpu = -1\n`).text, /^#cpu = -1$/m);
  assert.match(run(`import os\n${PLAIN}cpu = '-1'\n`).text, /^#cpu = '-1'$/m);
  const refused = run(`${PLAIN}vcpus = 2 3\n`);
  assert.doesNotMatch(builtBefore(refused.prove()), /built/);
  assert.doesNotMatch(proofPage(refused, 'a.cfg'), /xl built/);
  const sync = run(`${PLAIN}disk = [ 'tap:sync:/a,xvda,w' ]\n`).left[0]!.message;
  assert.match(sync, /raw/);
  assert.doesNotMatch(sync, /qemu-img/);
});

test('a setting that a function made a global of is named, where the function was called', () => {
  const text =
    'def setup():\n    global memory, other\n    memory = 256\n    other = 1\nsetup()\nname = "g"\nkernel = "/k"\n';
  const { text: converted, losses } = run(text);
  assert.equal(converted, 'name = "g"\nkernel = "/k"\n');
  assert.deepEqual(
    losses.map(({ by, line, text }) => [by, line, text]),
    [['xm', 4, 'memory: a global of a function, of which xm made no setting']],
  );
});
