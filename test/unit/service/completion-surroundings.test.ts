import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  analyse,
  type Completion,
  completions,
  folderWanted,
  type Surroundings,
} from '../../../server/src/service/index';
import { RELEASES } from '../../../server/src/syntax/release';
import { applied, at } from '../completion-at';

const UUID = '3f2b8e1c-55d6-4a6e-9c0b-0d7a5aabcdef';

function offered(marked: string, surroundings: Surroundings = {}): Completion[] {
  const { analysis, offset } = at(marked);
  return completions(analysis, offset, surroundings).sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
}

function completed(marked: string, label: string, surroundings: Surroundings = {}): string {
  const { analysis } = at(marked);
  const found = offered(marked, surroundings).find((one) => one.label === label);
  assert.ok(found, `${label} is offered at ${marked}`);
  return applied(analysis.text, found);
}

test('devices that are still free, of the kind that the other disks have', () => {
  const first = (marked: string) => offered(marked)[0]?.label;
  assert.equal(first('disk = [ "vdev=|" ]'), 'xvda');
  assert.equal(first('disk = [ "/dev/a,raw,xvda,rw", "/dev/b,raw,xvdb1,rw", "vdev=|" ]'), 'xvdc');
  assert.equal(first('disk = [ "/dev/a,raw,hda,rw", "/dev/b,raw,|,rw" ]'), 'hdb');
  const many = [...'abcdefgh'].map((letter) => `"/d,raw,xvd${letter},rw"`).join(', ');
  assert.equal(first(`disk = [ ${many}, "vdev=|" ]`), 'xvdi');
  assert.equal(
    completed('disk = [ "/d,raw,xvda,rw", | ]', 'new disk'),
    'disk = [ "/d,raw,xvda,rw", "format=raw,vdev=‹xvdb›,access=rw,target=‹/dev/vg/guest›" ]',
  );
});

test('a new MAC address that no known guest has', () => {
  const marked = 'vif = [ "mac=|" ]';
  assert.equal(completed(marked, '00:16:3e:ab:cd:ef', { uuid: UUID }), 'vif = [ "mac=00:16:3e:ab:cd:ef" ]');
  const used = { bridges: [], scripts: [], macs: new Set(['00:16:3e:ab:cd:ef']) };
  assert.equal(
    offered('vif = [ "mac=00:16:3E:AB:CD:F0", "mac=|" ]', { uuid: UUID, used })[0]?.label,
    '00:16:3e:ab:cd:f1',
  );
  assert.equal(
    completed('vif = [ | ]', 'new interface with a MAC address', { uuid: UUID }),
    'vif = [ "mac=‹00:16:3e:ab:cd:ef›,bridge=‹xenbr0›" ]',
  );
});

test('a new UUID', () => {
  assert.equal(completed('uuid = |', UUID, { uuid: UUID }), `uuid = "${UUID}"`);
  assert.equal(completed('uuid = "|"', UUID, { uuid: UUID }), `uuid = "${UUID}"`);
});

test('bridges and scripts that are in use, here and elsewhere', () => {
  const used = { bridges: ['lan', 'dmz'], scripts: ['vif-route'], macs: new Set<string>() };
  const labels = offered('vif = [ "bridge=own", "bridge=|" ]', { used }).map(({ label }) => label);
  assert.deepEqual(labels.slice(0, 3).sort(), ['dmz', 'lan', 'own']);
  assert.ok(offered('vif = [ "script=|" ]', { used }).some(({ label }) => label === 'vif-route'));
  assert.equal(completed('vif = [ | ]', 'new interface', { used }), 'vif = [ "bridge=‹lan›" ]');
});

const folder = [
  { name: 'vmlinuz', isFolder: false },
  { name: 'grub', isFolder: true },
  { name: 'it"s', isFolder: false },
  { name: '.x', isFolder: false },
];

test('paths: of the folder that is typed, its files and folders', () => {
  const wanted = (marked: string) => {
    const { analysis, offset } = at(marked);
    return folderWanted(analysis, offset);
  };
  assert.equal(wanted('kernel = "/boot/vm|"'), '/boot/');
  assert.equal(wanted('kernel = "|"'), '/');
  assert.equal(wanted('kernel = "boot/|"'), undefined);
  assert.equal(wanted('kernel = "/boot/../|"'), undefined);
  assert.equal(wanted('disk = [ "/srv/x|,raw,xvda,rw" ]'), '/srv/');
  assert.equal(wanted('disk = [ "vdev=xvda,target=/srv/|" ]'), '/srv/');
  assert.equal(wanted('vif = [ "script=vif-|" ]'), '/etc/xen/scripts/');
  assert.equal(wanted('pci = [ "01:|" ]'), '/sys/bus/pci/devices/');
  assert.equal(wanted('name = "/x|"'), undefined);
  assert.equal(wanted('memory = |'), undefined);
  assert.equal(completed('kernel = "/boot/v|"', 'vmlinuz', { folder }), 'kernel = "/boot/vmlinuz"');
  assert.equal(completed('kernel = "/boot/|old/x"', 'grub/', { folder }), 'kernel = "/boot/grub//x"');
  assert.equal(completed('kernel = "|"', '/grub/', { folder }), 'kernel = "/grub/"');
  const labels = offered('disk = [ "/srv/|" ]', { folder })
    .filter(({ kind }) => kind === 'file')
    .map(({ label }) => label);
  assert.deepEqual(labels, ['vmlinuz', '.x']);
});

test('scripts by what they are for, PCI devices by their addresses', () => {
  const scripts = ['vif-route', 'block-drbd', 'hotplugpath.sh'].map((name) => ({ name, isFolder: false }));
  const files = (marked: string, folder: Surroundings['folder']) =>
    offered(marked, { folder: folder! })
      .filter(({ kind }) => kind === 'file')
      .map(({ label }) => label);
  assert.deepEqual(files('vif = [ "script=|" ]', scripts), ['vif-route']);
  const devices = ['0000:01:00.0', '0001:02:00.1', 'x'].map((name) => ({ name, isFolder: false }));
  assert.deepEqual(files('pci = [ "|" ]', devices), ['0001:02:00.1', '01:00.0']);
  assert.equal(
    completed('pci = [ "01:|,permissive=1" ]', '01:00.0', { folder: devices }),
    'pci = [ "01:00.0,permissive=1" ]',
  );
});

test('whole guests in an empty file, each of which xl makes without a word, in every release', () => {
  for (const release of RELEASES) {
    const analysis = analyse('# mine\n', { release });
    const snippets = completions(analysis, 7, { uuid: UUID }).filter(({ kind }) => kind === 'snippet');
    const labels = snippets.map(({ label }) => label);
    assert.deepEqual(labels.slice(0, 2), ['PV guest', 'HVM guest']);
    assert.equal(labels.includes('PVH guest'), release >= 410);
    for (const snippet of snippets) {
      const text = applied('# mine\n', snippet, (inner) => inner);
      const { verdict, findings } = analyse(text, { release });
      assert.equal(verdict, 'accepted', `${release} ${text}`);
      assert.deepEqual(
        findings.map(({ message }) => message),
        [],
        `${release} ${text}`,
      );
    }
  }
  assert.ok(!offered('name = "a"\n|').some(({ kind }) => kind === 'snippet'));
});
