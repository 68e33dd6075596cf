import { findKey, type KeyRow, keyAt } from '../schema';
import type { Span } from '../syntax/span';
import { type Atom, atomSpan, type Setting, type Tree, type Value } from '../syntax/tree';
import type { Analysis } from './analysis';
import { settingsWithin } from './setting-at';

/** A text in the file that is written in a mini-language. */
export interface SpecString {
  readonly setting: Setting;
  readonly row: KeyRow;
  readonly language: string;
  readonly atom: Atom;
}

/** Every spec in the settings that touch a span (the whole text without one), in the order of the text. */
export function* specStrings(analysis: Analysis, within?: Span): Generator<SpecString> {
  const { settings } = analysis.tree;
  for (const setting of within ? settingsWithin(settings, within) : settings) {
    const spoken = languageIn(analysis, setting);
    if (!spoken) continue;
    for (const atom of atomsOf(setting.value)) {
      if (!within || touches(atom, within)) yield { setting, ...spoken, atom };
    }
  }
}

/** The mini-language of a setting's strings, and its key; undefined for plain values. */
export function languageIn(
  { release, configFile }: Analysis,
  { name, value }: Setting,
): { row: KeyRow; language: string } | undefined {
  const found = findKey(name, configFile);
  if (!found) return undefined;
  const row = keyAt(found, release);
  const language = languageOf(row, value.kind === 'list');
  return language === undefined ? undefined : { row, language };
}

/** True for an atom of which a part is within a span, or that it touches. */
export function touches({ span: { start, end } }: Atom, within: Span): boolean {
  return end >= within.start && start <= within.end;
}

/** The mini-language of a key's strings: those in a list, or the one that is the whole value. */
export function languageOf(row: KeyRow, listed: boolean): string | undefined {
  if (listed) return row.listLanguage ?? row.language;
  return row.type === 'spec' ? row.language : undefined;
}

/** The strings and numbers of a value, whatever lists they stand in. */
export function atomsOf(value: Value): readonly Atom[] {
  if (value.kind !== 'list') return [value];
  // a list of a thousand devices holds no lists
  return value.items.some(({ kind }) => kind === 'list') ? value.items.flatMap(atomsOf) : (value.items as Atom[]);
}

/** Tells where a part of an atom's value stands in the file; quick for the many values without escapes. */
export function placesIn(tree: Tree, atom: Atom): (part: Span) => Span {
  const from = plainStart(atom);
  if (from < 0) return (part) => atomSpan(tree, atom, part);
  return (part) => ({ start: from + part.start, end: from + part.end });
}

/** Where the value of an atom without escapes begins in the file; -1 for one with escapes. */
export function plainStart({ kind, span: { start, end }, text }: Atom): number {
  const quotes = kind === 'string' ? 1 : 0;
  return end - start - 2 * quotes === text.length ? start + quotes : -1;
}
