import { once } from '../syntax/once';
import type { Release } from '../syntax/release';
import { enumMembers, findEnum } from './enums';
import { tables } from './tables';
import type { EnumRow, KeyRow, LanguageColumns, LanguageRow, MemberRow, OptionRow } from './types';

/** An option with what its absence says filled in: the language, and the releases. */
export interface Option extends OptionRow {
  readonly language: string;
  readonly since: Release;
  /** The number that libxl gives the word, for a member of an enumeration. */
  readonly number?: number;
}

interface Entry {
  readonly row: LanguageRow;
  readonly options: readonly Option[];
  readonly byName: ReadonlyMap<string, Option>;
}

const index = once((): ReadonlyMap<string, Entry> => new Map(allLanguages().map((row) => [row.name, entry(row)])));

function entry(row: LanguageRow): Entry {
  const own = (row.options ?? []).map((option) => filledIn(row, option));
  const words = (row.values ?? []).flatMap((name) => wordsOf(row, findEnum(name)));
  const options = [...own, ...words];
  // An option that stands twice would hide a row: the tests refuse it.
  return { row, options, byName: new Map(options.map((option) => [nameKey(option), option])) };
}

function nameKey(option: OptionRow): string {
  return option.anyCase ? option.name.toLowerCase() : option.name;
}

function filledIn(row: LanguageRow, option: OptionRow): Option {
  const until = option.until ?? row.until;
  return { ...option, language: row.name, since: option.since ?? row.since, ...(until === undefined ? {} : { until }) };
}

function wordsOf(row: LanguageRow, words: EnumRow | undefined): Option[] {
  if (!words) return [];
  return words.members
    .filter((member) => !member.placeholder)
    .map((member) => {
      const { value, since = words.since, placeholder, ...rest } = member;
      const guests = words.guests ? { guests: words.guests } : {};
      const anyCase = words.anyCaseSince === undefined ? {} : { anyCase: true as const };
      return filledIn(row, {
        name: value,
        kind: 'value',
        ...rest,
        ...guests,
        ...anyCase,
        since: Math.max(since, row.since),
      });
    });
}

/** Every mini-language, of any release. */
export function allLanguages(): readonly LanguageRow[] {
  return tables().languages;
}

/** The mini-language of that name, as `language` of a key gives it. */
export function findLanguage(name: string): LanguageRow | undefined {
  return index().get(name)?.row;
}

/** A mini-language as it was in a release: what it skips, and what it does with unknown names. */
export function languageAt(row: LanguageRow, release: Release): LanguageRow {
  let then: LanguageRow = row;
  for (const { until, ...columns } of [...(row.earlier ?? [])].reverse()) {
    if (release <= until) then = { ...then, ...(columns as Partial<LanguageColumns>) };
  }
  return then;
}

/** Every option and word of a mini-language, of any release; none for an unknown language. */
export function allOptions(language: string): readonly Option[] {
  return index().get(language)?.options ?? [];
}

/** The options and words that xl of a release knows in a mini-language. */
export function optionsOf(language: string, release: Release): Option[] {
  return allOptions(language).filter((option) => optionIsRead(option, release));
}

/** The option or word of that name, of any release; the case counts unless the option says otherwise. */
export function findOption(language: string, name: string): Option | undefined {
  const byName = index().get(language)?.byName;
  const exact = byName?.get(name);
  if (exact) return exact;
  const folded = byName?.get(name.toLowerCase());
  return folded?.anyCase ? folded : undefined;
}

/** True when xl of that release knows the option. */
export function optionIsRead(option: Option, release: Release): boolean {
  return option.since <= release && (option.until === undefined || release <= option.until);
}

/** The words that a key takes in a release, whether it or its mini-language names the enumeration. */
export function keyValues(row: KeyRow, release: Release): MemberRow[] {
  return enumsOf(row).flatMap((name) => enumMembers(name, release));
}

/** The enumerations of a key's words. */
export function enumsOf(row: KeyRow): readonly string[] {
  if (row.values) return [row.values];
  return (row.language && index().get(row.language)?.row.values) || [];
}
