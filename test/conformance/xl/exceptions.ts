import { type DomainResult, domainJson } from '../../../server/src/model';
import type { DryRun } from '../xl';
import type { Build } from './builds';
import type { Question } from './question';

/** An answer of xl that no model can tell, because it hangs on something else than the file. */
interface Exception {
  readonly why: string;
  readonly applies: (ours: DomainResult, real: DryRun, question: Question, build: Build) => boolean;
  /** Messages that may be there or not, and what may differ in the domain; absent: nothing of the answer is compared. */
  readonly besides?: { readonly messages?: RegExp; readonly domain: RegExp };
}

/** The signal by which xl-dry ends an xl that keeps computing. */
const SIGXCPU = 24;

const BINARY = /0[bB][01]/;

const SHORT_MAC = "Invalid parameter `mac'.";

/** Reviewed: every way in which an answer may differ. */
export const EXCEPTIONS: readonly Exception[] = [
  {
    why: 'xl does not finish counting the CPUs of so wide a range',
    applies: (_ours, real) => real.code === -SIGXCPU,
  },
  {
    why: 'xl asks for more memory than this machine has, for so many virtual CPUs',
    applies: (_ours, { messages }) => messages.some((line) => /^xl: Unable to malloc \d+ bytes/.test(line)),
  },
  {
    why: 'a nested list in cpus or cpus_soft leaves memory unset that xl goes on to use: it dies or not, as it was',
    applies: ({ messages }) => messages.some(({ crash, key }) => crash && /^cpus(_soft)?$/.test(key ?? '')),
  },
  {
    why: 'after an unknown policy in rdm, xl takes the strategy from memory that nobody set',
    applies: ({ domain }, { messages, output }) =>
      domain !== undefined &&
      messages.some((line) => line.includes('Unknown RDM policy')) &&
      output.includes('"rdm":{"strategy":') &&
      !/"rdm": \{\s*"strategy"/.test(domainJson(domain)),
    besides: { domain: /(?<="rdm":\{)"strategy":[^,}]*,?/ },
  },
  {
    why: 'xl looks for the bytes of a short mac beyond the end of its string, in memory that holds anything',
    applies: ({ messages }) => messages.some(({ text }) => text === SHORT_MAC),
    besides: { messages: /^Invalid parameter `mac'\.$/, domain: /"mac":"[^"]*",?/g },
  },
  {
    why: 'with output_format="sxp" in xl.conf, xl prints the domain in another format, and 4.20 asks for a running domain',
    applies: (_ours, { output }) => output.startsWith('(domain'),
  },
  {
    why: 'the C library of 4.20 here takes what begins with 0b for a number in base 2, older ones do not',
    applies: (_ours, _real, { text }, { release }) => release === 420 && BINARY.test(text),
  },
];

/** The exception that stands for the real answer, if any. */
export function exceptionFor(
  ours: DomainResult,
  real: DryRun,
  question: Question,
  build: Build,
): Exception | undefined {
  return EXCEPTIONS.find(({ applies }) => applies(ours, real, question, build));
}
