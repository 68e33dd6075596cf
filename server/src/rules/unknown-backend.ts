import { nearestNames } from '../schema/nearest';
import { replace } from './edits';
import { type Rule, type RuleDocs, report } from './rule';

export const docs: RuleDocs = {
  title: 'A driver domain that no file defines',
  why: 'A device whose backend is not there cannot work: most often the name is misspelt, or the domain was renamed.',
  xl: 'xl accepts the file. When the guest is created, libxl looks for a running domain of that name, and fails when there is none.',
  remedy: 'Write the name of a guest that one of the files defines, or a number: 0 is Dom0, whose name is Domain-0.',
  before: 'vif = [ \'bridge=xenbr0,backend=netvm\' ]   # and no file says name = "netvm"',
  after: "vif = [ 'bridge=xenbr0,backend=net-vm' ]",
};

export const unknownBackend: Rule = {
  code: 'unknown-backend',
  severity: 'warning',
  check: () => [],
  *across(others, guest) {
    if (!others.complete) return;
    for (const { name, place, written } of guest.backends) {
      if (others.isTaken('name', name)) continue;
      const likely = /^dom-?0$/i.test(name) ? ['Domain-0'] : nearestNames(name, [...others.names()].sort(), 1);
      const fixes = (written ? likely : []).map((known) => {
        return { title: `Write ${known}`, kind: 'unsafe' as const, edits: [replace(place, known)] };
      });
      const hint = likely.length > 0 ? `Did you mean "${likely[0]}"?` : 'Write the name of one that there is.';
      const message = `No file here defines a domain "${name}": xl accepts this, but creates the guest only while a domain of that name is running. ${hint}`;
      yield report(unknownBackend, place, message, fixes);
    }
  },
};
