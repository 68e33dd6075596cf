import { type Corpus, utf8 } from './generate/corpus';
import { Random } from './generate/random';
import { askNow, Oracle, oracleProgram } from './oracle';
import { shrink } from './shrink';
import type { Subject } from './subjects/subject';

const BATCH = 400;
const REPORTED = 10;

/** An input on which ours and the real program differ, and the smallest that was found from it. */
export interface Difference {
  readonly input: string;
  readonly smallest: string;
  readonly words: string;
}

/** What came out of comparing one subject. */
export interface Outcome {
  readonly subject: string;
  /** Number of inputs of each kind. */
  readonly inputs: Record<string, number>;
  readonly counters: Record<string, number>;
  /** Number of inputs that differ. */
  differing: number;
  /** The first of them. */
  readonly differences: Difference[];
  seconds: number;
}

/** Which part of a run a process takes. */
export interface Share {
  readonly root: string;
  readonly seed: string;
  /** Number of generated inputs of the whole run. */
  readonly count: number;
  /** This process takes every batch whose number is `worker` modulo `workers`; what is generated hangs on the seed alone. */
  readonly worker: number;
  readonly workers: number;
}

interface Input {
  readonly kind: string;
  readonly text: string;
}

/** Compares ours with the real program on this process's share of the inputs. */
export async function run(subject: Subject, corpus: Corpus, share: Share): Promise<Outcome> {
  const outcome: Outcome = {
    subject: subject.name,
    inputs: {},
    counters: {},
    differing: 0,
    differences: [],
    seconds: 0,
  };
  const started = performance.now();
  const oracle = new Oracle(oracleProgram(share.root, subject.program), subject.args, subject.framing);
  const found: Input[] = [];
  let before: Promise<void> = Promise.resolve();
  for (const batch of batches(subject, corpus, share)) {
    const answers = oracle.ask(batch.map((input) => input.text));
    await before;
    before = answers.then((lines) => compare(subject, batch, lines, outcome, found));
  }
  await before;
  oracle.close();
  for (const input of found) outcome.differences.push(minimised(subject, share.root, input));
  outcome.seconds = (performance.now() - started) / 1000;
  return outcome;
}

function* batches(subject: Subject, corpus: Corpus, share: Share): Iterable<Input[]> {
  let number = 0;
  const mine = () => number++ % share.workers === share.worker;
  let batch: Input[] = [];
  for (const text of subject.always?.() ?? []) {
    batch.push({ kind: 'always', text });
    if (batch.length < BATCH) continue;
    if (mine()) yield batch;
    batch = [];
  }
  if (mine()) yield batch;
  const kinds = Object.entries(subject.kinds).flatMap(([kind, { share, generate }]) =>
    Array.from({ length: share }, () => ({ kind, generate })),
  );
  for (let from = 0; from < share.count; from += BATCH) {
    if (!mine()) continue;
    const random = new Random(`${share.seed}/${subject.name}/${from}`);
    yield Array.from({ length: Math.min(BATCH, share.count - from) }, () => {
      const { kind, generate } = random.pick(kinds);
      return { kind, text: generate(random, corpus) };
    });
  }
}

function compare(subject: Subject, batch: Input[], answers: string[], outcome: Outcome, found: Input[]): void {
  const count = (counter: string) => {
    outcome.counters[counter] = (outcome.counters[counter] ?? 0) + 1;
  };
  for (const [index, input] of batch.entries()) {
    outcome.inputs[input.kind] = (outcome.inputs[input.kind] ?? 0) + 1;
    const answer = answers[index]!;
    subject.count(input.text, answer, count);
    if (subject.difference(input.text, answer) === undefined) continue;
    outcome.differing++;
    if (found.length < REPORTED) found.push(input);
  }
}

function minimised(subject: Subject, root: string, input: Input): Difference {
  const program = oracleProgram(root, subject.program);
  const judge = (inputs: readonly string[]) => {
    const answers = askNow(program, subject.args, subject.framing, inputs);
    return inputs.map((text, index) => subject.difference(text, answers[index]!));
  };
  const smallest = shrink(input.text, (candidates) => judge(candidates).map((words) => words !== undefined));
  return { input: input.text, smallest, words: judge([smallest])[0] ?? 'differs only behind other inputs' };
}

/** A byte string as a JavaScript literal that can be pasted into a named case. */
export function literal(input: string): string {
  const text = Buffer.from(input, 'latin1').toString('utf8');
  return JSON.stringify(utf8(text) === input ? text : input);
}
