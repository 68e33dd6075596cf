import { parseArgs } from 'node:util';
import { analyse } from '../../server/src/service';
import { readCorpus } from './generate/corpus';
import { GUEST_KINDS } from './generate/guests';
import { Random } from './generate/random';
import { literal } from './run';
import { shrink } from './shrink';
import { textOf } from './subjects/text';
import { type DryRun, dryRun, dryRunNow } from './xl';

/** The release of the xl that Debian 12 has. */
const RELEASE = 417;
/** As many groups get their example cut down. */
const MINIMISED = 12;

const { values } = parseArgs({
  options: {
    root: { type: 'string' },
    xl: { type: 'boolean' },
    count: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
  },
});
const root = values.root!;

/** Guests on which the verdicts differ for one reason. */
interface Group {
  count: number;
  example: string;
}

/** Why the verdicts on a guest differ, without what it quotes; undefined when they agree. */
function disagreement(input: string, real: DryRun): string | undefined {
  const ours = analyse(textOf(input), { release: RELEASE });
  if ((ours.verdict === 'accepted') === (real.code === 0)) return undefined;
  if (real.code !== 0) return `xl refused, ours not: exit ${real.code}: ${reasonOf(real)}`;
  const error = ours.findings.find((finding) => finding.severity === 'error');
  return `only ours refused: ${error?.code}: ${firstWords(error?.message ?? 'no error finding')}`;
}

/** What xl said that looks most like its reason, else the last thing that it said. */
function reasonOf(run: DryRun): string {
  const lines = run.messages.filter((line) => !/warning:|^Parsing config/i.test(line));
  const error = lines.find((line) => /error|fail|invalid|not |unknown|can't|must|only/i.test(line));
  return firstWords(error ?? lines.at(-1) ?? run.messages.at(-1) ?? 'no message');
}

function firstWords(message: string): string {
  const words = message
    .replace(/^cfg:\d+:?/, '')
    .replace(/[`'"][^'"]*['"]|\d+/g, '_')
    .trim()
    .split(/\s+/);
  return words.slice(0, 10).join(' ');
}

function minimised(example: string): string {
  const reason = disagreement(example, dryRunNow(root, [example])[0]!);
  const still = (candidates: readonly string[]) => {
    const runs = dryRunNow(root, candidates);
    return candidates.map((candidate, index) => disagreement(candidate, runs[index]!) === reason);
  };
  return shrink(example, still, 25);
}

const kinds = Object.values(GUEST_KINDS).flatMap(({ share, generate }) =>
  Array.from({ length: share }, () => generate),
);
const corpus = readCorpus(root);
const random = new Random(`${values.seed}/xl`);
const generated = Array.from({ length: Number(values.count) }, () => random.pick(kinds)(random, corpus));
const inputs = [...corpus.files, ...generated];
const started = performance.now();
const runs = await dryRun(root, inputs);
const seconds = ((performance.now() - started) / 1000).toFixed(1);

const agreed = { accepted: 0, refused: 0 };
const groups = new Map<string, Group>();
for (const [index, input] of inputs.entries()) {
  const real = runs[index]!;
  const reason = disagreement(input, real);
  if (reason === undefined) {
    agreed[real.code === 0 ? 'accepted' : 'refused']++;
    continue;
  }
  const group = groups.get(reason) ?? { count: 0, example: input };
  group.count++;
  if (input.length < group.example.length) group.example = input;
  groups.set(reason, group);
}

console.log(`seed ${values.seed}, ${inputs.length} guests, xl took ${seconds} s`);
console.log(`agreed: ${agreed.accepted} accepted, ${agreed.refused} refused`);
const sorted = [...groups].sort((a, b) => b[1].count - a[1].count);
for (const [index, [reason, { count, example }]] of sorted.entries()) {
  const shown = index < MINIMISED ? minimised(example) : example;
  console.log(`  ${count}  ${reason}\n      ${literal(shown).slice(0, 400)}`);
}
const differing = sorted.reduce((sum, [, { count }]) => sum + count, 0);
console.log(differing === 0 ? 'xl: no differences' : `xl: ${differing} DIFFERENCES`);
process.exitCode = differing === 0 ? 0 : 1;
