import { evaluate, type Python } from '../../../server/src/python';
import { askNow, Oracle, oracleProgram } from '../oracle';
import { shrink } from '../shrink';
import { type Answer, bytesOf, differences, textOf } from './answers';
import { type Counts, count } from './coverage';
import { Program } from './program';
import { brokenConversion, brokenRewriting } from './rewriting';

const BATCH = 100;
const REPORTED = 40;
/** So many of them are made smaller. */
const SHRUNK = 0;
const SCRIPT = 'test/conformance/oracle/xmeval.py';
/** Of so many programs one is converted as a whole, and what comes of it once more. */
const CONVERTED = 10;
/** Of so many programs one asks the machine. */
const ASKING = 5;
const HOSTS = ['0', '1', '2'];

/** Which part of a run a process takes. */
export interface Share {
  readonly root: string;
  readonly seed: string;
  readonly count: number;
  readonly worker: number;
  readonly workers: number;
}

/** What came out of comparing programs. */
export interface Outcome {
  programs: number;
  /** Programs that Python ended with an error. */
  raised: number;
  statements: number;
  undecided: number;
  rewritten: number;
  converted: number;
  differing: number;
  readonly differences: { seed: string; words: string; text: string }[];
  readonly counts: Counts;
}

export function emptyOutcome(): Outcome {
  const numbers = { programs: 0, raised: 0, statements: 0, undecided: 0, rewritten: 0, converted: 0, differing: 0 };
  return { ...numbers, differences: [], counts: {} };
}

/** Compares ours with the real Python on this process's share of the programs. */
export async function run(parser: Python, share: Share): Promise<Outcome> {
  const outcome = emptyOutcome();
  const program = oracleProgram(share.root, 'python2.7');
  const oracles = HOSTS.map((host) => new Oracle(program, [SCRIPT, host], 'length'));
  let before: Promise<void> = Promise.resolve();
  for (let batch = share.worker; batch * BATCH < share.count; batch += share.workers) {
    const numbers = Array.from({ length: Math.min(BATCH, share.count - batch * BATCH) }, (_, i) => batch * BATCH + i);
    const programs = numbers.map((number) => {
      const seed = `${share.seed}/${number}`;
      const asks = number % ASKING === ASKING - 1;
      return { number, seed, asks, text: new Program(seed, asks, number).text() };
    });
    const asked = oracles.map((oracle, host) =>
      oracle.ask(programs.filter(({ asks }) => asks || host === 0).map(({ text }) => bytesOf(text))),
    );
    await before;
    before = Promise.all(asked).then((answers) => {
      const places = HOSTS.map(() => 0);
      for (const one of programs) {
        const told = answers.filter((_, host) => one.asks || host === 0).map((of, host) => of[places[host]!++]!);
        compare(parser, one, told, outcome);
      }
    });
  }
  await before;
  for (const oracle of oracles) oracle.close();
  for (const found of outcome.differences.slice(0, SHRUNK)) found.text = smallest(parser, program, found.text);
  return outcome;
}

interface Generated {
  readonly number: number;
  readonly seed: string;
  readonly text: string;
}

function compare(parser: Python, { number, seed, text }: Generated, told: readonly string[], outcome: Outcome): void {
  const used: string[] = [];
  const evaluation = evaluate(parser.parse(text), { onUse: (name) => used.push(name) });
  const answers = told.map((line) => JSON.parse(line) as Answer);
  const words = answers.flatMap((answer) => differences(text, evaluation, answer));
  outcome.programs++;
  if (answers.some(({ error }) => error !== null)) outcome.raised++;
  outcome.statements += evaluation.statements.length;
  outcome.undecided += evaluation.statements.filter(({ undecided }) => undecided).length;
  count(outcome.counts, text, evaluation, used);
  const rewriting = brokenRewriting(parser, evaluation);
  if (rewriting.done) outcome.rewritten++;
  words.push(...rewriting.problems);
  if (number % CONVERTED === 0) {
    outcome.converted++;
    words.push(...brokenConversion(parser, text));
  }
  if (words.length === 0) return;
  outcome.differing++;
  if (outcome.differences.length < REPORTED) outcome.differences.push({ seed, words: words[0]!, text });
}

/** The smallest program found on which Python and ours still differ; the same where the difference is another one. */
function smallest(parser: Python, program: string, text: string): string {
  const isBad = (candidates: readonly string[]) => {
    const answers = askNow(program, [SCRIPT, '0'], 'length', candidates);
    return candidates.map((candidate, i) => {
      const answer = JSON.parse(answers[i]!) as Answer;
      if (/^(Syntax|Indentation|Tab)Error$/.test(answer.error?.[0] ?? '')) return false;
      const one = textOf(candidate);
      return differences(one, evaluate(parser.parse(one)), answer).length > 0;
    });
  };
  const bytes = bytesOf(text);
  return isBad([bytes])[0] ? textOf(shrink(bytes, isBad, 20)) : text;
}
