import { findKey, type KeyRow, keyAt } from '../schema';
import type { Release } from '../syntax/release';
import type { Span } from '../syntax/span';
import type { Atom, Setting, Value } from '../syntax/tree';
import type { Analysis } from './analysis';
import { settingsWithin } from './setting-at';
import { parseSpec } from './spec-parsers';
import { optionOf } from './spec-parts';

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

/** The options that a parser finds in a spec, with their values; a flag has an empty value. The first one counts. */
export function optionValues(language: string, text: string, release: Release): Map<string, string> {
  const values = new Map<string, string>();
  for (const part of parseSpec(language, text, release)?.parts ?? []) {
    const name = optionOf(part);
    const written = text.slice(part.span.start, part.span.end);
    if (part.role === 'value' ? !values.get(name) : !values.has(name)) {
      values.set(name, part.role === 'name' || part.role === 'flag' ? '' : written);
    }
  }
  return values;
}
