import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GUEST_TYPES, type NewGuest, newGuestText, refusal } from '../../server/src/cli/new-guest';
import { DEFAULT_HOST } from '../../server/src/model/host';
import { analyse } from '../../server/src/service';
import { RELEASES, releaseName } from '../../server/src/syntax/release';

const DISKS = [[], ['/dev/vg0/web'], ['/srv/a.qcow2', '/srv/b.img', '/srv/c.vhd', '/dev/vg0/d']];

test('every new guest is accepted by its release, and no rule finds anything to say of it', () => {
  let count = 0;
  for (const release of RELEASES) {
    for (const type of GUEST_TYPES) {
      for (const disks of DISKS) {
        for (const full of [false, true]) {
          const guest: NewGuest = {
            type,
            release,
            name: 'web',
            memory: 1024,
            vcpus: 2,
            disks,
            ...((full || type === 'arm') && { kernel: '/boot/vmlinuz' }),
            ...(full && { bridge: 'xenbr0', mac: '00:16:3e:01:02:03', ramdisk: '/boot/initrd', cdrom: '/srv/x.iso' }),
          };
          if (refusal(guest) !== undefined) continue;
          const text = newGuestText(guest);
          const host = { ...DEFAULT_HOST, arch: type === 'arm' ? ('arm' as const) : ('x86' as const) };
          const { verdict, findings } = analyse(text, {
            release,
            host,
            // images other than raw ones have no other form in xl 4.1
            ...(release < 402 && { severities: { 'xm-disk-prefix': 'off' as const } }),
          });
          const told = `${type} ${releaseName(release)}\n${text}`;
          assert.deepEqual(
            findings.map(({ code, message }) => `${code}: ${message}`),
            [],
            told,
          );
          assert.equal(verdict, 'accepted', told);
          count++;
        }
      }
    }
  }
  assert.ok(count > 400, String(count));
});

test('what a release does not have is refused', () => {
  assert.match(refusal({ type: 'pvh', release: 409 })!, /4\.10, not 4\.9/);
  assert.match(refusal({ type: 'arm', release: 417 })!, /--kernel/);
  assert.equal(refusal({ type: 'pvh', release: 410 }), undefined);
});
