import { parseArgs } from 'node:util';
import { analyse } from '../../server/src/service';
import { readCorpus } from './generate/corpus';
import { GUEST_KINDS } from './generate/guests';
import { Random } from './generate/random';
import { literal } from './run';
import { textOf } from './subjects/text';
import { type DryRun, dryRun } from './xl';

/** The release of the xl that Debian 12 has, and the host that xl-dry pretends to be. */
const RELEASE = 417;

const { values } = parseArgs({
  options: {
    root: { type: 'string' },
    xl: { type: 'boolean' },
    count: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
  },
});
const root = values.root!;

interface Group {
  count: number;
  example: string;
}

/** What xl said last, without what it quotes: the reason by which disagreements are grouped. */
function reasonOf(run: DryRun): string {
  const lines = run.messages.filter((line) => !/^(Parsing config|\[xldry\])/.test(line));
  const error =
    lines.find((line) => /error|fail|invalid|not |unknown|can't|must|only/i.test(line)) ?? lines.at(-1) ?? 'no message';
  return `exit ${run.code}: ${error
    .replace(/cfg:\d+/, 'cfg')
    .replace(/[`'"][^'"]*['"]|\d+/g, '_')
    .slice(0, 140)}`;
}

const kinds = Object.values(GUEST_KINDS).flatMap(({ share, generate }) =>
  Array.from({ length: share }, () => generate),
);
const corpus = readCorpus(root);
const random = new Random(`${values.seed}/xl`);
const inputs = [
  ...corpus.files,
  ...Array.from({ length: Number(values.count) }, () => random.pick(kinds)(random, corpus)),
];
const started = performance.now();
const runs = await dryRun(root, inputs);
const seconds = ((performance.now() - started) / 1000).toFixed(1);

const agreed = { accepted: 0, refused: 0 };
const groups = new Map<string, Group>();
for (const [index, input] of inputs.entries()) {
  const real = runs[index]!.code === 0 ? 'accepted' : 'refused';
  const ours = analyse(textOf(input), { release: RELEASE });
  if (ours.verdict === real) {
    agreed[real]++;
    continue;
  }
  const error = ours.findings.find((finding) => finding.severity === 'error');
  const reason =
    real === 'refused'
      ? `xl refused, ours not: ${reasonOf(runs[index]!)}`
      : `only ours refused: ${error?.code}: ${error?.message.slice(0, 120)}`;
  const group = groups.get(reason) ?? { count: 0, example: input };
  group.count++;
  if (input.length < group.example.length) group.example = input;
  groups.set(reason, group);
}
console.log(`seed ${values.seed}, ${inputs.length} guests, xl took ${seconds} s`);
console.log(`agreed: ${agreed.accepted} accepted, ${agreed.refused} refused`);
let differing = 0;
for (const [reason, { count, example }] of [...groups].sort((a, b) => b[1].count - a[1].count)) {
  differing += count;
  console.log(`  ${count}  ${reason}\n      ${literal(example).slice(0, 300)}`);
}
console.log(differing === 0 ? 'xl: no differences' : `xl: ${differing} DIFFERENCES`);
process.exitCode = differing === 0 ? 0 : 1;
