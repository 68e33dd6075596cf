import { macs } from './macs';
import { type Rule, type RuleDocs, report } from './rule';

/** Xen's own prefix. */
const XEN = [0x00, 0x16, 0x3e];

export const docs: RuleDocs = {
  title: "A MAC address from somebody else's range",
  why: 'The address may be that of a real device in the same network. Xen has the prefix 00:16:3e, and addresses whose second digit is 2, 6, a or e are free for everybody.',
  xl: 'xl accepts every address.',
  remedy:
    'Take an address that begins with 00:16:3e, or a locally administered one, unless the address is meant to be that of a device.',
  before: "vif = [ 'mac=00:0c:29:00:00:01' ]",
  after: "vif = [ 'mac=00:16:3e:00:00:01' ]",
};

export const macPrefix: Rule = {
  code: 'mac-prefix',
  severity: 'hint',
  itemwise: true,
  *check(file) {
    for (const mac of macs(file)) {
      const { text, bytes } = mac;
      if (!bytes || XEN.every((byte, index) => bytes[index] === byte) || bytes.every((byte) => byte === 0)) continue;
      const first = bytes[0]!;
      if ((first & 0b11) !== 0) continue;
      const message = `${text} lies in the range of a maker of network cards. xl accepts it. Take one that begins with 00:16:3e, which is Xen's, unless you mean this one.`;
      yield report(macPrefix, mac.place, message);
    }
  },
};
