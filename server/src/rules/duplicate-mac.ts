import { macs } from './macs';
import { type Rule, report } from './rule';

/** Stands for no address. */
const ZEROS = '00:00:00:00:00:00';

export const duplicateMac: Rule = {
  code: 'duplicate-mac',
  severity: 'warning',
  docs: {
    title: 'Two network devices with one MAC address',
    why: 'Switches send frames for the address to one of them, now this one, now that.',
    xl: 'xl accepts it without a word.',
    remedy: 'Give each device an address of its own.',
    before: "vif = [ 'mac=00:16:3e:00:00:01,bridge=a', 'mac=00:16:3e:00:00:01,bridge=b' ]",
    after: "vif = [ 'mac=00:16:3e:00:00:01,bridge=a', 'mac=00:16:3e:00:00:02,bridge=b' ]",
  },
  *check(file) {
    const seen = new Set<string>();
    for (const one of macs(file)) {
      const mac = one.address;
      if (mac === undefined || mac === ZEROS) continue;
      if (seen.has(mac)) {
        const message = `Another network device of the guest has ${mac} already: xl accepts it without a word. Give this one another address.`;
        yield report(duplicateMac, one.place, message);
      }
      seen.add(mac);
    }
  },
};
