import type { Span } from '../../syntax/span';
import { readString } from './strings';
import type { SxpList, SxpNode, SxpProblem, SxpTree } from './tree';

/**
 * Reads a text as xend 4.4 does (sxp.py). Never fails: where xend stops, what follows is read as it was most likely
 * meant, a list without its end up to the line that is indented no deeper, a string without its end up to the end of
 * its line. Work grows with the length of the text, not with the depth of its lists.
 */
export function parseSxp(text: string): SxpTree {
  const tree = new SxpParser(text, 'exactly').parse();
  const has = ({ problems }: SxpTree, kind: SxpProblem['kind']) => problems.some((problem) => problem.kind === kind);
  const count = ({ problems }: SxpTree, kind: SxpProblem['kind']) => problems.filter((one) => one.kind === kind).length;
  if (has(tree, 'unclosed-string')) {
    const byLine = new SxpParser(text, 'strings by line').parse();
    if (count(byLine, 'unclosed-string') === 1 && !has(byLine, 'surplus-close')) return byLine;
  } else if (has(tree, 'unclosed-list')) {
    const byIndent = new SxpParser(text, 'lists by indentation').parse();
    if (!has(byIndent, 'surplus-close')) return byIndent;
  }
  return tree;
}

/** How the ends are found of what has none. */
type Recovery = 'exactly' | 'strings by line' | 'lists by indentation';

/** A list whose end was not found yet. */
interface OpenList {
  readonly start: number;
  /** Its column when it is the first in its line. */
  readonly column: number | undefined;
  readonly items: SxpNode[];
}

/** Blanks as xend knows them, and everything else up to what ends an atom. */
const SPACE = /[ \t\n\v\f\r]*/y;
const ATOM = /[^ \t\n\v\f\r#(){}<>[\];]*/y;

/** Ends the text where it stands outside all lists. */
const END_OF_TEXT = '\x04';

class SxpParser {
  readonly #text: string;
  readonly #recovery: Recovery;
  readonly #forms: SxpNode[] = [];
  readonly #comments: Span[] = [];
  readonly #problems: SxpProblem[] = [];
  readonly #open: OpenList[] = [];
  #at = 0;
  /** Offset of the line's start while nothing but blanks stood in it; undefined behind something else. */
  #lineStart: number | undefined = 0;
  /** Where the line ends that was last asked about. */
  #lineEnd = -1;
  /** True when the last string was not closed. */
  #endsInString = false;

  constructor(text: string, recovery: Recovery) {
    this.#text = text;
    this.#recovery = recovery;
  }

  parse(): SxpTree {
    const text = this.#text;
    while (this.#skipSpace() < text.length) {
      const c = text[this.#at]!;
      if (c === END_OF_TEXT && this.#open.length === 0) {
        this.#comments.push({ start: this.#at, end: text.length });
        break;
      }
      if (c === '#') this.#comment();
      else if (c === '(') this.#openList();
      else if (c === ')') this.#closeList();
      else if (c === '"' || c === "'") this.#string();
      else this.#atom();
      this.#lineStart = undefined;
    }
    const end = this.#open.length > 0 ? this.#contentEnd() : 0;
    while (this.#open.length > 0) this.#giveUp(end);
    this.#problems.sort((a, b) => a.span.start - b.span.start);
    return { text, forms: this.#forms, comments: this.#comments, problems: this.#problems };
  }

  #skipSpace(): number {
    SPACE.lastIndex = this.#at;
    SPACE.test(this.#text);
    const end = SPACE.lastIndex;
    for (let i = end - 1; i >= this.#at; i--) {
      if (this.#text[i] !== '\n') continue;
      this.#lineStart = i + 1;
      break;
    }
    this.#at = end;
    return end;
  }

  #comment(): void {
    const newline = this.#text.indexOf('\n', this.#at);
    let end = newline < 0 ? this.#text.length : newline;
    if (newline > 0 && this.#text[newline - 1] === '\r') end--;
    this.#comments.push({ start: this.#at, end });
    this.#at = end;
  }

  #openList(): void {
    const column = this.#lineStart === undefined ? undefined : this.#at - this.#lineStart;
    if (this.#recovery === 'lists by indentation' && column !== undefined) {
      for (let top = this.#open.at(-1); top?.column !== undefined && column <= top.column; top = this.#open.at(-1)) {
        this.#giveUp(this.#contentEnd());
      }
    }
    this.#open.push({ start: this.#at++, column, items: [] });
  }

  #closeList(): void {
    const list = this.#open.pop();
    const end = ++this.#at;
    if (list) this.#add({ kind: 'list', span: { start: list.start, end }, items: list.items });
    else this.#problems.push({ kind: 'surplus-close', span: { start: end - 1, end } });
  }

  /** Ends the innermost open list, which has no closing parenthesis. */
  #giveUp(end: number): void {
    const { start, items } = this.#open.pop()!;
    // what lies behind an open string is no list's fault
    if (this.#recovery !== 'exactly' || !this.#endsInString) {
      this.#problems.push({ kind: 'unclosed-list', span: { start, end: start + 1 } });
    }
    const list: SxpList = { kind: 'list', span: { start, end }, items };
    this.#add(list);
  }

  /** Where the innermost open list ends when it ends here: behind what it holds. */
  #contentEnd(): number {
    const { start, items } = this.#open.at(-1)!;
    return items.at(-1)?.span.end ?? start + 1;
  }

  #string(): void {
    const start = this.#at;
    const limit = this.#recovery === 'strings by line' ? this.#lineLimit(start) : this.#text.length;
    const { text, end, problems } = readString(this.#text, start, limit);
    this.#problems.push(...problems);
    this.#endsInString = problems.at(-1)?.kind === 'unclosed-string';
    this.#add({ kind: 'text', span: { start, end }, text, quoted: true });
    this.#at = end;
  }

  /** The end of the line; before the parentheses there when the quote does not come again in the line. */
  #lineLimit(start: number): number {
    if (start >= this.#lineEnd) {
      const newline = this.#text.indexOf('\n', start);
      this.#lineEnd = newline < 0 ? this.#text.length : newline;
    }
    const end = this.#lineEnd;
    let at = start + 1;
    while (at < end && this.#text[at] !== this.#text[start]) at += this.#text[at] === '\\' ? 2 : 1;
    if (at < end) return end;
    let limit = end;
    while (limit > start + 1 && /[)\s]/.test(this.#text[limit - 1]!)) limit--;
    return limit;
  }

  #atom(): void {
    const start = this.#at;
    ATOM.lastIndex = start + 1;
    ATOM.test(this.#text);
    const end = ATOM.lastIndex;
    const text = this.#text.slice(start, end);
    const first = text.codePointAt(0)!;
    if (first < 0x20 || first >= 0x7f) {
      const length = first > 0xffff ? 2 : 1;
      this.#problems.push({ kind: 'bad-character', span: { start, end: start + length } });
    }
    this.#add({ kind: 'text', span: { start, end }, text, quoted: false });
    this.#at = end;
  }

  #add(node: SxpNode): void {
    (this.#open.at(-1)?.items ?? this.#forms).push(node);
  }
}
