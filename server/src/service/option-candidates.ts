import {
  cpuidFlagsFor,
  enumMembers,
  findCpuidFlag,
  findLanguage,
  findOption,
  type MemberRow,
  type Option,
  optionsOf,
} from '../schema';
import type { Release } from '../syntax/release';
import { type Candidate, choice, LAST, placeholder, template, UNFIT } from './candidate';
import { flagMarkdown, memberMarkdown, optionLine, optionMarkdown } from './option-text';
import { typedCandidates, wordCandidates } from './word-candidates';

type Guest = 'pv' | 'hvm' | 'pvh';

/** The language whose options are the flags of CPUs. */
const FLAGS_LANGUAGE = 'cpuid';

/** The options of a language that may stand in a spec beside those that are `used`, as `NAME=VALUE` or flags. */
export function optionCandidates(
  language: string,
  release: Release,
  guest: Guest,
  used: ReadonlySet<string>,
  first: boolean,
): Candidate[] {
  const options = optionsOf(language, release);
  const items = options.filter(({ kind }) => kind === 'item');
  if (first && items.length > 0) return items.map((option) => nameCandidate(option, release, guest));
  const item = items.find(({ name }) => used.has(name))?.name;
  const excluded = new Set(options.filter(({ name }) => used.has(name)).flatMap(({ conflicts }) => conflicts ?? []));
  const names = options
    .filter((option) => isOffered(option, first) && !isUsed(option, used) && !excluded.has(option.name))
    .filter(({ items: allowed }) => !allowed || item === undefined || allowed.includes(item))
    .map((option) => nameCandidate(option, release, guest));
  return language === FLAGS_LANGUAGE && !first ? flagCandidates(release, used) : names;
}

/** The words of a language that consists of words, and its words in specs of other kinds. */
export function wholeWordCandidates(owner: string, language: string, release: Release, guest: Guest): Candidate[] {
  if (language === FLAGS_LANGUAGE) return [];
  const words = optionsOf(language, release)
    .filter(({ kind, name }) => kind === 'value' && !/[A-Z]/.test(name))
    .map((option) => ({ value: option.name, ...option }));
  return wordCandidates(owner, words, guest);
}

/** The values of an option, or of a flag of CPUs; none for a name that the language does not have. */
export function optionValueCandidates(language: string, name: string, release: Release, guest: Guest): Candidate[] {
  if (language === FLAGS_LANGUAGE) {
    const flag = findCpuidFlag(name);
    if (!flag) return [];
    const words =
      flag.bits === undefined ? flagWords(release) : flagWords(release).filter((word) => !/\d/.test(word.value));
    return wordCandidates(name, words, guest);
  }
  const option = findOption(language, name);
  if (!option) return [];
  const words = wordCandidates(option.name, optionWords(option, release), guest);
  const labels = new Set(words.map(({ label }) => label));
  return [...words, ...typedCandidates(option).filter(({ label }) => !labels.has(label))];
}

/** The words that an option takes in a release. */
export function optionWords(option: Option, release: Release): MemberRow[] {
  return option.values === undefined ? [] : enumMembers(option.values, release);
}

/** The values that a flag of one bit takes. */
export function flagWords(release: Release): MemberRow[] {
  return (findLanguage(FLAGS_LANGUAGE)?.values ?? []).flatMap((name) => enumMembers(name, release));
}

interface Beginning {
  /** The character that ends the beginning. */
  readonly end: string;
  /** The one option that may stand there. */
  readonly option?: string;
  /** The last release that held on to it. */
  readonly until?: Release;
}

/** Languages whose options do not stand wherever a part begins. */
const BEGINNINGS: Readonly<Record<string, Beginning>> = {
  'cpuid-xend': { end: ':' },
  pci: { end: ',', until: 414 },
  rdm: { end: ',', option: 'strategy', until: 413 },
};

/** True when an option may be typed behind that beginning of a spec. */
export function mayFollow(language: string, name: string, before: string, release: Release): boolean {
  const beginning = BEGINNINGS[language];
  if (!beginning || release > (beginning.until ?? release) || before.includes(beginning.end)) return true;
  return name === beginning.option;
}

/** Words in capitals stand for something, and forms are explained elsewhere, but for those that are typed as they are. */
function isOffered({ kind, name, language }: Option, first: boolean): boolean {
  if (/[A-Z]/.test(name)) return false;
  if (kind === 'form' || kind === 'prefix') return first;
  return kind === 'named' || kind === 'flag' || (kind === 'value' && findLanguage(language)?.assign === undefined);
}

function isUsed(option: Option, used: ReadonlySet<string>): boolean {
  return used.has(option.name) || (option.aliases ?? []).some((alias) => used.has(alias));
}

function nameCandidate(option: Option, release: Release, guest: Guest): Candidate {
  const words = optionWords(option, release);
  const { name, kind } = option;
  const named = kind === 'named';
  const replaced = option.replacedBy ? `use ${option.replacedBy.join(', ')}` : 'deprecated';
  return {
    label: name,
    kind: 'option',
    insert: named ? `${name}=${valueSnippet(option, words)}` : name,
    ...(named ? { snippet: true } : {}),
    detail: option.deprecated ? replaced : optionLine(option),
    documentation: () =>
      kind === 'value'
        ? memberMarkdown(option.language, { value: name, ...option })
        : optionMarkdown(option, words, release),
    ...(option.deprecated ? { deprecated: true } : {}),
    rank: rankOf(option, guest),
  };
}

function rankOf(option: Option, guest: Guest): number {
  if (option.deprecated) return LAST;
  if (option.undocumented || (option.guests !== undefined && !option.guests.includes(guest))) return UNFIT;
  if (option.kind === 'prefix') return 4;
  return option.required === true ? 2 : 3;
}

function valueSnippet(option: Option, words: readonly MemberRow[]): string {
  if (words.length > 0 && option.type !== 'enums') return choice(words.map(({ value }) => value));
  if (option.type === 'boolean') return choice(option.default === '1' ? ['0', '1'] : ['1', '0']);
  const [sample] = typedCandidates(option);
  if (sample?.snippet) return sample.insert;
  return sample && option.type !== 'domain' ? placeholder(sample.insert) : template('<>');
}

const FLAGS_BY_RELEASE = new Map<Release, readonly Candidate[]>();

function flagCandidates(release: Release, used: ReadonlySet<string>): Candidate[] {
  let flags = FLAGS_BY_RELEASE.get(release);
  if (!flags) {
    const words = flagWords(release);
    const bit = choice(words.map(({ value }) => value));
    flags = cpuidFlagsFor(release).map((flag) => ({
      label: flag.name,
      kind: 'option',
      insert: `${flag.name}=${flag.bits === undefined ? bit : template('<>')}`,
      snippet: true,
      detail: flag.bits === undefined ? '0, 1, x, k or s' : `number of ${flag.bits} bits`,
      documentation: () => flagMarkdown(flag, words),
      rank: 3,
    }));
    FLAGS_BY_RELEASE.set(release, flags);
  }
  return flags.filter(({ label }) => !used.has(label));
}
