import { related, where } from './across';
import { replace } from './edits';
import type { Fix } from './finding';
import { type Rule, type RuleDocs, report } from './rule';

export const docs: RuleDocs = {
  title: 'Two guests with one UUID',
  why: 'Whatever knows guests by their UUID takes the two for one: backups, inventories, licences, the guest itself.',
  xl: 'xl reads each file by itself and accepts it. Both guests start, and share the place in xenstore that belongs to the UUID: what the second one writes there replaces what the first one has.',
  remedy: 'Give each guest a UUID of its own, or remove the setting: then xl makes one up at every start.',
  before: 'uuid = "2a1c7c36-6c0e-4b39-a0f6-8fd0e2f11c5a"   # in web.cfg and in db.cfg',
  after: 'uuid = "e0a3ae0a-8b4d-4a2b-9a50-63d2d6a1c9f4"',
};

export const sharedUuid: Rule = {
  code: 'shared-uuid',
  severity: 'warning',
  check: () => [],
  *across(others) {
    for (const claim of others.contested('uuid')) {
      const rivals = others.rivals(claim);
      if (rivals.count === 0) continue;
      const message = `The guest of ${where(rivals)} has the UUID ${claim.id} too. xl starts both without a word, and they share one place in xenstore (/vm/UUID). Give this one another UUID.`;
      const fixes: Fix[] = [];
      if (claim.written) {
        const made = others.made(`${others.path} ${claim.id}`);
        let fresh = uuidOf(made(0));
        for (let attempt = 1; others.isTaken('uuid', fresh); attempt++) fresh = uuidOf(made(attempt));
        fixes.push({ title: `Write another UUID, ${fresh}`, kind: 'unsafe', edits: [replace(claim.place, fresh)] });
      }
      yield { ...report(sharedUuid, claim.place, message, fixes), related: related(rivals, 'the same UUID') };
    }
  },
};

/** A UUID of version 4, whose bits are made up, of sixteen bytes. */
function uuidOf(bytes: readonly number[]): string {
  const versioned = bytes.map((byte, i) => (i === 6 ? (byte & 0x0f) | 0x40 : i === 8 ? (byte & 0x3f) | 0x80 : byte));
  const digits = versioned.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
