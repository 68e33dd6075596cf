import { enumMembers, findEnum, matchMember } from '../schema/enums';
import { enumsOf, findLanguage, findOption, languageAt } from '../schema/languages';
import { nearestNames } from '../schema/nearest';
import type { Release } from '../syntax/release';
import type { Span } from '../syntax/span';
import type { Atom } from '../syntax/tree';
import type { FileContext } from './context';
import { replace } from './edits';
import { errorAt, type Fate, keyFate, specFate } from './fate';
import type { Finding } from './finding';
import type { KeySetting } from './key-settings';
import { numberOf, takesNumberOrWord } from './numbers';
import { type Rule, type RuleDocs, report } from './rule';
import type { SpecItem } from './spec-items';
import { type UncheckedWord, uncheckedParts, uncheckedWords } from './unchecked-words';

export const docs: RuleDocs = {
  title: 'A word that is none of those a key or option takes',
  why: 'A misspelt word, or one in the wrong case, mostly stops the guest from being made.',
  xl: 'xl refuses the file for most keys; for some options it warns or passes the word on.',
  remedy: 'Write one of the words that the message names.',
  before: 'on_crash = "reboot"',
  after: 'on_crash = "restart"',
};

export const unknownValue: Rule = {
  code: 'unknown-value',
  severity: 'error',
  general: true,
  itemwise: true,
  hostFiles: true,
  *check(file) {
    for (const key of file.keys) {
      yield* checkKey(file, key);
      if (key.read) for (const word of uncheckedWords(file, key)) yield unchecked(word);
    }
    for (const item of file.faultySpecs) yield* checkOptions(file, item);
    for (const item of file.specs) for (const word of uncheckedParts(file, item)) yield unchecked(word);
  },
};

function* checkKey(file: FileContext, key: KeySetting): Iterable<Finding> {
  const { setting, row, read } = key;
  if (!read || !row.type.includes('enum') || setting.op === '+=') return;
  const names = enumsOf(row).filter((name) => findEnum(name)?.guests?.includes(file.guestType) ?? true);
  const atoms = row.shape === 'list' ? file.items(setting.name) : setting.value.kind === 'list' ? [] : [setting.value];
  for (const value of atoms) {
    if (takesNumberOrWord(key) && numberOf(value.text) !== undefined) continue;
    if (row.type === 'enum-or-path' && file.guestType === 'hvm') continue;
    const fate = () => {
      const language = row.language === undefined ? undefined : findLanguage(row.language);
      const outcome = (language && languageAt(language, file.release).unknown) ?? 'refuses';
      return keyFate(file, setting.name, outcome);
    };
    const whole = { start: 0, end: value.text.length };
    yield* checkWord(file, setting.name, names, value, whole, value.span, fate);
  }
}

function unchecked({ what, word, place, near }: UncheckedWord): Finding {
  const edits = (known: string) => [replace(place, known)];
  const fixes = near.map((known) => ({ title: `Write "${known}"`, kind: 'unsafe' as const, edits: edits(known) }));
  const hint = `Did you mean ${near.map((known) => `"${known}"`).join(' or ')}?`;
  const message = `"${word}" is no word of ${what}: xl hands it on unchecked. ${hint}`;
  return report(unknownValue, place, message, fixes, 'warning');
}

function* checkOptions(file: FileContext, item: SpecItem): Iterable<Finding> {
  for (const { role, span, option } of item.reading.parts) {
    const name = role === 'value' ? option : role;
    const values = name === undefined ? undefined : findOption(item.language, name)?.values;
    const words = role === 'item' ? (findLanguage(item.language)?.values ?? []) : values === undefined ? [] : [values];
    const error = errorAt(item, span);
    if (words.length === 0 || !error) continue;
    const fate = () => specFate(file, item, error);
    yield* checkWord(
      file,
      role === 'item' ? item.setting.name : `${name} of ${item.setting.name}`,
      words,
      item.atom,
      span,
      file.place(item.atom, span),
      fate,
    );
  }
}

function* checkWord(
  file: FileContext,
  what: string,
  enums: readonly string[],
  atom: Atom,
  part: Span,
  place: Span,
  fate: () => Fate,
): Iterable<Finding> {
  const { release } = file;
  const text = atom.text.slice(part.start, part.end);
  if (enums.length === 0 || enums.some((name) => findEnum(name)!.open || matchMember(name, text, release))) return;
  const { severity, words } = fate();
  const members = enums.flatMap((name) => enumMembers(name, release)).map(({ value }) => value);
  const near = nearest(text, enums, members, release);
  const isWhole = place.start === atom.span.start && place.end === atom.span.end;
  const quote = isWhole && file.text[place.start];
  const fixes = near.map((word) => ({
    title: `Write "${word}"`,
    kind: 'unsafe' as const,
    edits: [replace(inside(place, quote), quote === '"' || quote === "'" || !quote ? word : `"${word}"`)],
  }));
  const sameLetters = near.some((word) => word.toLowerCase() === text.toLowerCase());
  const hint = sameLetters
    ? `Write "${near[0]}": the case of the letters counts.`
    : `${near.length > 0 ? `Did you mean ${near.map((word) => `"${word}"`).join(' or ')}? ` : ''}It takes ${listed(members)}.`;
  yield report(unknownValue, place, `"${text}" is nothing that ${what} takes: ${words}. ${hint}`, fixes, severity);
}

/** The part of a literal between its quotes; a number whole. */
function inside(place: Span, quote: string | false | undefined): Span {
  return quote === '"' || quote === "'" ? { start: place.start + 1, end: place.end - 1 } : place;
}

/** The words that were meant: the same in another case first, then those of a beginning, then near ones. */
function nearest(text: string, enums: readonly string[], members: readonly string[], release: Release): string[] {
  const lower = text.trim().toLowerCase();
  const same = members.filter(
    (word) => word.toLowerCase() === lower || enums.some((name) => matchMember(name, lower, release)?.value === word),
  );
  const near = nearestNames(text, members, 2);
  return same.length > 0 && lower !== ''
    ? same.slice(0, 1)
    : near.length > 0
      ? near
      : members.filter((word) => lower.length > 1 && word.startsWith(lower)).slice(0, 2);
}

const MOST_WORDS = 12;

function listed(words: readonly string[]): string {
  const shown = words.slice(0, MOST_WORDS).map((word) => `"${word}"`);
  if (words.length > MOST_WORDS) return `${shown.join(', ')} and ${words.length - MOST_WORDS} more`;
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}` : `${shown[0]} alone`;
}
