import { type Rule, type RuleDocs, report } from './rule';

const MACHINES = { x86: 'x86', arm: 'Arm' } as const;

export const docs: RuleDocs = {
  title: 'A key for machines of another architecture',
  why: 'The key has no meaning on the host that the file is for.',
  xl: 'xl reads the key everywhere; libxl does nothing with it on another architecture, or refuses the guest.',
  remedy: 'Remove the key.',
  before: 'gic_version = "v3"   # for an x86 host',
  after: '',
};

export const otherArchitecture: Rule = {
  code: 'other-architecture',
  severity: 'warning',
  general: true,
  *check(file) {
    const { arch } = file.circumstances;
    if (arch === undefined) return;
    for (const { setting, row } of file.keys) {
      if (row.arch === undefined || row.arch === arch) continue;
      const message = `"${setting.name}" is for ${MACHINES[row.arch]} machines. xl reads it on ${MACHINES[arch]} too, where it does nothing or stops the guest. Remove it.`;
      yield report(otherArchitecture, setting.nameSpan, message);
    }
  },
};
