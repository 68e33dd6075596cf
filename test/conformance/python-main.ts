import { parseArgs } from 'node:util';
import { pythonForTests } from '../unit/python-for-tests';
import { checkCases } from './cases';
import { wanted } from './python/coverage';
import { emptyOutcome, type Outcome, run } from './python/run';
import { pythonSubject } from './subjects/python';
import { runWorkers, send } from './workers';

const { values } = parseArgs({
  options: {
    root: { type: 'string' },
    python: { type: 'boolean' },
    count: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    workers: { type: 'string', default: '2' },
    worker: { type: 'string' },
    counters: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
  },
});
const root = values.root!;
process.chdir(root);
const workers = Number(values.workers);

if (values.worker !== undefined) {
  const share = { root, seed: values.seed, count: Number(values.count), worker: Number(values.worker), workers };
  await send(await run(await pythonForTests(), share));
  process.disconnect();
} else {
  process.exitCode = (await suite()) ? 0 : 1;
}

async function suite(): Promise<boolean> {
  const named = checkCases(root, pythonSubject(await pythonForTests()), values.record);
  console.log(`python: ${named.number} named cases, ${named.problems.length} differences`);
  for (const problem of named.problems) console.log(`  DIFFERENCE: ${problem}`);
  const start = performance.now();
  const outcome = emptyOutcome();
  for (const part of await runWorkers<Outcome>(workers, 1)) add(outcome, part);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    `python: ${outcome.programs} inputs in ${seconds} s, seed ${values.seed}: ${outcome.raised} ended with an error; of ` +
      `${outcome.statements} statements ${outcome.undecided} are undecided; ${outcome.rewritten} programs rewritten to the end, ` +
      `${outcome.converted} converted; ${outcome.differing} differ`,
  );
  for (const { seed, words, text } of outcome.differences)
    console.log(`  DIFFERENCE: ${seed}: ${words}\n${text.replace(/^/gm, '    ')}`);
  const isWhole = outcome.programs === Number(values.count);
  return covered(outcome) && isWhole && named.problems.length === 0 && outcome.differing === 0;
}

/** Prints how often each thing occurred; false when one did not occur at all. */
function covered({ counts }: Outcome): boolean {
  const missing: string[] = [];
  for (const { group, names } of wanted()) {
    const numbers = names.map((name) => counts[name] ?? 0);
    console.log(`  ${group}: ${names.length}, the rarest ${Math.min(...numbers)} times`);
    const shown = names.map((name, i) => `${name.replace(/^\w+ /, '')} ${numbers[i]}`);
    if (values.counters) console.log(`    ${shown.join(', ')}`);
    missing.push(...names.filter((name) => !counts[name]));
  }
  for (const name of missing) console.log(`  NEVER OCCURRED: ${name}`);
  return missing.length === 0;
}

function add(total: Outcome, more: Outcome): void {
  for (const key of ['programs', 'raised', 'statements', 'undecided', 'rewritten', 'converted', 'differing'] as const)
    total[key] += more[key];
  total.differences.push(...more.differences);
  for (const [name, number] of Object.entries(more.counts)) total.counts[name] = (total.counts[name] ?? 0) + number;
}
