import { below } from './below';
import { replace } from './edits';
import { type Rule, type RuleDocs, report } from './rule';

export const docs: RuleDocs = {
  title: 'Fewer virtual CPUs at the most than at the start',
  why: 'The guest is to start with more virtual CPUs than it may have.',
  xl: 'xl refuses the file from Xen 4.6 on: "maxvcpus < vcpus".',
  remedy: 'Make maxvcpus at least as great as vcpus.',
  before: 'vcpus = 4\nmaxvcpus = 2',
  after: 'vcpus = 4\nmaxvcpus = 4',
};

export const maxvcpusBelowVcpus: Rule = {
  code: 'maxvcpus-below-vcpus',
  severity: 'error',
  *check(file) {
    const found = below(file, 'vcpus', 'maxvcpus');
    if (!found) return;
    const [maxvcpus, vcpus] = found.numbers;
    const refused = file.isFatal('maxvcpus');
    const xl = refused
      ? 'xl refuses the file: "maxvcpus < vcpus"'
      : 'xl accepts that, and the guest has fewer than vcpus says';
    const { span } = found.setting.value;
    const fixes = [{ title: `Write ${vcpus}`, kind: 'unsafe' as const, edits: [replace(span, String(vcpus))] }];
    const message = `maxvcpus is ${maxvcpus} and vcpus ${vcpus}: ${xl}. Make maxvcpus ${vcpus} or more.`;
    yield report(maxvcpusBelowVcpus, span, message, fixes, refused ? 'error' : 'warning');
  },
};
