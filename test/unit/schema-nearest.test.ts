import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allKeys, findKey, findXmName, nearestNames, slips } from '../../server/src/schema';
import { MEANINGS } from '../../server/src/schema/data/meanings';

const KEYS = allKeys().map(({ name }) => name);

function near(name: string): string[] {
  return nearestNames(name, KEYS);
}

test('slips of the hand find the key first', () => {
  const typed: Record<string, string> = {
    vpcus: 'vcpus',
    vcpu: 'vcpus',
    memroy: 'memory',
    memry: 'memory',
    menory: 'memory',
    kernal: 'kernel',
    ramdsik: 'ramdisk',
    disc: 'disk',
    disks: 'disk',
    vifs: 'vif',
    buidler: 'builder',
    on_reboott: 'on_reboot',
    'on-crash': 'on_crash',
    onpoweroff: 'on_poweroff',
    MAXMEM: 'maxmem',
    max_mem: 'maxmem',
    bootlaoder: 'bootloader',
    bootloader_arg: 'bootloader_args',
    firmware_overide: 'firmware_override',
    spice_port: 'spiceport',
    spicepassword: 'spicepasswd',
    vnclisen: 'vnclisten',
    device_model_verison: 'device_model_version',
    nested_hvm: 'nestedhvm',
    localtme: 'localtime',
    usbdevices: 'usbdevice',
    irq: 'irqs',
  };
  for (const [name, key] of Object.entries(typed)) assert.equal(near(name)[0], key, name);
});

test('names by meaning come before names by letters', () => {
  assert.deepEqual(near('maxcpus').slice(0, 2), ['maxvcpus', 'vcpus']);
  assert.deepEqual(near('initrd'), ['ramdisk']);
  assert.equal(near('mem')[0], 'memory');
  assert.equal(near('Network')[0], 'vif');
  assert.equal(near('nic')[0], 'vif');
  assert.equal(near('guest-name')[0], 'name');
  assert.equal(near('cores')[0], 'vcpus');
  assert.equal(near('uefi')[0], 'firmware');
});

test('names like nothing at all find nothing', () => {
  for (const name of ['x', 'zz', 'my_own_helper', 'hostfqdn', 'qwertz', '']) assert.deepEqual(near(name), [], name);
});

test('a meaning counts only where the candidate exists, and the number of answers is kept', () => {
  assert.deepEqual(nearestNames('initrd', ['kernel']), []);
  assert.deepEqual(nearestNames('vnc_', ['vnc', 'vncx', 'vnca', 'vncb'], 2), ['vnc', 'vnca']);
  assert.deepEqual(nearestNames('vif', ['vif', 'vif2']), ['vif2']);
  assert.deepEqual(nearestNames('vcpus', []), []);
});

test('slips are counted with neighbours swapped, up to the limit', () => {
  assert.equal(slips('vcpus', 'vcpus', 2), 0);
  assert.equal(slips('vpcus', 'vcpus', 2), 1);
  assert.equal(slips('kitten', 'sitting', 3), 3);
  assert.equal(slips('kitten', 'sitting', 2), 3);
  assert.equal(slips('', 'ab', 2), 2);
  assert.equal(slips('abc', 'abcdefgh', 2), 3);
});

test('the table of meanings holds no name of xl or xm, and every meaning is a key', () => {
  for (const [name, keys] of Object.entries(MEANINGS)) {
    assert.equal(findKey(name), undefined, `${name} is a key`);
    assert.equal(findXmName(name), undefined, `${name} is a variable of xm`);
    assert.ok(keys.length > 0, name);
    for (const key of keys) assert.ok(findKey(key), `${name} means ${key}, which is no key`);
  }
});
