import { enumMembers, findEnum, findLanguage, findOption, matchMember, nearestNames, optionsOf } from '../schema';
import type { Release } from '../syntax/release';
import type { Span } from '../syntax/span';
import type { Atom } from '../syntax/tree';
import type { FileContext } from './context';
import { errorAt } from './fate';
import type { KeySetting } from './key-settings';
import type { SpecItem } from './spec-items';

/** A word that xl hands on unchecked, and the known ones that it is a slip of the hand away from. */
export interface UncheckedWord {
  readonly what: string;
  readonly word: string;
  /** Where the word stands in the file: a whole value, or its beginning up to a colon. */
  readonly place: Span;
  readonly near: readonly string[];
}

/** What may be a path, a list or a number: not to be taken for a misspelt word. */
const OTHERWISE = /[/.,\s]|^\d*$/;

/**
 * The words of a key that xl does not look at (`soundhw`, `usbdevice`, and `firmware` of an HVM guest, which may be a
 * path) and that look like one of those the key has a meaning for.
 */
export function* uncheckedWords(file: FileContext, { setting, row }: KeySetting): Iterable<UncheckedWord> {
  const mayBePath = row.type === 'enum-or-path' && file.guestType === 'hvm';
  if (!(row.type === 'string' || mayBePath) || row.language === undefined || setting.op === '+=') return;
  for (const atom of setting.value.kind === 'list' ? file.items(setting.name) : [setting.value]) {
    const [word] = /^[^:]*:?/.exec(atom.text)!;
    if (OTHERWISE.test(word)) continue;
    const enums = (findLanguage(row.language)?.values ?? []).filter((name) => fits(file, name));
    const own = mayBePath ? [] : optionsOf(row.language, file.release).filter(({ kind }) => kind === 'value');
    const more = own.map(({ name }) => name);
    yield* misspelt(file, setting.name, atom, { start: 0, end: word.length }, enums, more);
  }
}

/** The same for the options of a string. */
export function* uncheckedParts(file: FileContext, item: SpecItem): Iterable<UncheckedWord> {
  for (const { role, span, option } of item.reading.parts) {
    const values = role === 'value' && option !== undefined ? findOption(item.language, option)?.values : undefined;
    if (values === undefined || !findEnum(values)?.open || errorAt(item, span)) continue;
    yield* misspelt(file, `${option} of ${item.setting.name}`, item.atom, span, [values], []);
  }
}

function* misspelt(
  file: FileContext,
  what: string,
  atom: Atom,
  span: Span,
  enums: readonly string[],
  more: readonly string[],
): Iterable<UncheckedWord> {
  const { release } = file;
  const word = atom.text.slice(span.start, span.end);
  if (OTHERWISE.test(word)) return;
  const key = `${release} ${what} ${enums.join()} ${word}`;
  let near = NEAR.get(key);
  if (!near) {
    near = nearWords(word, enums, more, release);
    if (NEAR.size >= MOST) NEAR.clear();
    NEAR.set(key, near);
  }
  if (near.length > 0) yield { what, word, place: file.place(atom, span), near };
}

/** What words are like, so many at the most: files say the same again and again. */
const NEAR = new Map<string, readonly string[]>();
const MOST = 1000;

function nearWords(
  word: string,
  enums: readonly string[],
  more: readonly string[],
  release: Release,
): readonly string[] {
  const members = enums.flatMap((name) => enumMembers(name, release)).map(({ value }) => value);
  const words = [...new Set([...members, ...more])];
  if (words.includes(word) || enums.some((name) => matchMember(name, word, release))) return [];
  return nearestNames(word, words, 2);
}

function fits(file: FileContext, name: string): boolean {
  return findEnum(name)?.guests?.includes(file.guestType) ?? true;
}
