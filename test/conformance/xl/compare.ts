import { buildDomain, type DomainResult, domainJson, type Host } from '../../../server/src/model';
import type { Architecture } from '../../../server/src/schema';
import { readSettings } from '../../../server/src/syntax/reading';
import { differs } from '../subjects/same';
import { textOf } from '../subjects/text';
import { compact, type DryRun } from '../xl';
import type { Build } from './builds';
import { exceptionFor } from './exceptions';
import type { Machine, Question } from './question';

/** The id that xl-dry has xl make up, and the memory of its machine in MiB. */
export const UUID = 'deadbeef-0000-4000-8000-000000000001';
const MEMORY = 65536;

/** What the model says to a question. */
export function modelOf({ text, machine, conf }: Question, { release, arch }: Build): DomainResult {
  return buildDomain(readSettings(textOf(text), { release, source: 'cfg' }), {
    release,
    source: 'cfg',
    host: hostOf(machine, arch),
    uuid: UUID,
    ...(conf !== '' && { xlConf: readSettings(textOf(conf), { release, source: '/etc/xen/xl.conf' }) }),
  });
}

/** A machine of the suite as the model takes it. */
export function hostOf([cpus, nodes]: Machine, arch: Architecture): Host {
  return { cpus, nodes, memory: MEMORY, arch };
}

/** In what the model differs from xl, without what it quotes; undefined when they agree in verdict, messages and domain. */
export function disagreement(ours: DomainResult, real: DryRun, question: Question, build: Build): string | undefined {
  const exception = exceptionFor(ours, real, question, build);
  if (exception && !exception.besides) return undefined;
  if ((ours.verdict === 'accepted') !== (real.code === 0)) {
    return real.code === 0
      ? `only ours refused: ${firstWords(ours.messages.at(-1)?.text ?? 'no message')}`
      : `xl refused, ours not: exit ${real.code}: ${reasonOf(real)}`;
  }
  const { messages, domain } = exception?.besides ?? {};
  const lines = (all: readonly string[]) => (messages ? all.filter((line) => !messages.test(line)) : all);
  // Where the library goes on from memory that it never set, it may die or say anything.
  if (real.code >= 0 && !ours.messages.some((message) => message.crash)) {
    const said = differs(lines(real.messages), lines(printed(ours)), 'messages');
    if (said) return firstWords(said.replace(/\[\d+\]/, ''));
  }
  if (!ours.domain) return undefined;
  const [theirs, built] = [real.output, compact(domainJson(ours.domain))].map((json) =>
    domain ? json.replace(domain, '') : json,
  );
  return built === theirs ? undefined : firstDifference(theirs!, built!);
}

/** The lines that xl would print. */
export function printed({ messages }: Pick<DomainResult, 'messages'>): string[] {
  const text = messages.map(({ text, unterminated }) => (text === '' || unterminated ? text : `${text}\n`)).join('');
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

/** What xl said that looks most like its reason, else the last thing that it said. */
function reasonOf(run: DryRun): string {
  const lines = run.messages.filter((line) => !/warning:/i.test(line));
  const error = lines.find((line) => /error|fail|invalid|not |unknown|can't|must|only/i.test(line));
  return firstWords(error ?? lines.at(-1) ?? run.messages.at(-1) ?? 'no message');
}

export function firstWords(message: string): string {
  const words = message
    .replace(/^cfg:\d+:?/, '')
    .replace(/`[^']*'|'[^']*'|\d+/g, '_')
    .trim()
    .split(/\s+/);
  return words.slice(0, 24).join(' ').slice(0, 240);
}

/** Where two JSON texts part, with the name before it. */
export function firstDifference(real: string, ours: string): string {
  let at = 0;
  while (at < real.length && real[at] === ours[at]) at++;
  const name = /"([\w.]+)":[^:]*$/.exec(real.slice(0, at))?.[1] ?? '';
  return `domain, at or behind ${name}: real ${real.slice(at, at + 40)}, ours ${ours.slice(at, at + 40)}`;
}
