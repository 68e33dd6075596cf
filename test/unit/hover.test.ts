import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hover } from '../../server/src/service/index';
import type { Release } from '../../server/src/syntax/release';
import { at } from './completion-at';

/** The hover at the `|`: the text that it is about, and what it says. */
function hovered(marked: string, release?: Release): [string, string] {
  const { analysis, offset } = at(marked, release);
  const found = hover(analysis, offset);
  assert.ok(found, `a hover at ${marked}`);
  return [analysis.text.slice(found.span.start, found.span.end), found.markdown];
}

function says(marked: string, about: string, ...patterns: readonly RegExp[]): void {
  const [text, markdown] = hovered(marked);
  assert.equal(text, about, marked);
  for (const pattern of patterns) assert.match(markdown, pattern, marked);
}

function silent(marked: string): void {
  const { analysis, offset } = at(marked);
  assert.equal(hover(analysis, offset), undefined, marked);
}

test('keys: type, default, releases, guests, what xl does, manual', () => {
  says('mem|ory = 512', 'memory', /number, in MiB/, /Read by Xen 4\.1 and later/, /What is no number: xl warns/);
  says('ms_vm_|genid = "none"', 'ms_vm_genid', /`generate`, `none`/, /For HVM guests/, /xl refuses the file/);
  says('hap| = 1', 'hap', /Default: `1`/, /\[xl\.cfg\(5\)\]\(https:\/\/xenbits\.xen\.org\/.*xl\.cfg\.5\.html\)/);
  says('di|sk = [ ]', 'disk', /xl-disk-configuration\(5\)/);
  says('build|er = "hvm"', 'builder', /Deprecated since Xen 4\.10/, /Use `type`/);
  assert.match(hovered('xenstore_|quota = [ ]', 413)[1], /Xen 4\.13 does not read this key/);
  says('memory|', 'memory', /MiB/);
});

test('names of xm', () => {
  says('vcpu_|avail = 3', 'vcpu_avail', /a key of xm/);
});

test('words of keys', () => {
  says('type = "p|vh"', 'pvh', /type = pvh/);
  says('boot = "|cd"', 'c', /disk/i);
  says('boot = "c|d"', 'd', /CD/);
  says('tsc_mode = |1', '1', /The number of `always_emulate`/);
  says('viridian = [ "sti|mer" ]', 'stimer', /viridian = stimer/);
});

test('numbers: sizes, times, booleans, octal and hexadecimal', () => {
  says('memory = 20|48', '2048', /2 GiB \(2048 MiB\)/);
  says('memory = "51|2"', '512', /512 MiB/);
  says('memory = 010|', '010', /octal: `010` is 8, not 10/);
  says('memory = 0x4|00', '0x400', /Hexadecimal: 1024/, /1 GiB/);
  says('hap = |0', '0', /No, off/);
  says('hap = 7|', '7', /every number but 0/);
  says('cap = 1|50', '150', /1\.5 CPUs/);
  says('max_grant_version = 99|99999999', '9999999999', /Outside of 0 to/);
});

test('options, values and flags in specs', () => {
  says(
    'vif = [ "mac=00:16:3e:00:00:01,bri|dge=xenbr0" ]',
    'bridge',
    /Default: `xenbr0`/,
    /xl-network-configuration\(5\)/,
  );
  says('disk = [ "format=qc|ow2,vdev=xvda" ]', 'qcow2', /qcow2/);
  says('disk = [ "/dev/x,raw,xvda,rw,disc|ard" ]', 'discard', /discard/);
  says('disk = [ "/dev/x,raw,xvda,r|o" ]', 'ro', /ro/);
  says('vfb = [ "vnc=|0" ]', '0', /No, off/);
  says('p9 = [ "max-space=20|48" ]', '2048', /2 GiB/);
  says('cpuid = "host,ae|s=0"', 'aes', /one bit/);
  says('cpuid = "host,aes=|k"', 'k', /host/);
  says('cpus = "0-3,no|de:1"', 'node:1', /NUMA node/);
  says('vnuma = [ [ "si|ze=1024" ] ]', 'size', /MiB/);
  says('iomem = [ "fe2|15,1" ]', 'fe215', /hexadecimal/);
  says('vif = [ "brige|=x" ]', 'brige', /not known/, /Use `bridge`/);
});

test('places without names, and words that stand for a text of their own', () => {
  says('pci = [ "01:0|0.0,permissive=1" ]', '00', /\*\*bdf\*\*/, /\| `permissive` \| `1` \|/);
  says('type = "hvm"\nfirmware = "/usr/|x"', '/usr/x', /\*\*PATH\*\*/);
  says('type = "p|vv"', 'pvv', /not known/, /xl refuses the file/);
});

test('forms of xm, and what they become', () => {
  says('disk = [ "ph|y:/dev/x,xvda,w" ]', 'phy:', /stripped|strips/i);
  says('disk = [ "phy:/dev/x,xvda,w|!" ]', 'w!', /access=rw/);
  says('vfb = [ "ty|pe=vnc" ]', 'type', /xm/);
});

test('a whole spec as a table, on its quotes and on parts without a name', () => {
  says(
    'disk = [ |"/dev/x,raw,xvda,w" ]',
    '"/dev/x,raw,xvda,w"',
    /\| `target` \| `\/dev\/x` \|/,
    /\| `vdev` \| `xvda` \|/,
  );
  says(
    'vif = [ |"bridge=xenbr0,nonsense=1" ]',
    '"bridge=xenbr0,nonsense=1"',
    /\| `bridge` \| `xenbr0` \|/,
    /⚠ xl complains/,
  );
  says('disk = [ "/de|v/x,raw,xvda,w" ]', '/dev/x', /\| `target` \|/);
});

test('escapes, and characters of two code units', () => {
  says("vif = [ 'script=\\'a\\',vifname=😀,bri|dge=b' ]", 'bridge', /xenbr0/);
});

test('nothing in comments, between things, about unknown names', () => {
  silent('# mem|ory');
  silent('memory = 5 # mem|ory');
  silent('no_such_key| = 5');
  silent('name = "wha|tever"');
  silent('|');
});
