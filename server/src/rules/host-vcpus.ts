import { type Rule, type RuleDocs, report } from './rule';

export const docs: RuleDocs = {
  title: 'All guests together have more virtual CPUs than the host has CPUs',
  why: 'The guests share the CPUs: under load each one gets less time than it seems to have.',
  xl: 'xl accepts it, and Xen divides the time.',
  remedy: 'Nothing, where that is meant. It stands at the guest that has most, and only where the host is described.',
  before: 'vcpus = 16   # on a host with 16 CPUs, beside other guests',
  after: 'vcpus = 8',
};

export const hostVcpus: Rule = {
  code: 'host-vcpus',
  severity: 'information',
  check: () => [],
  *across(others, guest) {
    const total = others.host && guest.vcpus && others.total('vcpus');
    if (!total || total.biggest !== others.path || total.guests < 2 || total.sum <= others.host!.cpus) return;
    const message = `The ${total.guests} guests have ${total.sum} virtual CPUs together, and the host has ${others.host!.cpus}: xl accepts that, and Xen shares them out. Lower the number if they are to have them for themselves. This guest has most.`;
    yield report(hostVcpus, guest.vcpus!.place, message);
  },
};
