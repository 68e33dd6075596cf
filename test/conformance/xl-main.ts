import path from 'node:path';
import { parseArgs } from 'node:util';
import { outcomeIn, readReleaseCases } from '../unit/release-cases';
import { readCorpus } from './generate/corpus';
import { BUILDS } from './xl/builds';
import { reportBuilds } from './xl/report';
import { compareBuild, type Outcome } from './xl/run';

const { values } = parseArgs({
  options: {
    root: { type: 'string' },
    xl: { type: 'boolean' },
    count: { type: 'string' },
    seed: { type: 'string', default: '1' },
    builds: { type: 'string' },
    all: { type: 'boolean', default: false },
  },
});
const root = values.root!;
/** Generated guests for each build, beside what is asked about every key. */
const guests = Number(values.count ?? 2500);
/** So many builds of xl at a time: there is about as much to do for this process as for two of them. */
const LANES = 2;

const corpus = readCorpus(root);
const names = values.builds?.split(',');
const waiting = BUILDS.filter(({ name }) => names === undefined || names.includes(name));
const outcomes: Outcome[] = [];
await Promise.all(
  Array.from({ length: LANES }, async () => {
    for (let build = waiting.shift(); build; build = waiting.shift()) {
      outcomes.push(await compareBuild(build, corpus, { root, seed: values.seed, guests, all: values.all }));
    }
  }),
);
// the unit tests judge these; here they count as occurrences of their messages
for (const { text, release, border } of readReleaseCases(path.join(root, 'test/fixtures/releases'))) {
  for (const one of [release, ...border]) outcomeIn(text, one);
}
process.exitCode = reportBuilds(root, outcomes, values.seed) ? 0 : 1;
