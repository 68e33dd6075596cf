import type { Rule, RuleDocs } from './rule';
import { sharedPorts } from './shared-port';

export const docs: RuleDocs = {
  title: 'Two guests with one VNC display',
  why: 'Whoever connects to the display gets the guest that was started first, perhaps not the one that is meant.',
  xl: 'xl reads each file by itself and accepts it. With "vncunused = 0" the device model of the second guest ends at once, and the guest is not created. Otherwise it looks for the next free display, and serves another one than the file says. Who writes "vncunused = 1" means no particular display, and is not reported; neither are guests that listen at different addresses.',
  remedy: 'Give each guest a display of its own, or write "vncunused = 1".',
  before: 'vncdisplay = 3   # in web.cfg and in db.cfg',
  after: 'vncdisplay = 4',
};

export const sharedVncPort: Rule = {
  code: 'shared-vnc-port',
  severity: 'warning',
  check: () => [],
  across: (others) => sharedPorts(sharedVncPort, 'vnc', WORDS, others),
};

const WORDS = {
  base: 5900,
  what: ({ number }: { readonly number: number }) => `VNC display ${number}`,
  outcome: ({ firm }: { readonly firm: boolean }) =>
    firm
      ? 'xl cannot create the guest while that one is running'
      : 'the guest that is started second gets another display, and who connects to this one sees the other guest',
};
