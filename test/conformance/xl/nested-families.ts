import { enumMembers, type Option, optionsOf } from '../../../server/src/schema';
import type { Release } from '../../../server/src/syntax/release';
import { EDGE_NUMBERS } from './edges';
import { guestText, NO_WORD } from './key-families';
import { ask, quoted } from './question';
import { TYPICAL } from './spec-bases';
import type { Suite } from './suite';

type Rows = readonly (readonly string[])[];

function literal(rows: Rows): string {
  return `[${rows.map((row) => `[${row.map(quoted).join(', ')}]`).join(', ')}]`;
}

/** The options of the keys whose lists hold lists: virtual NUMA nodes and sound cards. */
export function addNestedFamilies(suite: Suite, release: Release): void {
  addVnuma(suite, release);
  addVsnd(suite, release);
}

const NODES: Rows = [
  ['pnode=0', 'size=256', 'vcpus=0', 'vdistances=10,20'],
  ['pnode=1', 'size=256', 'vcpus=1', 'vdistances=20,10'],
];

function addVnuma(suite: Suite, release: Release): void {
  const number = (rows: Rows) => suite.add(ask(guestText('hvm', { vnuma: literal(rows) })));
  const whole = number(NODES);
  for (const { name } of optionsOf('vnuma', release)) {
    const without = (row: readonly string[]) => row.filter((part) => !part.startsWith(`${name}=`));
    suite.pair(`option vnuma.${name}`, whole, number([NODES[0]!, without(NODES[1]!)]));
    for (const value of [
      ...EDGE_NUMBERS.filter((_, i) => i % 2 === 0),
      '0-1',
      '10',
      '10,20,30',
      '20,10',
      '0,1',
      '1-0',
      ',',
      '-',
    ]) {
      number([NODES[0]!, [...without(NODES[1]!), `${name}=${value}`]]);
      number([[...without(NODES[0]!), `${name}=${value}`], NODES[1]!]);
    }
    for (const part of [name, `${name.toUpperCase()}=1`, ` ${name} = 1 `, `x${name}=1`]) number([[...NODES[0]!, part]]);
  }
}

const CARD: readonly string[] = ['card, short-name=c', 'pcm, name=p', 'stream, unique-id=s, type=p'];
const ITEMS = ['card', 'pcm', 'stream'];

function addVsnd(suite: Suite, release: Release): void {
  const number = (parts: readonly string[]) => suite.add(ask(guestText('pv', { vsnd: literal([parts]) })));
  const options = optionsOf('vsnd', release);
  if (options.length === 0) return;
  for (const [at, item] of ITEMS.entries()) {
    suite.pair(`option vsnd.${item}`, number(CARD), number(CARD.filter((_, i) => i !== at)));
    const withPart = (part: string) => number(CARD.map((spec, i) => (i === at ? `${item}, ${part}` : spec)));
    const plain = number(CARD.map((spec, i) => (i === at ? item : spec)));
    for (const option of options.filter(({ kind }) => kind === 'named'))
      addVsndOption(suite, release, option, withPart, plain);
  }
  for (let i = 0; i < 8; i++) number(CARD.filter((_, bit) => i & (1 << bit)));
  for (const part of ['', 'x', 'card', 'pcm', 'stream,', 'card,,', 'card;pcm', 'CARD', ' pcm', 'card=1'])
    number([...CARD, part]);
}

function addVsndOption(
  suite: Suite,
  release: Release,
  { name, type, values }: Option,
  withPart: (part: string) => number,
  plain: number,
): void {
  const words = values ? enumMembers(values, release).map((member) => member.value) : [];
  const typical = TYPICAL[type ?? 'string'];
  for (const value of [...(typical ? [typical] : []), ...words]) {
    suite.pair(`option vsnd.${name}`, withPart(`${name}=${value}`), plain);
  }
  for (const word of words) {
    const spellings = [word, NO_WORD].map((value) => withPart(`${name}=${value}`));
    suite.pair(`value vsnd.${name}=${word}`, spellings[0]!, spellings[1]!, [word, NO_WORD]);
  }
  for (const value of [...EDGE_NUMBERS.filter((_, i) => i % 8 === 0), '1;2', ';', '1;;2']) withPart(`${name}=${value}`);
  for (const part of [name, `${name}=`, `${name.toUpperCase()}=1`, ` ${name} = 1`, `x${name}=1`]) withPart(part);
}
