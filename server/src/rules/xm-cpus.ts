import type { Atom } from '../syntax/tree';
import type { FileContext } from './context';
import { commentOut, quoted, replace } from './edits';
import type { Finding, Fix } from './finding';
import { type Rule, type RuleDocs, report } from './rule';

/** The first release in which xl refuses a guest that has no CPU to run on. */
const REFUSED_SINCE = 406;
/** More CPUs than any host has. */
const MANY = 4096;

/**
 * True for a set of CPUs that leaves none to xend, which then took it for any: `""`, `"^1"`, `"0,^0"`. False for what
 * xend could not read.
 */
export function namesNoCpu(text: string): boolean {
  const left = new Set<number>();
  for (const part of text === '' ? [] : text.split(',')) {
    const [, minus, from, to] = /^[ \t]*(\^?)[ \t]*(\d{1,4})[ \t]*(?:-[ \t]*(\d{1,4})[ \t]*)?$/.exec(part) ?? [];
    if (from === undefined || (minus && to)) return false;
    if (minus) left.delete(Number(from));
    else for (let cpu = Number(from); cpu <= Math.min(Number(to ?? from), MANY); cpu++) left.add(cpu);
  }
  return left.size === 0;
}

export const docs: RuleDocs = {
  title: 'cpus that leaves no CPU',
  why: 'In the examples that came with xend, cpus = "" leaves the choice of the CPUs to Xen. cpus = "^1" did, too: it takes a CPU away where none was named.',
  xl: 'From Xen 4.6 xl takes it for a set without any CPU and refuses the guest: "vcpu hard affinity map is empty".',
  remedy:
    'Take the line out: without cpus the guest may run on every CPU. In a list with one set for each virtual CPU, write "all".',
  before: 'vcpus = 2\ncpus = ""',
  after: 'vcpus = 2\n# any CPU, as without it\n#cpus = ""',
};

export const xmCpus: Rule = {
  code: 'xm-cpus',
  severity: 'error',
  *check(file) {
    const setting = file.last('cpus');
    if (!setting || file.release < REFUSED_SINCE || file.isComputed('cpus')) return;
    // some releases do not look at it where vcpus is not set
    if (file.input.reading.ok && !file.isFatal('cpus')) return;
    const { op, value } = setting;
    if (value.kind === 'list') {
      yield* checkList(file, file.items('cpus'));
      return;
    }
    if (op !== '=' || !namesNoCpu(value.text)) return;
    const message =
      value.text === ''
        ? 'An empty cpus is a set without any CPU: xl refuses the guest ("vcpu hard affinity map is empty"). To xm it meant any CPU. Take the line out.'
        : `"${value.text}" takes CPUs away where none is named: xl refuses the guest ("vcpu hard affinity map is empty"). To xm it meant any CPU. Take the line out, or write "all,${value.text}".`;
    const meant = replace(value.span, quoted(file, `all,${value.text}`, value));
    yield report(xmCpus, value.span, message, [
      anyCpu(file),
      ...(value.text.startsWith('^')
        ? [{ title: `Write "all,${value.text}"`, kind: 'unsafe', edits: [meant] } satisfies Fix]
        : []),
    ]);
  },
};

/** A list has a set of CPUs for each virtual CPU, of which xend left those alone that had none. */
function* checkList(file: FileContext, items: readonly Atom[]): Iterable<Finding> {
  const none = items.filter(({ text }) => namesNoCpu(text));
  for (const item of none) {
    const message = `"${item.text}" is a set without any CPU: xl refuses the guest ("vcpu hard affinity map is empty"). To xm it meant any CPU. Write "all".`;
    const all: Fix = { title: 'Write "all"', kind: 'safe', edits: [replace(item.span, quoted(file, 'all', item))] };
    yield report(xmCpus, item.span, message, [none.length === items.length ? anyCpu(file) : all]);
  }
}

function anyCpu(file: FileContext): Fix {
  const edits = commentOut(file, [...file.all('cpus')], 'any CPU, as without it');
  return { title: 'Make it a comment: without it the guest runs on any CPU', kind: 'safe', edits };
}
