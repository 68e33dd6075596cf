import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildDomain, domainJson } from '../../server/src/model';
import { readSettings } from '../../server/src/syntax/reading';
import { RELEASES, type Release } from '../../server/src/syntax/release';

function lines(text: string, release: Release): string[] {
  const { messages } = buildDomain(readSettings(text, { release }), { release, source: 'f' });
  return messages.map((message) => message.text);
}

/** What the text gives in the release before `border`, and from it on. */
function across(border: Release, text: string): [before: string[], since: string[]] {
  return [lines(text, border - 1), lines(text, border)];
}

const PV = 'name="g"\nkernel="/k"\n';
const HVM = 'name="g"\nbuilder="hvm"\n';

test('a small guest is accepted by every release, and has a name', () => {
  for (const release of RELEASES) {
    const { domain, messages } = buildDomain(readSettings(PV, { release }), { release });
    assert.deepEqual(messages, []);
    assert.equal(JSON.parse(domainJson(domain!)).c_info.name, 'g');
  }
});

test('4.2 wants a name', () => {
  assert.deepEqual(across(402, 'kernel="/k"\n'), [[], ['Domain name must be specified.']]);
});

test('4.2 knows modes by name', () => {
  const warning =
    'WARNING: specifying "tsc_mode" as an integer is deprecated. ' +
    'Please use the named parameter variant. e.g. tsc_mode="native"';
  assert.deepEqual(across(402, `${PV}tsc_mode=2\n`), [[], [warning]]);
});

test('4.5 takes the kernel of an HVM guest', () => {
  const warning =
    'WARNING: ignoring "kernel" directive for HVM guest. ' +
    'Use "firmware_override" instead if you really want a non-default firmware';
  assert.deepEqual(across(405, `${HVM}kernel="/k"\n`), [[warning], []]);
});

test('4.5 keeps labels for the hypervisor to judge', () => {
  assert.deepEqual(across(405, `${PV}seclabel="a"\n`), [['XSM Disabled: seclabel not supported'], []]);
});

test('4.5 pins each virtual CPU', () => {
  assert.deepEqual(across(405, `${PV}vcpus=1\ncpus=["99"]\n`), [['cpu 99 illegal'], []]);
});

test('4.6 looks at more virtual CPUs than there may be', () => {
  assert.deepEqual(across(406, `${PV}vcpus=4\nmaxvcpus=2\n`), [[], ['xl: maxvcpus < vcpus']]);
});

test('4.6 refuses a PCI device that it cannot read', () => {
  assert.equal(lines(`${PV}pci=["zz"]\n`, 405).length, 0);
  assert.deepEqual(lines(`${PV}pci=["zz"]\n`, 406).slice(-1), ["unable to parse PCI BDF `zz' for passthrough"]);
});

test('4.7 takes a word for gfx_passthru', () => {
  assert.deepEqual(across(407, `${HVM}gfx_passthru="igd"\n`), [
    ["f:3: warning: parameter `gfx_passthru' is not a valid number"],
    [],
  ]);
});

test('4.10 brings type, and speaks against builder for one release', () => {
  assert.deepEqual(lines('name="g"\ntype="hvm"\n', 409), ['Neither kernel nor bootloader specified']);
  assert.deepEqual(lines('name="g"\ntype="hvm"\n', 410), []);
  assert.deepEqual(lines(HVM, 410), ['The "builder" option is being deprecated, please use "type" instead.']);
  assert.deepEqual(lines(HVM, 411), []);
  assert.deepEqual(across(410, `${PV}builder="linux"\n`)[1].slice(-1), ['Invalid domain type linux.']);
});

test('4.10 refuses timer_mode for PV guests', () => {
  assert.deepEqual(across(410, `${PV}timer_mode="unknown"\n`), [
    [],
    ['ERROR: "timer_mode" option is not supported for PV guests.'],
  ]);
});

test('4.12 ends without a word at limits out of bounds', () => {
  assert.deepEqual(across(412, `${PV}max_grant_frames="x"\n`), [
    ["f:3: warning: parameter `max_grant_frames' is not a valid number"],
    [''],
  ]);
});

test('4.13 wants no += for numbers', () => {
  assert.deepEqual(
    across(413, `${PV}memory+=5\n`)
      .map((said) => said.length)
      .slice(1),
    [1],
  );
});

test('4.14 reads PCI flags before the devices; 4.13 after them', () => {
  const text = `${PV}pci=["00:1a.0"]\npci_permissive=1\n`;
  const permissive = (release: Release) => {
    const { domain } = buildDomain(readSettings(text, { release }), { release });
    return JSON.parse(domainJson(domain!)).pcidevs[0].permissive;
  };
  assert.deepEqual([412, 413, 414].map(permissive), [true, undefined, true]);
});

test('4.19 says no more that it got a mode', () => {
  assert.deepEqual(across(419, `${PV}tsc_mode="native"\n`), [['got a tsc mode string: "native"'], []]);
});

test('4.21 has no traditional device model', () => {
  assert.deepEqual(across(421, `${HVM}device_model_version="qemu-xen-traditional"\n`), [
    [],
    ['Unknown device_model_version "qemu-xen-traditional" specified'],
  ]);
});

test('4.22 has quotas for Xenstore', () => {
  assert.deepEqual(across(422, `${PV}xenstore_quota=["nodes"]\n`), [[], ['Quota specification "nodes" lacks "=".']]);
});
