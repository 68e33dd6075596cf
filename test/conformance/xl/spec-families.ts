import {
  cpuidFlagsFor,
  enumMembers,
  findLanguage,
  type GuestType,
  guestsOf,
  type KeyRow,
  keysFor,
  languageAt,
  type Option,
  optionsOf,
  shapeOf,
} from '../../../server/src/schema';
import type { Release } from '../../../server/src/syntax/release';
import { Random } from '../generate/random';
import { EDGE_NUMBERS, WORDS } from './edges';
import { guestAround, NO_WORD } from './key-families';
import { ask, quoted } from './question';
import { BASES, FORMS, LAST_PART, OPTION_BASES, TYPICAL } from './spec-bases';
import type { Suite } from './suite';

/** As many pairs of options are tried of one language, ten times as many in a long run; which ones, the seed decides. */
const MOST_PAIRS = 100;

/** One language as a key has it, and how to ask about a spec in it. */
interface Place {
  readonly language: string;
  readonly release: Release;
  readonly separator: string;
  readonly assign: string;
  readonly number: (spec: string) => number;
}

/** Each option of each language alone, in every spelling, and pairs of them. */
export function addSpecFamilies(suite: Suite, release: Release, seed: string, all: boolean): void {
  const random = new Random(`${seed}/specs`);
  for (const row of keysFor(release)) {
    for (const [language, listed] of languagesOf(row)) {
      const known = findLanguage(language);
      if (!known) continue;
      const { separator = '', assign = '=' } = languageAt(known, release);
      const around = guestAround(typeFor(row), row.name);
      const number = (spec: string) =>
        suite.add(ask(`${around}${row.name}=${listed ? `[${spec === '' ? '""' : quoted(spec)}]` : quoted(spec)}\n`));
      const place = { language, release, separator, assign, number };
      for (const option of optionsOf(language, release)) addOption(suite, place, option);
      addPairs(place, random, all ? 10 * MOST_PAIRS : MOST_PAIRS);
      if (language === 'cpuid') addCpuidFlags(suite, place);
    }
  }
}

function typeFor(row: KeyRow): GuestType {
  return guestsOf(row).includes('hvm') ? 'hvm' : guestsOf(row)[0]!;
}

/** The languages of a key, with whether their specs stand in a list. */
function languagesOf(row: KeyRow): [language: string, listed: boolean][] {
  const shape = shapeOf(row);
  if (shape === 'nested') return [];
  const found: [string, boolean][] = [];
  if (row.language && shape !== 'list') found.push([row.language, false]);
  if (row.language && shape !== 'scalar' && !row.listLanguage) found.push([row.language, true]);
  if (row.listLanguage) found.push([row.listLanguage, true]);
  return found;
}

function baseOf({ language, assign }: Place, option: Option): readonly string[] {
  const base = OPTION_BASES[`${language}.${option.name}`] ?? BASES[language] ?? [];
  return base.filter((part) => !part.startsWith(option.name + assign));
}

/** The spec with the part among the others. */
function joined({ separator }: Place, base: readonly string[], part: string): string {
  const last = base.filter((other) => LAST_PART.test(other));
  return [...base.filter((other) => !LAST_PART.test(other)), part, ...last].join(separator);
}

/** The values worth trying for an option, the typical one first. */
function valuesOf(option: Option, release: Release): string[] {
  const words = option.values ? enumMembers(option.values, release).map((member) => member.value) : [];
  const typical = TYPICAL[option.type ?? 'string'];
  const bounds = (option.range ?? []).flatMap((n) => [n - 1, n, n + 1].map(String));
  const numbers = EDGE_NUMBERS.filter(
    (_, i) => i % (option.type === 'integer' || option.type === 'hex' ? 2 : 12) === 0,
  );
  const others = [...WORDS.slice(0, 4), NO_WORD];
  return [...(typical === undefined ? [] : [typical]), ...words, ...bounds, ...numbers, ...others];
}

function addOption(suite: Suite, place: Place, option: Option): void {
  const { language, release, separator, assign, number } = place;
  const claim = `option ${language}.${option.name}`;
  const form = FORMS[`${language}.${option.name}`];
  if (form) {
    suite.pair(claim, number(form[0]), number(form[1]));
    return;
  }
  if (option.kind === 'prefix') {
    suite.pair(claim, number(`${option.name}/a,hda,w`), number('/a,hda,w'));
    for (const rest of ['', '/a', '/a,hda', '/a,,hda,w', 'aio:/a,hda,w']) number(option.name + rest);
    return;
  }
  const base = baseOf(place, option);
  const plain = number(base.join(separator));
  if (option.kind === 'flag') {
    suite.pair(claim, number(joined(place, base, option.name)), plain);
    addSpellings(place, base, option.name, ['1']);
    return;
  }
  if (option.kind !== 'named') return;
  const withValue = (value: string) => number(joined(place, base, option.name + assign + value));
  const values = valuesOf(option, release);
  for (const value of values) suite.pair(claim, withValue(value), plain);
  const words = option.values ? enumMembers(option.values, release).map((member) => member.value) : [];
  for (const word of words) {
    suite.pair(`value ${language}.${option.name}=${word}`, withValue(word), withValue(NO_WORD), [word, NO_WORD]);
  }
  addSpellings(place, base, option.name, values.slice(0, 1));
}

/** An option without its value, in capitals, with blanks, twice, before the others, and half written. */
function addSpellings({ separator, assign, number }: Place, base: readonly string[], name: string, values: string[]) {
  const join = (...parts: string[]) => parts.filter((part) => part !== '').join(separator);
  const rest = base.join(separator);
  for (const part of [name, `${name}${assign}`, name.slice(0, -1), `${name}x${assign}1`, `x${name}${assign}1`]) {
    number(join(part, rest));
  }
  for (const value of values) {
    const part = name + assign + value;
    for (const spelt of [part.toUpperCase(), ` ${part} `, `${name} ${assign} ${value}${assign}`]) {
      number(join(rest, spelt));
    }
    for (const spec of [join(part, rest), join(rest, part, part), `${join(rest, part)}${separator}`]) number(spec);
    for (const spec of [`${separator}${join(rest, part)}`, `${rest}${separator}${separator}${part}`]) number(spec);
  }
}

function addPairs(place: Place, random: Random, most: number): void {
  const { language, release, separator, assign, number } = place;
  const options = optionsOf(language, release).filter(({ kind }) => kind === 'named' || kind === 'flag');
  const parts = options.map((option) =>
    option.kind === 'flag'
      ? [option.name]
      : valuesOf(option, release)
          .slice(0, 4)
          .map((v) => option.name + assign + v),
  );
  const base = BASES[language] ?? [];
  const every = options.length * options.length;
  for (let i = 0; i < Math.min(every, most); i++) {
    const at = every <= most ? i : random.below(every);
    const [first, second] = [parts[Math.floor(at / parts.length)]!, parts[at % parts.length]!];
    const pair = [random.pick(first), random.pick(second)];
    number((random.oneIn(3) ? pair : [...base.slice(0, -1), ...pair, ...base.slice(-1)]).join(separator));
  }
}

/** Every flag of cpuid= with a usual value, and some with every value. */
function addCpuidFlags(suite: Suite, { release, number }: Place): void {
  const plain = number('host');
  for (const [i, { name, bits }] of cpuidFlagsFor(release).entries()) {
    const claim = `option cpuid.${name}`;
    suite.pair(claim, number(`host,${name}=1`), plain);
    const values =
      bits === undefined ? ['x', 'k', 's', '2', '', 'X'] : ['x', '255', '256', '0xf', 'k', '4294967296', '-1'];
    for (const value of bits !== undefined || i % 40 === 0 ? values : []) number(`host,${name}=${value}`);
  }
  for (const { value } of enumMembers('cpuid_value', release)) {
    const words = [value, NO_WORD] as const;
    suite.pair(`value cpuid=${value}`, number(`host,tm=${value}`), number(`host,tm=${NO_WORD}`), words);
  }
}
