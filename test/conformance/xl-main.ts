import { parseArgs } from 'node:util';
import { buildDomain, DEFAULT_HOST, type DomainResult, domainJson } from '../../server/src/model';
import { readSettings } from '../../server/src/syntax/reading';
import { readCorpus } from './generate/corpus';
import { changedGuest } from './generate/guests';
import { mutate } from './generate/mutate';
import { Random } from './generate/random';
import { schemaGuest } from './generate/schema-guests';
import type { TextGenerator } from './generate/texts';
import { literal } from './run';
import { shrink } from './shrink';
import { differs } from './subjects/same';
import { textOf } from './subjects/text';
import { compact, type DryRun, dryRun, dryRunNow } from './xl';

/** The release of the xl that Debian 12 has, and the id that xl-dry has it make up. */
const RELEASE = 417;
const UUID = 'deadbeef-0000-4000-8000-000000000001';
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

/** Guests on which xl and the model differ for one reason. */
interface Group {
  count: number;
  example: string;
}

function modelOf(input: string): DomainResult {
  const reading = readSettings(textOf(input), { release: RELEASE, source: 'cfg' });
  return buildDomain(reading, { release: RELEASE, source: 'cfg', host: DEFAULT_HOST, uuid: UUID });
}

/** The signal by which xl-dry ends an xl that keeps computing. */
const SIGXCPU = 24;

/** In what the model differs from xl on a guest, without what it quotes; undefined when they agree. */
function disagreement(input: string, real: DryRun): string | undefined {
  if (real.code === -SIGXCPU) return undefined;
  const ours = modelOf(input);
  if ((ours.verdict === 'accepted') !== (real.code === 0)) {
    return real.code === 0
      ? `only ours refused: ${firstWords(ours.messages.at(-1)?.text ?? 'no message')}`
      : `xl refused, ours not: exit ${real.code}: ${reasonOf(real)}`;
  }
  // Where the library goes on from memory that it never set, it may die or say anything.
  if (real.code >= 0 && !ours.messages.some((message) => message.crash)) {
    const said = differs(real.messages, printed(ours), 'messages');
    if (said) return firstWords(said.replace(/\[\d+\]/, ''));
  }
  if (!ours.domain) return undefined;
  const domain = compact(domainJson(ours.domain));
  return domain === real.output ? undefined : firstDifference(real.output, domain);
}

/** The lines that xl would print. */
function printed({ messages }: DomainResult): string[] {
  const text = messages.map(({ text, unterminated }) => (text === '' || unterminated ? text : `${text}\n`)).join('');
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

/** What xl said that looks most like its reason, else the last thing that it said. */
function reasonOf(run: DryRun): string {
  const lines = run.messages.filter((line) => !/warning:/i.test(line));
  const error = lines.find((line) => /error|fail|invalid|not |unknown|can't|must|only/i.test(line));
  return firstWords(error ?? lines.at(-1) ?? run.messages.at(-1) ?? 'no message');
}

function firstWords(message: string): string {
  const words = message
    .replace(/^cfg:\d+:?/, '')
    .replace(/`[^']*'|'[^']*'|\d+/g, '_')
    .trim()
    .split(/\s+/);
  return words.slice(0, 24).join(' ').slice(0, 240);
}

/** Where two JSON texts part, with the name before it. */
function firstDifference(real: string, ours: string): string {
  let at = 0;
  while (at < real.length && real[at] === ours[at]) at++;
  const name = /"([\w.]+)":[^:]*$/.exec(real.slice(0, at))?.[1] ?? '';
  return `domain, at or behind ${name}: real ${real.slice(at, at + 40)}, ours ${ours.slice(at, at + 40)}`;
}

function minimised(example: string): string {
  const kind = disagreement(example, dryRunNow(root, [example])[0]!)?.slice(0, 30);
  const still = (candidates: readonly string[]) => {
    const runs = dryRunNow(root, candidates);
    return candidates.map((candidate, index) => disagreement(candidate, runs[index]!)?.slice(0, 30) === kind);
  };
  return shrink(example, still, 25);
}

/** Kinds of guests, by twentieths of a run. */
const KINDS: readonly (readonly [share: number, generate: TextGenerator])[] = [
  [8, changedGuest],
  [10, schemaGuest],
  [2, (random, corpus) => mutate(random, random.pick(corpus.files), corpus, 1)],
];
const kinds = KINDS.flatMap(([share, generate]) => Array.from({ length: share }, () => generate));
const corpus = readCorpus(root);
const random = new Random(`${values.seed}/xl`);
const generated = Array.from({ length: Number(values.count) }, () => random.pick(kinds)(random, corpus));
const inputs = [...corpus.files, ...generated];
const started = performance.now();
const runs = await dryRun(root, inputs);
const seconds = ((performance.now() - started) / 1000).toFixed(1);

const agreed = { accepted: 0, refused: 0, endless: 0 };
const groups = new Map<string, Group>();
for (const [index, input] of inputs.entries()) {
  const real = runs[index]!;
  const reason = disagreement(input, real);
  if (reason === undefined) {
    agreed[real.code === 0 ? 'accepted' : real.code === -SIGXCPU ? 'endless' : 'refused']++;
    continue;
  }
  const group = groups.get(reason) ?? { count: 0, example: input };
  group.count++;
  if (input.length < group.example.length) group.example = input;
  groups.set(reason, group);
}

console.log(`seed ${values.seed}, ${inputs.length} guests, xl took ${seconds} s`);
console.log(
  `agreed in verdict, messages and domain: ${agreed.accepted} accepted, ${agreed.refused} refused; not compared: ${agreed.endless} that xl never finishes`,
);
const sorted = [...groups].sort((a, b) => b[1].count - a[1].count);
for (const [index, [reason, { count, example }]] of sorted.entries()) {
  const shown = index < MINIMISED ? minimised(example) : example;
  console.log(`  ${count}  ${reason}\n      ${literal(shown).slice(0, 400)}`);
}
const differing = sorted.reduce((sum, [, { count }]) => sum + count, 0);
console.log(differing === 0 ? 'xl: no differences' : `xl: ${differing} DIFFERENCES`);
process.exitCode = differing === 0 ? 0 : 1;
