import { Token } from '../syntax/scanner';
import type { Edit } from '../syntax/span';
import type { Tokens } from '../syntax/tokens';
import type { List, Setting } from '../syntax/tree';
import type { Analysis } from './analysis';

/**
 * The blanks and line ends between the tokens of a setting's value, as they should be. A list that has a line end of its
 * own gets an entry a line and its closing bracket on the last; any other keeps to its line. Lists whose commas begin
 * lines are somebody's style, and stay.
 */
export function valueGaps({ tree: { tokens } }: Analysis, setting: Setting, base: string, unit: string): Edit[] {
  if (setting.value.kind !== 'list') return [];
  const first = tokens.indexAt(setting.value.span.start);
  const last = tokens.indexAt(setting.value.span.end - 1);
  if (hasLeadingComma(tokens, first, last)) return [];
  return new Layout(tokens, base, unit).run(first, last, setting.value);
}

function hasLeadingComma(tokens: Tokens, first: number, last: number): boolean {
  for (let i = first + 1; i < last; i++) {
    if (tokens.kind(i) === Token.Comma && tokens.kind(i - 1) === Token.Newline) return true;
  }
  return false;
}

interface OpenList {
  /** On several lines. */
  readonly broken: boolean;
  /** One blank within its brackets. */
  readonly padded: boolean;
}

class Layout {
  readonly #lists: OpenList[] = [];
  readonly #edits: Edit[] = [];

  constructor(
    readonly tokens: Tokens,
    readonly base: string,
    readonly unit: string,
  ) {}

  run(first: number, last: number, value: List): Edit[] {
    if (value.span.end !== this.tokens.end(last)) return [];
    const broken = brokenLists(this.tokens, first, last);
    for (let i = first; i < last; i++) {
      const kind = this.tokens.kind(i);
      if (kind === Token.Open) this.#lists.push({ broken: broken.has(i), padded: this.#isPadded(i) });
      else if (kind === Token.Close) this.#lists.pop();
      const gap = this.#gap(i, kind, this.tokens.kind(i + 1));
      const span = { start: this.tokens.end(i), end: this.tokens.start(i + 1) };
      if (gap !== this.tokens.text.slice(span.start, span.end)) this.#edits.push({ span, newText: gap });
    }
    return this.#edits;
  }

  /** Blanks behind the bracket tell; in an empty list they do, too. */
  #isPadded(open: number): boolean {
    return this.tokens.start(open + 1) > this.tokens.end(open);
  }

  /** What is to stand between two tokens. */
  #gap(index: number, before: Token, after: Token): string {
    const list = this.#lists.at(-1);
    if (!list) return '';
    const { tokens } = this;
    if (after === Token.Newline) {
      const comment = tokens.comment(index + 1);
      if (!comment) return '';
      const blanks = tokens.text.slice(tokens.end(index), comment.start);
      // a comment at the start of its line is an entry that somebody took out
      if (before === Token.Newline) return blanks === '' ? '' : this.#indent(0);
      return blanks || ' ';
    }
    if (after === Token.Comma) return '';
    if (before === Token.Newline) return this.#indent(after === Token.Close ? 1 : 0);
    if (list.broken) {
      const ends = before === Token.Open || before === Token.Comma || after === Token.Close;
      return ends ? `\n${this.#indent(after === Token.Close ? 1 : 0)}` : '';
    }
    if (before === Token.Comma) return after === Token.Close ? (list.padded ? ' ' : '') : ' ';
    if (before === Token.Open && after === Token.Close) return list.padded ? ' ' : '';
    return before === Token.Open || after === Token.Close ? (list.padded ? ' ' : '') : ' ';
  }

  /** The indentation of an entry of the innermost list on several lines; `less` levels of those less. */
  #indent(less: number): string {
    const levels = this.#lists.filter(({ broken }) => broken).length;
    return this.base + this.unit.repeat(Math.max(0, levels - less));
  }
}

/** The opening brackets of the lists in which a line ends, not counting lists within them. */
function brokenLists(tokens: Tokens, first: number, last: number): Set<number> {
  const broken = new Set<number>();
  const open: number[] = [];
  for (let i = first; i <= last; i++) {
    const kind = tokens.kind(i);
    if (kind === Token.Open) open.push(i);
    else if (kind === Token.Close) open.pop();
    else if (kind === Token.Newline && open.length > 0) broken.add(open.at(-1)!);
  }
  return broken;
}
