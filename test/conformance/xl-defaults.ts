import path from 'node:path';
import { parseArgs } from 'node:util';
import { completionIn, readDefaultsCases } from '../unit/defaults-cases';
import { readCorpus } from './generate/corpus';
import { literal } from './run';
import { BUILDS } from './xl/builds';
import { compareDeep, type DeepOutcome } from './xl/deep-run';

const { values } = parseArgs({
  options: {
    root: { type: 'string' },
    xl: { type: 'boolean' },
    defaults: { type: 'boolean' },
    count: { type: 'string' },
    seed: { type: 'string', default: '1' },
    builds: { type: 'string' },
    all: { type: 'boolean', default: false },
  },
});

/** Generated guests for each build, and the share of the questions about single keys: enough for seconds, not minutes. */
const guests = Number(values.count ?? 3000);
const oneIn = values.all ? 1 : 8;

const corpus = readCorpus(values.root!);
const names = values.builds?.split(',');
const waiting = BUILDS.filter(({ name }) => names === undefined || names.includes(name));
const outcomes: DeepOutcome[] = [];
await Promise.all(
  [1, 2].map(async () => {
    for (let build = waiting.shift(); build; build = waiting.shift()) {
      outcomes.push(await compareDeep(build, corpus, { root: values.root!, seed: values.seed, guests, oneIn }));
    }
  }),
);

// the unit tests judge these; here they count as occurrences of their messages
for (const one of readDefaultsCases(path.join(values.root!, 'test/fixtures/defaults'))) completionIn(one, one.release);

console.log(`libxl's defaults, seed ${values.seed}: messages and completed domain beside the real libxl's`);
for (const { build, compared, leftOut, differences, seconds } of outcomes) {
  const { made, refused } = compared;
  const differing = [...differences.values()].reduce((sum, { count }) => sum + count, 0);
  console.log(
    `libxl ${build.name}: ${made + refused + differing} compared in ${seconds.toFixed(1)} s, ${differing} differences`,
  );
  console.log(`  made ${made}, given up ${refused}`);
  for (const [why, count] of leftOut) console.log(`  left out ${count}: ${why}`);
  for (const [what, { count, example }] of differences) {
    console.log(`  DIFFERENCE ${count}x: ${what}\n      ${literal(example.text).slice(0, 1400)}`);
  }
}
process.exitCode = outcomes.every(({ differences }) => differences.size === 0) ? 0 : 1;
