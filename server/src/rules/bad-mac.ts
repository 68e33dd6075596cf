import { macs } from './macs';
import { type Rule, type RuleDocs, report } from './rule';

export const docs: RuleDocs = {
  title: 'A text that is no MAC address',
  why: 'The device gets another address than one thinks: the network does not know the guest.',
  xl: 'xl says "Invalid parameter `mac\'" from Xen 4.6 on, and goes on with the part that it could read, filled up with zeros. What follows six bytes it overlooks.',
  remedy: 'Write six bytes in hexadecimal with colons between them.',
  before: "vif = [ 'mac=00:16:3e:00:01' ]",
  after: "vif = [ 'mac=00:16:3e:00:00:01' ]",
};

export const badMac: Rule = {
  code: 'bad-mac',
  severity: 'warning',
  itemwise: true,
  *check(file) {
    for (const mac of macs(file)) {
      const { text, bytes, made } = mac;
      if (bytes?.some((byte) => byte !== 0)) continue;
      const zeros = bytes !== undefined;
      const got =
        made === undefined || /^[0:]+$/.test(made) ? 'makes an address up at every start' : `gives the device ${made}`;
      const message = zeros
        ? `An address of zeros stands for none: xl makes one up at every start. Write a real one, or remove it.`
        : `"${text}" is no MAC address: xl ${got}. Write six bytes such as 00:16:3e:12:34:56.`;
      yield report(badMac, mac.place, message);
    }
  },
};
