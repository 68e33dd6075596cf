import type { Rule, RuleDocs } from './rule';
import { sharedPorts } from './shared-port';

export const docs: RuleDocs = {
  title: 'Two guests with one SPICE port',
  why: 'One of the guests does not start while the other one runs.',
  xl: 'xl reads each file by itself and accepts it. The device model of the second guest finds the port in use and ends; the guest is not created.',
  remedy: 'Give each guest a port of its own.',
  before: 'spiceport = 6000   # in web.cfg and in db.cfg',
  after: 'spiceport = 6001',
};

export const sharedSpicePort: Rule = {
  code: 'shared-spice-port',
  severity: 'warning',
  check: () => [],
  across: (others) => sharedPorts(sharedSpicePort, 'spice', WORDS, others),
};

const WORDS = {
  base: 0,
  what: ({ number }: { readonly number: number }) => `SPICE port ${number}`,
  outcome: () => 'xl cannot create the guest while that one is running',
};
