import { enumMembers, findLanguage, type KeyRow, keysFor, keyValues, optionsOf } from '../../../server/src/schema';
import type { Release } from '../../../server/src/syntax/release';
import type { Outcome } from './run';

export interface Coverage {
  /** Number of keys, options and words of the release. */
  readonly claims: number;
  /** Those for which no pair of configs that differ in them alone was seen to differ in what xl makes of them. */
  readonly missing: readonly string[];
}

/** Which keys, options and words of its release a run has shown to matter, or not. */
export function uncovered({ build, suite, answers }: Outcome): Coverage {
  const claims = new Set([...claimsOf(build.release), ...suite.pairs.map(({ claim }) => claim)]);
  const shown = new Set<string>();
  for (const { claim, changed, plain, words } of suite.pairs) {
    if (!shown.has(claim) && differ(answers[changed]!, answers[plain]!, words)) shown.add(claim);
  }
  return { claims: claims.size, missing: [...claims].filter((claim) => !shown.has(claim)) };
}

/** What the schema has of a release, by the names that the families give it. */
export function* claimsOf(release: Release): Iterable<string> {
  for (const row of keysFor(release)) {
    yield `key ${row.name}`;
    for (const word of wordsOf(row, release)) yield `value ${row.name}=${word}`;
    for (const language of [row.language, row.listLanguage]) {
      if (language !== undefined) yield* claimsOfLanguage(language, release);
    }
  }
  for (const row of keysFor(release, 'xl.conf')) {
    yield `xl.conf ${row.name}`;
    for (const { value } of row.values ? enumMembers(row.values, release) : []) {
      yield `value xl.conf ${row.name}=${value}`;
    }
  }
}

/** The words that may be the whole value of a key, or a whole item of its list. */
export function wordsOf(row: KeyRow, release: Release): string[] {
  const options = row.language === undefined ? [] : optionsOf(row.language, release);
  const alone = options.filter(({ kind }) => kind === 'value').map(({ name }) => name);
  return [...new Set([...keyValues(row, release).map(({ value }) => value), ...alone, ...(row.suggested ?? [])])];
}

function* claimsOfLanguage(language: string, release: Release): Iterable<string> {
  if (!findLanguage(language)) return;
  for (const { kind, name, values } of optionsOf(language, release)) {
    if (kind === 'value') continue;
    yield `option ${language}.${name}`;
    for (const { value } of values ? enumMembers(values, release) : []) yield `value ${language}.${name}=${value}`;
  }
}

/** The answers differ, in more than in the words that xl quotes; or xl takes both words into its guest. */
function differ(one: string, other: string, words?: readonly [string, string]): boolean {
  if (!words) return one !== other;
  if (accepted(one) && accepted(other) && domainOf(one) !== domainOf(other)) return true;
  const quoted = new RegExp(`(?<!\\w)(${words.map((word) => word.replace(/[^\w]/g, '\\$&')).join('|')})(?!\\w)`, 'gi');
  return one.replace(quoted, '_') !== other.replace(quoted, '_');
}

function accepted(answer: string): boolean {
  return answer.startsWith('0\n');
}

function domainOf(answer: string): string {
  return answer.slice(answer.lastIndexOf('\n'));
}
