import { type Claim, related, where } from './across';
import { type Rule, type RuleDocs, report } from './rule';

export const docs: RuleDocs = {
  title: 'A disk that one guest writes and another one has too',
  why: 'Two systems that have one file system mounted destroy it, unless it is made for that: neither knows what the other one holds in memory.',
  xl: 'xl reads each file by itself and accepts it. At the start of the second guest the hotplug script for block devices refuses a device that another guest writes to; for image files nobody looks. A disk that all of them only read is no matter.',
  remedy:
    'Give each guest a disk of its own, or let all of them only read it. For a cluster file system, or for guests that never run at the same time, say so in a comment: "xencfg: ignore shared-disk -- reason".',
  before: "disk = [ '/dev/vg0/web,raw,xvda,rw' ]   # in web.cfg and in web-test.cfg",
  after: "disk = [ '/dev/vg0/web-test,raw,xvda,rw' ]",
};

export const sharedDisk: Rule = {
  code: 'shared-disk',
  severity: 'warning',
  check: () => [],
  *across(others) {
    for (const claim of others.contested('disk')) {
      const rivals = others.rivals(claim, (other) => clash(claim, other));
      if (rivals.count === 0) continue;
      const { target, writes } = claim.disk!;
      // who only reads the disk is no danger to others that read: the writers are named
      const writers = others.rivals(claim, (other) => clash(claim, other) && other.disk!.writes);
      const named = writers.count > 0 ? writers : rivals;
      const [they, write, have] = named.count === 1 ? ['that', 'writes', 'has'] : ['those', 'write', 'have'];
      const both = writes
        ? `This guest writes to "${target}", and ${they} of ${where(named)} ${writers.count > 0 ? `${write} to it` : `${have} it`} too`
        : `The guest${named.count === 1 ? '' : 's'} of ${where(named)} ${write} to "${target}", and this one reads it`;
      const message = `${both}. xl accepts each file; when both run, the file system on the disk is destroyed. Give one of them another disk.`;
      yield { ...report(sharedDisk, claim.place, message), related: related(rivals, 'the same disk') };
    }
  },
};

/** Reading together is fine, and whoever wrote `w!` for xm in both files means it. */
function clash({ disk: mine }: Claim, { disk: theirs }: Claim): boolean {
  return (mine!.writes || theirs!.writes) && !(mine!.forced && theirs!.forced);
}
