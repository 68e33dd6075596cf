import { type Rule, type RuleDocs, report } from './rule';

export const docs: RuleDocs = {
  title: 'All guests together want more memory than the host has',
  why: 'Not all of them can run at the same time; after a restart of the host it depends on their order which ones do.',
  xl: 'xl reads each file by itself and accepts it; creating a guest fails once the memory is used up.',
  remedy:
    'Lower "memory" of some guests, or move them to another host. It stands at the guest that wants most, and only where the host is described.',
  before: 'memory = 65536   # on a host with 65536 MiB, beside other guests',
  after: 'memory = 32768',
};

export const hostMemory: Rule = {
  code: 'host-memory',
  severity: 'information',
  check: () => [],
  *across(others, guest) {
    const total = others.host && guest.memory && others.total('memory');
    if (!total || total.biggest !== others.path || total.guests < 2 || total.sum <= others.host!.memory) return;
    const message = `The ${total.guests} guests want ${total.sum} MiB together, and the host has ${others.host!.memory} MiB, of which Dom0 needs a part: xl accepts the files, but cannot create all guests at the same time. This one wants most.`;
    yield report(hostMemory, guest.memory!.place, message);
  },
};
