import { offsetInToken } from './dequote';
import type { Mark } from './mark';
import type { ParseError } from './parse-error';
import { TreeParser } from './parser';
import { type PlainValue, readSettings } from './reading';
import { NEWEST_RELEASE, type Release } from './release';
import { DEEP } from './sound-setting';
import type { Span } from './span';
import { Tokens } from './tokens';
import { mixedAppends, tooDeep } from './whole-text-errors';

/** A string or number of an xl text. */
export interface Atom {
  readonly kind: 'string' | 'number';
  readonly span: Span;
  /** The value: escapes resolved; numbers as written. */
  readonly text: string;
}

/** A list of an xl text; `span` ends at the closing bracket, or where the list was given up. */
export interface List {
  readonly kind: 'list';
  readonly span: Span;
  readonly items: readonly Value[];
  /** One of the items, without making the others. */
  item(index: number): Value | undefined;
}

export type Value = Atom | List;

/** One `name = value` statement of an xl text. */
export interface Setting {
  readonly name: string;
  readonly nameSpan: Span;
  readonly op: '=' | '+=';
  readonly opSpan: Span;
  /** True when the value is a list: tells it without making the value. */
  readonly isList: boolean;
  /** The texts in the value as libxlutil keeps them, where the next version of a text has them from the one before. */
  readonly plain?: PlainValue | undefined;
  readonly value: Value;
  /** From the name to the end of the value. */
  readonly span: Span;
  /** What stands for it from version to version of a text; absent where it is read anew each time. */
  readonly mark?: Mark;
  /** True when there is an error in or right behind it, so that its value is not to be relied on. */
  readonly broken: boolean;
}

/** The lossless tree of a text: every token, every setting that can be made out, every error at its cause. */
export interface Tree {
  readonly text: string;
  readonly tokens: Tokens;
  readonly settings: readonly Setting[];
  readonly errors: readonly ParseError[];
}

/**
 * Parses an xl text for people: never fails, recovers at the next line or list item, and reports each mistake once.
 * Where libxlutil accepts the text there are no errors, and the settings are the library's.
 */
export function parse(text: string, release: Release = NEWEST_RELEASE): Tree {
  const tokens = Tokens.of(text, release);
  const parser = new TreeParser(tokens);
  // a NUL may stand in a string that looks sound otherwise
  parser.parse(!text.includes('\0'));
  const { settings, errors } = parser;
  if (parser.appends) {
    const mixed = mixedAppends(settings);
    for (const error of mixed) errors.push(error);
    if (mixed.length > 0) errors.sort((a, b) => a.span.start - b.span.start);
  }
  // only the library's own parser knows how deep is too deep
  if (errors.length === 0 && parser.deepest > DEEP && !readSettings(text, { release }).ok) {
    errors.push(tooDeep(settings));
  }
  return { text, tokens, settings, errors };
}

/**
 * Where a character of an atom's value stands in the text: the offset of character `index` of `atom.text`.
 * An index past the value's end gives the place behind its last character.
 */
export function atomOffset(tree: Tree, atom: Atom, index: number): number {
  if (atom.kind === 'number') return atom.span.start + index;
  const raw = tree.text.slice(atom.span.start, atom.span.end);
  if (!raw.includes('\\')) return atom.span.start + 1 + index;
  return atom.span.start + offsetInToken(raw, index);
}

/** The span in the text of characters `from` to `to` of an atom's value. */
export function atomSpan(tree: Tree, atom: Atom, part: Span): Span {
  return { start: atomOffset(tree, atom, part.start), end: atomOffset(tree, atom, part.end) };
}
