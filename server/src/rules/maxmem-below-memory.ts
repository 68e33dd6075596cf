import { below } from './below';
import { type Rule, type RuleDocs, report } from './rule';

export const docs: RuleDocs = {
  title: 'Less memory at the most than at the start',
  why: 'The guest is to start with more memory than it may have.',
  xl: 'xl accepts the file; making the guest fails.',
  remedy: 'Make maxmem at least as great as memory.',
  before: 'memory = 2048\nmaxmem = 1024',
  after: 'memory = 1024\nmaxmem = 2048',
};

export const maxmemBelowMemory: Rule = {
  code: 'maxmem-below-memory',
  severity: 'warning',
  *check(file) {
    const found = below(file, 'memory', 'maxmem');
    if (!found) return;
    const [maxmem, memory] = found.numbers;
    const message = `maxmem is ${maxmem} MiB and memory ${memory} MiB: xl accepts that, and the guest cannot get the memory that it starts with. Make maxmem ${memory} or more.`;
    yield report(maxmemBelowMemory, found.setting.value.span, message);
  },
};
