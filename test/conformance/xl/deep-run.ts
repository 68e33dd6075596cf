import type { DomainResult } from '../../../server/src/model';
import type { Corpus } from '../generate/corpus';
import { Random } from '../generate/random';
import { Oracle, oracleProgram } from '../oracle';
import { parseDryRun } from '../xl';
import type { Build } from './builds';
import { modelOf } from './compare';
import { completionOf, DEEP_ARGUMENTS, DEEP_ENVIRONMENT, judgeDeep } from './deep';
import { notAsked } from './deep-exceptions';
import { DEEP_TEXTS, deepGuest } from './deep-guests';
import { anyGuest } from './guests';
import { ask, type Question, questionFrame } from './question';
import { familiesOf } from './run';

const BATCH = 250;

/** What came out of comparing the model's defaults with those of one build of libxl. */
export interface DeepOutcome {
  readonly build: Build;
  compared: { made: number; refused: number };
  /** How many were not compared, by reason. */
  readonly leftOut: Map<string, number>;
  readonly differences: Map<string, { count: number; example: Question }>;
  seconds: number;
}

export interface DeepExtent {
  readonly root: string;
  readonly seed: string;
  /** Number of generated guests. */
  readonly guests: number;
  /** One of so many questions of the families is asked. */
  readonly oneIn: number;
}

/** What only an emulated build can be asked about. */
const ARM = /irqs|vuart|virtio|passthrough/;

/** Why a question is not asked at all. */
const REFUSED_BY_XL = 'xl itself refuses it';

interface Asked {
  readonly question: Question;
  readonly ours: DomainResult;
}

/** The questions that libxl can be asked, with what the model makes of them before libxl. */
function askable(outcome: DeepOutcome, batch: readonly Question[]): Asked[] {
  const all = batch.map((question) => ({ question, ours: modelOf(question, outcome.build) }));
  return all.filter(({ ours }) => {
    const why = ours.verdict === 'refused' ? REFUSED_BY_XL : notAsked(ours);
    if (why !== undefined) count(outcome.leftOut, why);
    return why === undefined;
  });
}

/** Asks one build of libxl about its defaults and compares its answers with the model's. */
export async function compareDeep(build: Build, corpus: Corpus, extent: DeepExtent): Promise<DeepOutcome> {
  const outcome: DeepOutcome = {
    build,
    compared: { made: 0, refused: 0 },
    leftOut: new Map(),
    differences: new Map(),
    seconds: 0,
  };
  const started = performance.now();
  const xl = new Oracle(oracleProgram(extent.root, build.program), DEEP_ARGUMENTS, 'none', {
    XLDRY_BATCH: 'frames',
    ...DEEP_ENVIRONMENT,
  });
  let before: Promise<void> = Promise.resolve();
  for (const batch of batches(build, corpus, extent)) {
    const asked = askable(outcome, batch);
    const answers = xl.ask(asked.map(({ question }) => questionFrame(question)));
    await before;
    before = answers.then((lines) => {
      for (const [i, { question, ours }] of asked.entries()) {
        const completed = completionOf(question, build, ours);
        const { difference, leftOut } = judgeDeep(ours, completed, parseDryRun(lines[i]!), question, build);
        if (leftOut !== undefined) count(outcome.leftOut, leftOut);
        else if (difference !== undefined) differ(outcome, difference, question);
        else outcome.compared[completed.domain ? 'made' : 'refused']++;
      }
    });
  }
  await before;
  xl.close();
  outcome.seconds = (performance.now() - started) / 1000;
  return outcome;
}

function* batches(build: Build, corpus: Corpus, { seed, guests, oneIn }: DeepExtent): Iterable<Question[]> {
  const random = new Random(`${seed}/defaults/${build.name}`);
  const share = oneIn * build.oneIn;
  // an xl.conf may have xl make room for the guest, which asks libxl for the defaults a first time
  const families = familiesOf(build, seed, false).questions.filter(({ conf }, i) => conf === '' && i % share === 0);
  const generated = Array.from({ length: Math.ceil(guests / build.oneIn) }, (_, i) =>
    i % 2 === 0 ? ask(deepGuest(random)) : { ...anyGuest(random, corpus, build.release), conf: '' },
  );
  const own = DEEP_TEXTS.filter(
    (text, i) => i % Math.ceil(build.oneIn / 4) === 0 || (build.oneIn > 1 && ARM.test(text)),
  );
  const all = [...own.map((text) => ask(text)), ...families, ...generated];
  for (let from = 0; from < all.length; from += BATCH) yield all.slice(from, from + BATCH);
}

function count(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

function differ({ differences }: DeepOutcome, difference: string, question: Question): void {
  const known = differences.get(difference) ?? { count: 0, example: question };
  known.count++;
  if (question.text.length < known.example.text.length) known.example = question;
  differences.set(difference, known);
}
