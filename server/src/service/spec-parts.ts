import { findCpuidFlag, findLanguage, findOption } from '../schema';
import { parseSpec } from '../schema/spec-parsers';
import type { Release } from '../syntax/release';
import type { Span } from '../syntax/span';
import type { Part, SpecError } from '../syntax/specs';

/** A spec cut up for people: as its parser reads it, and where the parser gives up, at the language's separators. */
export interface SpecParts {
  readonly text: string;
  readonly language: string;
  readonly parts: readonly Part[];
  readonly errors: readonly SpecError[];
}

/** Languages in which each letter is a word. */
export const LETTERS: ReadonlySet<string> = new Set(['boot']);

/** Cuts a spec into parts that lie in order and do not overlap; there is one wherever an option may be typed. Never throws. */
export function specParts(language: string, text: string, release: Release): SpecParts {
  if (LETTERS.has(language)) {
    const parts = Array.from(text, (_, i): Part => ({ role: 'item', span: { start: i, end: i + 1 } }));
    return { text, language, parts, errors: [] };
  }
  const read = parseSpec(language, text, release);
  const row = findLanguage(language);
  const splitter = new Splitter(language, text, row?.separator, row?.assign);
  const known = (read?.parts ?? []).flatMap((part) => (part.role === 'unknown' ? splitter.split(part.span) : [part]));
  return { text, language, parts: merged(known, splitter), errors: read?.errors ?? [] };
}

/** The parser's parts, and those that it has not: of pieces that it never came to, or took for something else. */
function merged(known: readonly Part[], splitter: Splitter): Part[] {
  const { text } = splitter;
  const parts: Part[] = [];
  let next = 0;
  for (const piece of splitter.pieces({ start: 0, end: text.length })) {
    const from = next;
    while (next < known.length && known[next]!.span.start <= piece.end) next++;
    const within = known.slice(from, next);
    const reaching = parts.at(-1)?.span.end ?? -1;
    const last = within.at(-1);
    if (!last && reaching >= piece.start && reaching >= piece.end) continue;
    // nearly every piece is one that its parser knows by its name
    if (within.some(({ role }) => role === 'name' || role === 'value')) {
      for (const part of within) parts.push(part);
      if (text.slice(last!.span.end, piece.end) === ':') parts.push(empty(piece.end));
      continue;
    }
    const own = splitter.part(piece);
    const [first] = own;
    const named = first?.role === 'name' && first.option !== undefined;
    // A value that is not typed yet may make a parser take its name for something else.
    const replaced = named && reaching < piece.start;
    parts.push(...(replaced || !last ? own : within));
    if (!replaced && last && text.slice(last.span.end, piece.end) === ':') parts.push(empty(piece.end));
  }
  return parts;
}

/** The part that an index lies in or at, the latter of two: behind the = it is the value. */
export function partAt(parts: readonly Part[], index: number): Part | undefined {
  return parts.findLast(({ span }) => span.start <= index && index <= span.end);
}

/** The stretch between two separators that an index lies in. */
export function pieceAt({ text, language }: SpecParts, index: number): Span {
  const separator = findLanguage(language)?.separator;
  if (!separator) return { start: 0, end: text.length };
  const start = index === 0 ? 0 : text.lastIndexOf(separator, index - 1) + 1;
  const found = text.indexOf(separator, index);
  return { start, end: found < 0 ? text.length : found };
}

/** The option that parts of a PCI address are. */
const ADDRESS: Readonly<Record<string, string>> = {
  domain: 'bdf',
  bus: 'bdf',
  device: 'bdf',
  function: 'bdf',
  slot: 'vslot',
};

/** What an option or flag is called that a part names or belongs to: a positional part has the name of its role. */
export function optionOf(part: Part): string {
  return part.option ?? ADDRESS[part.role] ?? part.role;
}

function empty(at: number): Part {
  return { role: 'name', span: { start: at, end: at } };
}

class Splitter {
  constructor(
    readonly language: string,
    readonly text: string,
    readonly separator: string | undefined,
    readonly assign: string | undefined,
  ) {}

  /** The stretches between separators, empty ones too. */
  *pieces(within: Span): Generator<Span> {
    let { start } = within;
    for (;;) {
      const found = this.separator === undefined ? -1 : this.text.indexOf(this.separator, start);
      if (found < 0 || found >= within.end) break;
      yield { start, end: found };
      start = found + 1;
    }
    yield { start, end: within.end };
  }

  split(within: Span): Part[] {
    return [...this.pieces(within)].flatMap((piece) => this.part(piece));
  }

  /** NAME=VALUE, a word, or the place for one. */
  part(piece: Span): Part[] {
    const { text } = this;
    const blanks = /^[ \t]*/.exec(text.slice(piece.start, piece.end))![0].length;
    const start = piece.start + blanks;
    const equals = this.assign === undefined ? -1 : text.slice(start, piece.end).indexOf(this.assign);
    if (equals < 0) return [{ role: start === piece.end ? 'name' : 'unknown', span: { start, end: piece.end } }];
    const name = text.slice(start, start + equals).trimEnd();
    const value = start + equals + 1;
    const behind = /^[ \t]*/.exec(text.slice(value, piece.end))![0].length;
    const known = findOption(this.language, name) ?? findCpuidFlag(name);
    const option = known ? { option: known.name } : {};
    return [
      { role: known ? 'name' : 'unknown', span: { start, end: start + name.length }, ...option },
      { role: known ? 'value' : 'unknown', span: { start: value + behind, end: piece.end }, ...option },
    ];
  }
}
