import { related, where } from './across';
import { type Rule, type RuleDocs, report } from './rule';

export const docs: RuleDocs = {
  title: 'Two guests with one PCI device',
  why: 'A device belongs to one guest at a time.',
  xl: 'xl reads each file by itself and accepts it; creating the second guest fails while the first one runs.',
  remedy: 'Leave the device to one of the guests, unless they never run at the same time.',
  before: "pci = [ '01:00.0' ]   # in web.cfg and in db.cfg",
  after: "pci = [ '02:00.0' ]",
};

export const sharedPci: Rule = {
  code: 'shared-pci',
  severity: 'warning',
  check: () => [],
  *across(others) {
    for (const claim of others.contested('pci')) {
      const rivals = others.rivals(claim, (other) => (other.functions! & claim.functions!) !== 0);
      if (rivals.count === 0) continue;
      const message = `The guest of ${where(rivals)} has this PCI device (${claim.id}) too. xl accepts each file, but creates the second guest only while the first one is not running. Leave the device to one of them.`;
      yield { ...report(sharedPci, claim.place, message), related: related(rivals, 'the same PCI device') };
    }
  },
};
