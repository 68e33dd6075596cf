import { parseArgs } from 'node:util';
import { allKeys } from '../../server/src/schema/keys';
import { allXmNames } from '../../server/src/schema/xm';
import { type Analysis, analyse } from '../../server/src/service';
import { readCorpus } from './generate/corpus';
import { changedGuest } from './generate/guests';
import { Random } from './generate/random';
import { schemaGuest } from './generate/schema-guests';
import { Oracle, oracleProgram } from './oracle';
import { textOf } from './subjects/text';

/** The release of the xl that Debian 12 has. */
const RELEASE = 417;
/** Rules that say of a name that xl does not read it, beside those of xm's names. */
const UNREAD: ReadonlySet<string> = new Set(['unknown-key', 'key-release']);

const { values } = parseArgs({
  options: {
    root: { type: 'string' },
    keys: { type: 'boolean' },
    count: { type: 'string', default: '3000' },
    seed: { type: 'string', default: '1' },
  },
});
const root = values.root!;

const KEYS = allKeys().map(({ name }) => name);
const NAMES = [...KEYS, ...allXmNames().map(({ name }) => name)];
const GUESTS = ['type="hvm"', 'type="pvh"\nkernel="/k"', 'kernel="/k"', 'builder="hvm"'];

/** A name as somebody's fingers might write it. */
function slip(random: Random, name: string): string {
  const at = random.below(name.length);
  return random.pick([
    name.slice(0, at) + name.slice(at + 1) || 'x',
    `${name}s`,
    name.replace(/_/g, ''),
    name.slice(0, at) + random.pick(['a', 'e', '_', '1']) + name.slice(at),
  ]);
}

/** A guest with settings of any names: keys and variables of every release, and names a slip away from them. */
function namedGuest(random: Random): string {
  const lines = Array.from({ length: random.few(4, 12) }, () => {
    const name = random.oneIn(3) ? slip(random, random.pick(NAMES)) : random.pick(NAMES);
    return /^[a-z][\w.]*$/.test(name) ? `${name} = ${random.pick(['1', '0', '"a"', '[ ]'])}` : '';
  });
  return ['name="g"', random.pick(GUESTS), ...lines, ''].join('\n');
}

/** The keys that xl asked for while it read a file, and whether it came to the end. */
interface Asked {
  readonly accepted: boolean;
  readonly keys: ReadonlySet<string>;
}

async function askedFor(texts: readonly string[]): Promise<Asked[]> {
  const env = { XLDRY_BATCH: 'frames', XLDRY_KEYS: '1' };
  const xl = new Oracle(oracleProgram(root, 'xl-dry'), ['-N', 'create', '-q'], 'length', env);
  const answers = await xl.ask(texts);
  xl.close();
  return answers.map((line) => {
    const { status, stderr } = JSON.parse(line) as { status?: number; stderr: string[] };
    const keys = stderr.flatMap((said) => /^\[key\] \S+ (\S+) /.exec(said)?.[1] ?? []);
    return { accepted: status === 0, keys: new Set(keys) };
  });
}

/** The codes of what is found at the name of each setting, or anywhere in a setting of xm's. */
function* judged({ tree, findings }: Analysis): Iterable<[name: string, codes: string[]]> {
  for (const { name, nameSpan, span } of tree.settings) {
    const at = findings.filter(
      ({ code, span: place }) =>
        place.start === nameSpan.start ||
        (code.startsWith('xm-') && span.start <= place.start && place.end <= span.end),
    );
    yield [name, at.map(({ code }) => code)];
  }
}

const corpus = readCorpus(root);
const random = new Random(`${values.seed}/keys`);
const generators = [namedGuest, namedGuest, schemaGuest, changedGuest];
const texts = Array.from({ length: Number(values.count) }, () => random.pick(generators)(random, corpus));
const runs = await askedFor(texts);
const asked = new Set(runs.flatMap(({ keys }) => [...keys]));

const problems = new Map<string, number>();
const count = { names: 0, read: 0, unread: 0, idle: 0 };
const blame = (what: string) => problems.set(what, (problems.get(what) ?? 0) + 1);

for (const [index, text] of texts.entries()) {
  // comments that keep findings quiet would hide them here too
  const analysis = analyse(textOf(text.replaceAll('xencfg:', 'quiet:')), { release: RELEASE });
  if (!analysis.reading.ok) continue;
  const run = runs[index]!;
  for (const [name, codes] of judged(analysis)) {
    const told = codes.find((code) => UNREAD.has(code) || (code.startsWith('xm-') && !asked.has(name)));
    count.names++;
    if (asked.has(name)) {
      count.read++;
      if (told) blame(`${told} for "${name}", which xl asks for`);
    } else {
      count.unread++;
      if (!told) blame(`nothing for "${name}", which xl never asks for`);
    }
    if (!codes.includes('no-effect') || !run.accepted) continue;
    count.idle++;
    if (run.keys.has(name)) blame(`no-effect for "${name}", which xl asked for in this guest`);
  }
}

const bad = [...problems].sort(([, a], [, b]) => b - a);
for (const [what, times] of bad.slice(0, 20)) console.log(`  ${what} (${times} times)`);
console.log(
  `keys: xl asks for ${asked.size}; ${texts.length} guests, ${count.names} settings: ${count.read} of names that xl asks for, ` +
    `${count.unread} of others, ${count.idle} without effect for the guest; ${bad.length} names WRONG`,
);
if (count.read === 0 || count.unread === 0 || count.idle === 0) throw new Error('nothing was compared');
process.exitCode = bad.length === 0 ? 0 : 1;
