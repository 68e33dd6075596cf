import { type KeyRow, keysFor, keyValues, shapeOf } from '../../../server/src/schema';
import type { Release } from '../../../server/src/syntax/release';
import type { Corpus } from '../generate/corpus';
import { changedGuest } from '../generate/guests';
import { mutate } from '../generate/mutate';
import type { Random } from '../generate/random';
import { schemaGuest } from '../generate/schema-guests';
import { CURATED } from './curated';
import { CELLS, EDGE_NUMBERS, WORDS } from './edges';
import { ask, MACHINES, type Question, quoted } from './question';

type TextMaker = (random: Random, corpus: Corpus, release: Release) => string;

function scalar(random: Random, row: KeyRow, release: Release): string {
  const curated = CURATED[row.name];
  if (curated && !random.oneIn(5)) return quoted(random.pick(curated));
  const words = keyValues(row, release);
  if (words.length > 0 && random.below(10) < 7) {
    const { value } = random.pick(words);
    return quoted(random.oneIn(10) ? value.toUpperCase() : random.oneIn(10) ? value.slice(0, random.below(4)) : value);
  }
  if (/integer|boolean/.test(row.type) && !random.oneIn(10)) {
    const number = random.oneIn(2) ? random.pick(['0', '1', '2', '4', '256']) : random.pick(EDGE_NUMBERS);
    return /^(0|[1-9][0-9]*|0x[0-9a-f]+)$/.test(number) && random.oneIn(2) ? number : quoted(number);
  }
  return quoted(random.pick(random.oneIn(2) ? WORDS : EDGE_NUMBERS));
}

function list(random: Random, most: number, item: () => string): string {
  const count = random.oneIn(10) ? 0 : 1 + random.below(most);
  return `[${Array.from({ length: count }, item).join(', ')}]`;
}

function value(random: Random, row: KeyRow, release: Release): string {
  const cells = CELLS[row.name];
  if (cells && !random.oneIn(10)) return list(random, 3, () => list(random, 4, () => quoted(random.pick(cells))));
  const shape = shapeOf(row);
  const share = { scalar: 4, either: 50, list: 93, nested: 93 }[shape];
  if (random.below(100) >= share) return scalar(random, row, release);
  return list(random, 3, () => (random.oneIn(33) ? '[ "n" ]' : scalar(random, row, release)));
}

/** Settings that most guests have, and a few of any key with what its parser looks at. */
const curatedGuest: TextMaker = (random, _corpus, release) => {
  const lines: string[] = [];
  if (!random.oneIn(33)) lines.push('name="g"');
  const type = random.pick(['hvm', 'hvm', 'pvh', 'pv', '']);
  if (type !== '') lines.push(random.oneIn(10) ? `builder="${type}"` : `type="${type}"`);
  if (type !== 'hvm' && !random.oneIn(10)) lines.push('kernel="/k"');
  if (random.oneIn(2)) lines.push(`memory=${random.pick(['512', '1024'])}`);
  if (random.oneIn(2)) lines.push(`vcpus=${random.pick(['1', '2', '4'])}`);
  const keys = keysFor(release);
  for (let i = random.oneIn(2) ? 1 : 1 + random.below(6); i > 0; i--) {
    const row = random.pick(keys);
    lines.push(`${row.name}${random.oneIn(33) ? '+=' : '='}${value(random, row, release)}`);
  }
  return `${lines.join('\n')}\n`;
};

/** Kinds of texts, by twentieths. */
const KINDS: readonly (readonly [share: number, make: TextMaker])[] = [
  [9, curatedGuest],
  [5, schemaGuest],
  [5, changedGuest],
  [1, (random, corpus) => mutate(random, random.pick(corpus.files), corpus, 1)],
];
const kinds = KINDS.flatMap(([share, make]) => Array.from({ length: share }, () => make));

/** Some settings of xl.conf, right or wrong. */
function anyConf(random: Random, release: Release): string {
  const keys = keysFor(release, 'xl.conf');
  const line = () => {
    const row = random.pick(keys);
    const words = row.name.includes('cpumask') ? CURATED.cpus! : random.oneIn(3) ? EDGE_NUMBERS : WORDS;
    return `${row.name}=${quoted(random.pick(words))}\n`;
  };
  return Array.from({ length: 1 + random.below(3) }, line).join('');
}

/** A whole guest of any type, on any machine, now and then with an xl.conf. */
export function anyGuest(random: Random, corpus: Corpus, release: Release): Question {
  const text = random.pick(kinds)(random, corpus, release);
  const machine = random.oneIn(2) ? MACHINES[0]! : random.pick(MACHINES);
  return ask(text, machine, random.oneIn(6) ? anyConf(random, release) : '');
}
