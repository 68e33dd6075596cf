import { completeDomain, type DomainResult, domainJson } from '../../../server/src/model';
import type { Completion } from '../../../server/src/model/defaults';
import { differs } from '../subjects/same';
import { compact, type DryRun } from '../xl';
import type { Build } from './builds';
import { firstDifference, firstWords, hostOf, printed, UUID } from './compare';
import { notCompared } from './deep-exceptions';
import { exceptionFor } from './exceptions';
import type { Question } from './question';

/** How xl is called so that it goes on into libxl, up to where libxl starts to build the guest. */
export const DEEP_ARGUMENTS: readonly string[] = ['create', '-e', '-q'];
export const DEEP_ENVIRONMENT: Readonly<Record<string, string>> = { XLDRY_DEEP: '2', XLDRY_ASSUME: '1' };

/** What the model says that libxl makes of a domain that xl accepts. */
export function completionOf({ machine }: Question, { arch }: Build, { domain }: DomainResult): Completion {
  return completeDomain(domain!, { host: hostOf(machine, arch), uuid: UUID });
}

/** How the model and libxl agree: in nothing that is named; or the reason why the answer is not compared. */
export interface Judgement {
  readonly difference?: string;
  readonly leftOut?: string;
}

/** Compares the model with what libxl made of the question. */
export function judgeDeep(
  ours: DomainResult,
  completed: Completion,
  real: DryRun,
  question: Question,
  build: Build,
): Judgement {
  const why = exceptionFor(ours, real, question, build)?.why ?? notCompared(real);
  if (why !== undefined) return { leftOut: why };
  const made = real.output !== '';
  if (made !== (completed.domain !== undefined)) {
    const said = firstWords(completed.messages.at(-1)?.text ?? '');
    return { difference: made ? `only ours gives up: ${said}` : `libxl gives up, ours not: ${lastWords(real)}` };
  }
  const messages = [...ours.messages, ...completed.messages];
  const said = differs(
    real.messages.join('\n').split('\n').map(plain).filter(isLibxl),
    printed({ messages }).map(plain),
    'messages',
  );
  if (said) return { difference: firstWords(said.replace(/\[\d+\]/, '')) };
  if (!completed.domain) return {};
  const json = compact(domainJson(completed.domain));
  return json === real.output ? {} : { difference: firstDifference(real.output, json) };
}

function isLibxl(line: string): boolean {
  return !line.startsWith('[xldry]');
}

function lastWords({ messages }: DryRun): string {
  return firstWords(plain(messages.filter(isLibxl).at(-1) ?? 'without a word'));
}

/** A line without what is of one build and machine: the place in libxl's source, the domain's number, an old errno. */
function plain(line: string): string {
  return line
    .replace(/(?<=fail to get domain config): .*/, '')
    .replace(/(?<=libxl: \w+: )libxl_\w+\.c:\d+:\w+: (Domain \d+:)?/g, '')
    .replace(/(?<=.)\[xldry\].*$/, '');
}
