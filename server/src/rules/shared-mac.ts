import { related, where } from './across';
import { replace } from './edits';
import type { Fix } from './finding';
import { macText } from './macs';
import { type Rule, type RuleDocs, report } from './rule';

/** Xen's own prefix. */
const XEN = [0x00, 0x16, 0x3e];

export const docs: RuleDocs = {
  title: 'Two guests with one MAC address',
  why: 'Switches send frames for the address to one of the guests, now this one, now that; DHCP gives both one address.',
  xl: 'xl reads each file by itself and accepts it without a word; both guests start.',
  remedy: 'Give each network device an address of its own.',
  before: "vif = [ 'mac=00:16:3e:5a:00:01,bridge=xenbr0' ]   # in web.cfg and in db.cfg",
  after: "vif = [ 'mac=00:16:3e:5a:00:02,bridge=xenbr0' ]",
};

export const sharedMac: Rule = {
  code: 'shared-mac',
  severity: 'warning',
  check: () => [],
  *across(others) {
    for (const claim of others.contested('mac')) {
      const rivals = others.rivals(claim);
      if (rivals.count === 0) continue;
      const message = `The guest of ${where(rivals)} has a network device with the address ${claim.id} too: xl starts both without a word. Give this one another address.`;
      const fixes: Fix[] = [];
      if (claim.written) {
        const made = others.made(`${others.path} ${claim.id}`);
        const address = (attempt: number) => macText([...XEN, ...made(attempt).slice(0, 3)]);
        let fresh = address(0);
        for (let attempt = 1; attempt < MOST_ATTEMPTS && others.isTaken('mac', fresh); attempt++) {
          fresh = address(attempt);
        }
        const edits = [replace(claim.place, fresh)];
        if (!others.isTaken('mac', fresh))
          fixes.push({ title: `Write another address, ${fresh}`, kind: 'unsafe', edits });
      }
      yield { ...report(sharedMac, claim.place, message, fixes), related: related(rivals, 'the same address') };
    }
  },
};

/** The prefix has room for 16 million addresses: whoever has used up this many of them is not helped by another one. */
const MOST_ATTEMPTS = 1000;
