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
  const { tree, release, configFile } = analysis;
  for (const setting of within ? settingsWithin(tree.settings, within) : tree.settings) {
    const found = findKey(setting.name, configFile);
    if (!found) continue;
    const row = keyAt(found, release);
    const listed = setting.value.kind === 'list';
    const language = languageOf(row, listed);
    if (language === undefined) continue;
    for (const atom of atomsOf(setting.value)) {
      if (!within || (atom.span.end >= within.start && atom.span.start <= within.end)) {
        yield { setting, row, language, atom };
      }
    }
  }
}

/** The mini-language of a key's strings: those in a list, or the one that is the whole value. */
export function languageOf(row: KeyRow, listed: boolean): string | undefined {
  if (listed) return row.listLanguage ?? row.language;
  return row.type === 'spec' ? row.language : undefined;
}

/** The strings and numbers of a value, whatever lists they stand in. */
export function atomsOf(value: Value): readonly Atom[] {
  return value.kind === 'list' ? value.items.flatMap(atomsOf) : [value];
}

/** Tells where a part of an atom's value stands in the file; quick for the many values without escapes. */
export function placesIn(tree: Tree, atom: Atom): (part: Span) => Span {
  const quotes = atom.kind === 'string' ? 1 : 0;
  const { start, end } = atom.span;
  if (end - start - 2 * quotes !== atom.text.length) return (part) => atomSpan(tree, atom, part);
  return (part) => ({ start: start + quotes + part.start, end: start + quotes + part.end });
}
