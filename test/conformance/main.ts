import { parseArgs } from 'node:util';
import { checkCases } from './cases';
import { readCorpus } from './generate/corpus';
import { merge, report } from './report';
import { type Outcome, run } from './run';
import { SUBJECTS } from './subjects';
import type { Subject } from './subjects/subject';
import { runWorkers, send } from './workers';

const { values } = parseArgs({
  options: {
    root: { type: 'string' },
    count: { type: 'string', default: '200000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    workers: { type: 'string', default: '2' },
    worker: { type: 'string' },
    counters: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
  },
});
const root = values.root!;
const workers = Number(values.workers);
const subjects = SUBJECTS.filter(
  ({ subject }) => values.only === undefined || values.only.split(',').includes(subject.name),
);

/** One of the processes: compares its share of every subject and sends what came out. */
async function work(worker: number): Promise<void> {
  const corpus = readCorpus(root);
  for (const { subject, share } of subjects) {
    await send(await run(subject, corpus, { root, seed: values.seed, count: countOf(share), worker, workers }));
  }
  process.disconnect();
}

/** How many inputs are generated for a subject. */
function countOf(share: number): number {
  return Math.round(Number(values.count) * share);
}

function generated({ inputs }: Outcome): number {
  return Object.entries(inputs).reduce((sum, [kind, number]) => (kind === 'always' ? sum : sum + number), 0);
}

function namedCases(subject: Subject): boolean {
  const { number, problems } = checkCases(root, subject, values.record);
  console.log(`${subject.name}: ${number} named cases, ${problems.length} differences`);
  for (const problem of problems) console.log(`  DIFFERENCE: ${problem}`);
  return problems.length === 0;
}

if (values.worker !== undefined) await work(Number(values.worker));
else {
  let good = subjects.length > 0;
  for (const { subject } of subjects) good = namedCases(subject) && good;
  console.log(`seed ${values.seed}, ${values.count} texts and as many device strings, ${workers} processes`);
  const outcomes = await runWorkers<Outcome>(workers, subjects.length);
  for (const { subject, share } of subjects) {
    const outcome = merge(outcomes.filter((candidate) => candidate.subject === subject.name));
    good = report(subject, outcome, values.counters) && good;
    if (generated(outcome) === countOf(share)) continue;
    console.log(`  SHORT: ${generated(outcome)} of ${countOf(share)} generated inputs`);
    good = false;
  }
  console.log(good ? 'conformance: no differences' : 'conformance: FAILED');
  process.exitCode = good ? 0 : 1;
}
