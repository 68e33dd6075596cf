import {
  allCpuidFlags,
  cpuidFlagsFor,
  enumMembers,
  enumsOf,
  findKey,
  findLanguage,
  type KeyRow,
  keysFor,
  type Option,
  optionsOf,
  shapeOf,
} from '../../server/src/schema';
import { NEWEST_RELEASE } from '../../server/src/syntax/release';

/** One thing that the schema knows, and generated texts that hold it. */
export interface Subject {
  readonly group: 'keys' | 'options' | 'words' | 'cpuid flags';
  /** Unique, for the report. */
  readonly name: string;
  /** What completion must offer, and hover be about. */
  readonly label: string;
  /** The text before it, up to where it is typed. */
  readonly before: string;
  /** How it is written in whole, and the text behind it that makes it complete. */
  readonly written: string;
  readonly after: string;
  /** Something that is explained, but has no text of its own to offer: a form such as N-M. */
  readonly form?: true;
  /** The key that it belongs to, and how deep in lists. */
  readonly key: KeyRow;
  readonly depth: number;
  /** The option, or that of the word; the enumeration of a word. */
  readonly option?: Option;
  readonly values?: string;
}

/** What is the same for all that stands in one value. */
type Place = Pick<Subject, 'before' | 'after' | 'key' | 'depth' | 'option'>;

const RELEASE = NEWEST_RELEASE;

/** What a spec must begin with before the options of its language, or that option, can follow. */
const PREFIXES: Readonly<Record<string, string>> = { 'cpuid-xend': '1:', 'disk target': 'vdev=xvda,' };
/** A flag that takes the words of the language of flags. */
const FLAG = allCpuidFlags().find(({ bits }) => bits === undefined)!.name;
/** Texts that have the forms of the schema. */
const FORMS: Readonly<Record<string, string>> = {
  N: '3',
  'N-M': '0-3',
  '^N': '0-3,^2',
  'node:N': 'node:0',
  'LEAF[,SUBLEAF]:': '1,0:',
  '!GROUP': '!stimer',
  'WORD:': 'rbd:pool/image,raw,xvda,rw',
  PATH: '/usr/share/firmware.bin',
};

/** Everything that xl of the newest release reads in a guest's file. */
export function subjects(): Subject[] {
  const found = new Map<string, Subject>();
  for (const subject of all()) if (!found.has(subject.name)) found.set(subject.name, subject);
  return [...found.values()];
}

function* all(): Generator<Subject> {
  for (const row of keysFor(RELEASE)) {
    const depths = { scalar: [0], list: [1], either: [0, 1], nested: [2] }[shapeOf(row)];
    const whole = {
      key: row,
      depth: row.type === 'string' ? depths.at(-1)! : depths[0]!,
      before: '',
      written: row.name,
      after: ' = ""\n',
    };
    yield { group: 'keys', name: row.name, label: row.name, ...whole };
    for (const depth of depths) yield* inValue(row, depth);
  }
  for (const { name } of cpuidFlagsFor(RELEASE)) {
    const place = {
      key: findKey('cpuid')!,
      depth: 0,
      label: name,
      before: 'cpuid = "host,',
      written: name,
      after: '=0"\n',
    };
    yield { group: 'cpuid flags', name, ...place };
  }
}

function* inValue(row: KeyRow, depth: number): Generator<Subject> {
  const before = `${row.name} = ${'[ '.repeat(depth)}"`;
  const after = `"${' ]'.repeat(depth)}\n`;
  const place: Place = { before, after, key: row, depth };
  const named = depth > 0 ? (row.listLanguage ?? row.language) : row.language;
  const language = depth === 0 && row.type === 'boolean' ? undefined : named;
  if (language === undefined) yield* words(row.name, row.values ? [row.values] : [], place);
  else if (language === 'cpuid') {
    yield* words(`${row.name} ${FLAG}`, enumsOf(row), { ...place, before: `${before}host,${FLAG}=` });
    yield* optionsIn(language, place, ['host']);
  } else {
    yield* words(row.name, findLanguage(language)?.values ?? [], place);
    yield* optionsIn(language, place);
  }
}

function* words(owner: string, enums: readonly string[], place: Place): Generator<Subject> {
  for (const values of enums) {
    for (const { value } of enumMembers(values, RELEASE)) {
      yield { ...place, group: 'words', name: `${owner} = ${value}`, label: value, written: value, values };
    }
  }
}

function* optionsIn(language: string, outer: Place, only?: readonly string[]): Generator<Subject> {
  const { before, after } = outer;
  const members = new Set((findLanguage(language)?.values ?? []).flatMap((name) => wordsOf(name)));
  for (const option of optionsOf(language, RELEASE)) {
    if (only ? !only.includes(option.name) : members.has(option.name)) continue;
    const name = `${language} ${option.name}`;
    const start = before + prefixOf(language, option);
    const place: Place = { ...outer, before: start, option };
    const form = FORMS[option.name];
    if (form !== undefined) {
      yield { ...place, group: 'options', name, label: option.name, before, written: form, form: true };
      continue;
    }
    const behind = option.kind === 'named' ? `=x${after}` : option.kind === 'prefix' ? `/dev/x,xvda,w${after}` : after;
    yield { ...place, group: 'options', name, label: option.name, written: option.name, after: behind };
    if (option.values) yield* words(name, [option.values], { ...place, before: `${start}${option.name}=` });
  }
}

function prefixOf(language: string, option: Option): string {
  return option.items ? `${option.items[0]},` : (PREFIXES[`${language} ${option.name}`] ?? PREFIXES[language] ?? '');
}

function wordsOf(name: string): string[] {
  return enumMembers(name, RELEASE).map(({ value }) => value);
}
