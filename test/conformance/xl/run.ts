import type { Corpus } from '../generate/corpus';
import { Random } from '../generate/random';
import { Oracle, oracleProgram } from '../oracle';
import { type DryRun, dryRunArguments, parseDryRun } from '../xl';
import type { Build } from './builds';
import { addCombinations } from './combinations';
import { disagreement, modelOf } from './compare';
import { addConfFamilies } from './conf-families';
import { exceptionFor } from './exceptions';
import { anyGuest } from './guests';
import { addKeyFamilies } from './key-families';
import { addNestedFamilies } from './nested-families';
import { type Question, questionFrame } from './question';
import { addSpecFamilies } from './spec-families';
import { Suite } from './suite';

const BATCH = 500;

/** Questions on which xl and the model differ for one reason. */
export interface Group {
  count: number;
  readonly reason: string;
  example: Question;
}

/** What came out of comparing the model with one build of xl. */
export interface Outcome {
  readonly build: Build;
  /** Questions of the families, and generated guests. */
  readonly families: number;
  guests: number;
  readonly agreed: { accepted: number; refused: number };
  /** How often each exception held, by its reason. */
  readonly excepted: Map<string, number>;
  readonly groups: Map<string, Group>;
  /** What xl answered to the questions of the suite, as one text each; empty for those that this run left out. */
  readonly answers: string[];
  readonly suite: Suite;
  seconds: number;
}

export interface Extent {
  readonly root: string;
  readonly seed: string;
  /** Number of generated guests. */
  readonly guests: number;
  /** Every value in every type of guest and on every machine, instead of a share of them. */
  readonly all: boolean;
}

/** The questions that every run asks a build: each key, option and word by itself. */
export function familiesOf(build: Build, seed: string, all: boolean): Suite {
  const suite = new Suite();
  addKeyFamilies(suite, build.release, all);
  addSpecFamilies(suite, build.release, seed, all);
  addNestedFamilies(suite, build.release);
  addCombinations(suite);
  addConfFamilies(suite, build.release, all);
  return suite;
}

/** Asks one build everything and compares its answers with the model's. */
export async function compareBuild(build: Build, corpus: Corpus, extent: Extent): Promise<Outcome> {
  const suite = familiesOf(build, extent.seed, extent.all);
  const outcome: Outcome = {
    build,
    families: Math.ceil(suite.questions.length / build.oneIn),
    guests: 0,
    agreed: { accepted: 0, refused: 0 },
    excepted: new Map(),
    groups: new Map(),
    answers: [],
    suite,
    seconds: 0,
  };
  const started = performance.now();
  const xl = new Oracle(oracleProgram(extent.root, build.program), dryRunArguments, 'none', {
    XLDRY_BATCH: 'frames',
    ...build.env,
  });
  // one batch is judged while xl works on the next
  let before: Promise<void> = Promise.resolve();
  for (const batch of batches(build, suite, corpus, extent)) {
    const answers = xl.ask(batch.map(([question]) => questionFrame(question)));
    await before;
    before = answers.then((lines) => {
      for (const [i, [question, number]] of batch.entries()) judge(outcome, question, number, parseDryRun(lines[i]!));
    });
  }
  await before;
  xl.close();
  outcome.seconds = (performance.now() - started) / 1000;
  return outcome;
}

/** A question with its number in the suite; -1 for a generated guest. */
type Numbered = readonly [question: Question, number: number];

function* batches(build: Build, suite: Suite, corpus: Corpus, { seed, guests }: Extent): Iterable<Numbered[]> {
  const { questions } = suite;
  const wanted = questions.map((question, i): Numbered => [question, i]).filter(([, i]) => i % build.oneIn === 0);
  for (let from = 0; from < wanted.length; from += BATCH) yield wanted.slice(from, from + BATCH);
  const count = Math.ceil(guests / build.oneIn);
  for (let from = 0; from < count; from += BATCH) {
    const random = new Random(`${seed}/xl/${build.name}/${from}`);
    const length = Math.min(BATCH, count - from);
    yield Array.from({ length }, () => [anyGuest(random, corpus, build.release), -1] as const);
  }
}

function judge(outcome: Outcome, question: Question, number: number, real: DryRun): void {
  const { build, agreed, excepted, groups } = outcome;
  if (number >= 0) outcome.answers[number] = `${real.code}\n${real.messages.join('\n')}\n${real.output}`;
  else outcome.guests++;
  const ours = modelOf(question, build);
  const exception = exceptionFor(ours, real, question, build);
  if (exception) excepted.set(exception.why, (excepted.get(exception.why) ?? 0) + 1);
  const reason = disagreement(ours, real, question, build);
  if (reason === undefined) {
    agreed[real.code === 0 ? 'accepted' : 'refused']++;
    return;
  }
  const group = groups.get(reason) ?? { count: 0, reason, example: question };
  group.count++;
  if (question.text.length < group.example.text.length) group.example = question;
  groups.set(reason, group);
}
