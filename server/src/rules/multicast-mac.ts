import { replace } from './edits';
import { macs, macText } from './macs';
import { type Rule, type RuleDocs, report } from './rule';

export const docs: RuleDocs = {
  title: 'A MAC address for groups',
  why: 'An address whose first byte is odd names a group of devices. No device can have it: guests refuse it or get no answers.',
  xl: 'xl accepts it without a word.',
  remedy: 'Take an address with an even first byte, such as one that begins with 00:16:3e.',
  before: "vif = [ 'mac=01:16:3e:00:00:01' ]",
  after: "vif = [ 'mac=00:16:3e:00:00:01' ]",
};

export const multicastMac: Rule = {
  code: 'multicast-mac',
  severity: 'warning',
  itemwise: true,
  *check(file) {
    for (const mac of macs(file)) {
      const { text, bytes } = mac;
      if (!bytes || bytes[0]! % 2 === 0) continue;
      const own = macText([0x00, 0x16, 0x3e, ...bytes.slice(3)]);
      const message = `${text} is an address for groups, as its first byte is odd: xl accepts it, and the guest's network does not work. Write ${own}, or another one with an even first byte.`;
      const fixes = [{ title: `Write ${own}`, kind: 'unsafe' as const, edits: [replace(mac.place, own)] }];
      yield report(multicastMac, mac.place, message, fixes);
    }
  },
};
