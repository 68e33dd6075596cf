import assert from 'node:assert/strict';
import { test } from 'node:test';
import { playground } from './command-line-runs';

const { xencfg, put, get } = playground();
const PLAIN = "name = 'a'\nkernel = '/k'\nmemory = 64\n";

test('convert --keep-xm-defaults takes a file that suits both for one of xm', () => {
  put('a.cfg', PLAIN);
  put('b.cfg', `${PLAIN}type = 'pv'\n`);
  assert.match(xencfg(['convert', '--keep-xm-defaults', 'a.cfg']).stdout, /^on_crash = "restart"$/m);
  assert.equal(xencfg(['convert', '--keep-xm-defaults', 'b.cfg']).stdout, `${PLAIN}type = 'pv'\n`);
  assert.equal(xencfg(['convert', 'a.cfg']).stdout, PLAIN);
});

test('convert names what went, on standard error and in the report', () => {
  put('a.cfg', `${PLAIN}ramdisk = u'/r'\nvif = [ 'mac=00:16:3e:00:00:01,label=l' ]\n`);
  const { status, stderr } = xencfg(['convert', '--out', 'out/', '--report', 'r.md', 'a.cfg']);
  assert.equal(status, 0);
  assert.match(stderr, /^a\.cfg:4: xm dropped: ramdisk: /m);
  assert.match(stderr, /^a\.cfg:5: lost in xl: label=l/m);
  assert.match(get('r.md'), /xm dropped: ramdisk/);
});

test('convert notes an assumption that matched nothing, and the files that --in-place leaves alone', () => {
  const open = `${PLAIN}builder = 'linux'\ndisk = [ 'phy:/dev/vg/a,xvda,w!' ]\n`;
  put('a.cfg', PLAIN);
  put('open.cfg', open);
  const { status, stderr } = xencfg(['convert', '--in-place', '--assume', 'nobody()=1', 'a.cfg', 'open.cfg']);
  assert.equal(status, 1);
  assert.match(stderr, /^--assume nobody\(\): no file needs it$/m);
  assert.match(stderr, /^a\.cfg: left alone: nothing to convert$/m);
  assert.match(stderr, /^open\.cfg: left alone: needs a decision$/m);
  assert.equal(get('open.cfg'), open);
  put('c.cfg', 'name = nobody()\nkernel = "/k"\n');
  assert.doesNotMatch(xencfg(['convert', '--assume', 'nobody()=1', 'c.cfg']).stderr, /no file needs it/);
});

test("convert --set with a value that the file's check refuses says so in one line", () => {
  put(
    'v.xm',
    'def check(var, val):\n    if int(val) <= 0:\n        raise ValueError\n    return int(val)\n' +
      "xm_vars.var('vmid', use='a number', check=check)\nxm_vars.check()\nname = 'a%d' % vmid\nkernel = '/k'\n",
  );
  const { status, stderr } = xencfg(['convert', '--set', 'vmid=0', 'v.xm']);
  assert.equal(status, 1);
  assert.equal(stderr, 'v.xm:5:1: xm itself refused vmid=0: ValueError\n');
  assert.equal(xencfg(['convert', '--set', 'vmid=1', 'v.xm']).status, 0);
});
