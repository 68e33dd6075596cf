import {
  allCpuidFlags,
  cpuidFlagsFor,
  enumMembers,
  enumsOf,
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
}

const RELEASE = NEWEST_RELEASE;

/** What a spec must begin with before the options of its language can follow. */
const PREFIXES: Readonly<Record<string, string>> = { 'cpuid-xend': '1:' };
/** A flag that takes the words of the language of flags. */
const FLAG = allCpuidFlags().find(({ bits }) => bits === undefined)!.name;
/** Texts that have the forms of the schema. */
const FORMS: Readonly<Record<string, string>> = {
  N: '3',
  'N-M': '0-3',
  '^N': '^2',
  'node:N': 'node:1',
  'LEAF[,SUBLEAF]:': '1,0:',
  '!GROUP': '!stimer',
  'WORD:': 'rbd:pool/image',
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
    yield { group: 'keys', name: row.name, label: row.name, before: '', written: row.name, after: ' = ""\n' };
    const depths = { scalar: [0], list: [1], either: [0, 1], nested: [2] }[shapeOf(row)];
    for (const depth of depths) yield* inValue(row, depth);
  }
  for (const { name } of cpuidFlagsFor(RELEASE)) {
    const place = { label: name, before: 'cpuid = "host,', written: name, after: '=0"\n' };
    yield { group: 'cpuid flags', name, ...place };
  }
}

function* inValue(row: KeyRow, depth: number): Generator<Subject> {
  const before = `${row.name} = ${'[ '.repeat(depth)}"`;
  const after = `"${' ]'.repeat(depth)}\n`;
  const named = depth > 0 ? (row.listLanguage ?? row.language) : row.language;
  const language = depth === 0 && row.type === 'boolean' ? undefined : named;
  if (language === undefined) yield* words(row.name, row.values ? [row.values] : [], before, after);
  else if (language === 'cpuid') {
    yield* words(`${row.name} ${FLAG}`, enumsOf(row), `${before}host,${FLAG}=`, after);
    yield* optionsIn(language, before, after, ['host']);
  } else {
    yield* words(row.name, findLanguage(language)?.values ?? [], before, after);
    yield* optionsIn(language, before, after);
  }
}

function* words(owner: string, enums: readonly string[], before: string, after: string): Generator<Subject> {
  for (const name of enums) {
    for (const { value } of enumMembers(name, RELEASE)) {
      yield { group: 'words', name: `${owner} = ${value}`, label: value, before, written: value, after };
    }
  }
}

function* optionsIn(language: string, before: string, after: string, only?: readonly string[]): Generator<Subject> {
  const members = new Set((findLanguage(language)?.values ?? []).flatMap((name) => wordsOf(name)));
  for (const option of optionsOf(language, RELEASE)) {
    if (only ? !only.includes(option.name) : members.has(option.name)) continue;
    const name = `${language} ${option.name}`;
    const start = before + prefixOf(language, option);
    const form = FORMS[option.name];
    if (form !== undefined) {
      yield { group: 'options', name, label: option.name, before, written: form, after, form: true };
      continue;
    }
    const behind = option.kind === 'named' ? `=x${after}` : option.kind === 'prefix' ? `/dev/x,xvda,w${after}` : after;
    yield { group: 'options', name, label: option.name, before: start, written: option.name, after: behind };
    if (option.values) yield* words(`${language} ${option.name}`, [option.values], `${start}${option.name}=`, after);
  }
}

function prefixOf(language: string, option: Option): string {
  return option.items ? `${option.items[0]},` : (PREFIXES[language] ?? '');
}

function wordsOf(name: string): string[] {
  return enumMembers(name, RELEASE).map(({ value }) => value);
}
