import { commentOut } from './edits';
import { type Rule, type RuleDocs, report } from './rule';

/** The first release in which xl refuses a guest that has no CPU to run on. */
const REFUSED_SINCE = 406;

export const docs: RuleDocs = {
  title: 'cpus that is empty',
  why: 'In the examples that came with xend, cpus = "" leaves the choice of the CPUs to Xen.',
  xl: 'From Xen 4.6 xl takes it for a set without any CPU and refuses the guest: "vcpu hard affinity map is empty".',
  remedy: 'Take the line out: without cpus the guest may run on every CPU.',
  before: 'vcpus = 2\ncpus = ""',
  after: 'vcpus = 2\n# any CPU, as without it\n#cpus = ""',
};

export const xmCpus: Rule = {
  code: 'xm-cpus',
  severity: 'error',
  *check(file) {
    const setting = file.last('cpus');
    if (!setting || file.release < REFUSED_SINCE || file.isComputed('cpus')) return;
    const { op, value } = setting;
    if (op !== '=' || value.kind === 'list' || value.text !== '') return;
    // some releases do not look at it where vcpus is not set
    if (file.input.reading.ok && !file.isFatal('cpus')) return;
    const message =
      'An empty cpus is a set without any CPU: xl refuses the guest ("vcpu hard affinity map is empty"). To xm it meant any CPU. Take the line out.';
    const all = [...file.all('cpus')];
    yield report(xmCpus, value.span, message, [
      {
        title: 'Make it a comment: without it the guest runs on any CPU',
        kind: 'safe',
        edits: commentOut(file, all, 'any CPU, as without it'),
      },
    ]);
  },
};
