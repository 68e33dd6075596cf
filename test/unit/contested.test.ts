import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Claim } from '../../server/src/rules/across';
import { Contested, claimSums } from '../../server/src/workspace/contested';

const NOWHERE = { start: 0, end: 0, from: { line: 0, character: 0 }, to: { line: 0, character: 0 } };
const claim = (kind: Claim['kind'], id: string): Claim => ({ kind, id, place: NOWHERE, written: true });

test('files that claim the same, among thousands that do not', () => {
  const contested = new Contested();
  for (let i = 0; i < 5000; i++) {
    const shared = i === 17 || i === 4200 ? [claim('mac', 'shared')] : [];
    contested.add(i, claimSums([claim('name', `guest${i}`), claim('mac', `mac${i}`), ...shared]));
  }
  const found = Array.from({ length: 5000 }, (_, i) => i).filter((i) => contested.has(i));
  assert.deepEqual(found, [17, 4200]);
});

test('one file may claim a thing twice, and the kind is a part of the claim', () => {
  const contested = new Contested();
  contested.add(0, claimSums([claim('pci', '1'), claim('pci', '1'), claim('usb', '2')]));
  contested.add(1, claimSums([claim('usb', '1'), claim('pci', '2')]));
  assert.deepEqual([contested.has(0), contested.has(1)], [false, false]);
  contested.add(2, claimSums([claim('usb', '2')]));
  assert.deepEqual(
    [0, 1, 2].map((file) => contested.has(file)),
    [true, false, true],
  );
});

test('what is claimed by anybody', () => {
  const contested = new Contested();
  contested.add(0, claimSums([claim('mac', '00:16:3e:00:00:01')]));
  assert.equal(contested.isClaimed('mac', '00:16:3e:00:00:01'), true);
  assert.equal(contested.isClaimed('uuid', '00:16:3e:00:00:01'), false);
  assert.equal(contested.isClaimed('mac', '00:16:3e:00:00:02'), false);
});
