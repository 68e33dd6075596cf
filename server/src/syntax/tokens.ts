import type { Change } from './change';
import type { Release } from './release';
import { Scanner, Token } from './scanner';
import type { Span } from './span';

/** Numbers kept of each token: its kind (and ESCAPED), its start, its end. */
const CELLS = 3;
const ESCAPED = 0x100;

/** Room to scan short texts into, used again and again: what is kept of a text is then as large as its tokens. */
const ROOM = new Uint32Array(CELLS * 8192);
/** There is hardly a text with more tokens than a quarter of its characters. */
const CHARACTERS_PER_TOKEN = 4;

/**
 * All tokens of a text in order, for the lossless tree: what lies between two tokens is blanks, so that the tokens and
 * the gaps between them are the whole text (one stray byte at the very end, which the library passes over, is a gap
 * too). Unlike the library's, a comment on an unended last line is one Newline token, a string that is not closed is one
 * Stray token up to the end of its line, and any other Stray token ends before a comma or closing bracket.
 */
export class Tokens {
  /** Number of tokens; the last one is End. */
  readonly count: number;
  readonly #cells: Uint32Array;

  private constructor(
    readonly text: string,
    readonly release: Release,
    cells: Uint32Array,
  ) {
    this.#cells = cells;
    this.count = cells.length / CELLS;
  }

  /** Scans a text. */
  static of(text: string, release: Release): Tokens {
    return new Tokens(text, release, scan(scannerOf(text, release)));
  }

  /**
   * The tokens of a text that differs from this one in that stretch alone, scanned around it only; undefined where the
   * last line has changed, which is scanned otherwise than others.
   */
  after(text: string, change: Change): Rescan | undefined {
    if (text.indexOf('\n', change.newEnd) < 0) return undefined;
    const by = change.newEnd - change.oldEnd;
    const from = this.indexAt(change.start - 1);
    let oldTo = this.indexAt(change.oldEnd);
    if (this.start(oldTo) < change.oldEnd) oldTo++;
    const scanner = scannerOf(text, this.release);
    if (from > 0) scanner.end = this.end(from - 1);
    const middle = scan(scanner, (start) => {
      while (this.start(oldTo) + by < start) oldTo++;
      return start >= change.newEnd && this.start(oldTo) + by === start;
    });
    const newTo = from + middle.length / CELLS;
    const cells = new Uint32Array(this.#cells.length + (newTo - oldTo) * CELLS);
    cells.set(this.#cells.subarray(0, from * CELLS));
    cells.set(middle, from * CELLS);
    cells.set(this.#cells.subarray(oldTo * CELLS), newTo * CELLS);
    if (by !== 0) {
      for (let at = newTo * CELLS; at < cells.length; at += CELLS) {
        cells[at + 1] = cells[at + 1]! + by;
        cells[at + 2] = cells[at + 2]! + by;
      }
    }
    return { tokens: new Tokens(text, this.release, cells), from, oldTo, newTo };
  }

  kind(index: number): Token {
    return index < this.count ? this.#cells[index * CELLS]! & 0xff : Token.End;
  }

  start(index: number): number {
    return index < this.count ? this.#cells[index * CELLS + 1]! : this.text.length;
  }

  end(index: number): number {
    return index < this.count ? this.#cells[index * CELLS + 2]! : this.text.length;
  }

  span(index: number): Span {
    return { start: this.start(index), end: this.end(index) };
  }

  textOf(index: number): string {
    return this.text.slice(this.start(index), this.end(index));
  }

  /** True for a String token with a backslash in it. */
  escaped(index: number): boolean {
    return index < this.count && (this.#cells[index * CELLS]! & ESCAPED) !== 0;
  }

  /** The comment that a Newline token begins with, without the newline; undefined where there is none. */
  comment(index: number): Span | undefined {
    const start = this.start(index);
    if (this.kind(index) !== Token.Newline || this.text[start] !== '#') return undefined;
    const end = this.end(index);
    return { start, end: this.text[end - 1] === '\n' ? end - 1 : end };
  }

  /** Index of the token that covers or follows an offset. */
  indexAt(offset: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.end(middle) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The tokens of a text of which a part was scanned anew: those from `from` to `newTo`, in place of those to `oldTo`. */
export interface Rescan {
  readonly tokens: Tokens;
  readonly from: number;
  readonly oldTo: number;
  readonly newTo: number;
}

function scannerOf(text: string, release: Release): Scanner {
  return new Scanner(text, release >= 403, release >= 413);
}

/** Scans up to the end, or to before a token at which `isKnown` says that the rest is known. */
function scan(scanner: Scanner, isKnown?: (start: number) => boolean): Uint32Array {
  const likely = isKnown ? 0 : Math.ceil(scanner.text.length / CHARACTERS_PER_TOKEN) * CELLS;
  let cells: Uint32Array = likely <= ROOM.length ? ROOM : new Uint32Array(likely);
  let at = 0;
  for (;;) {
    let token = scanner.next();
    if (isKnown?.(scanner.start)) break;
    if (token === Token.Stray) {
      if (scanner.strayAtEnd && scanner.text[scanner.start] !== '#') continue;
      token = reshape(scanner);
    }
    if (at + CELLS > cells.length) cells = enlarged(cells);
    cells[at] = token === Token.String && scanner.escaped ? token | ESCAPED : token;
    cells[at + 1] = scanner.start;
    cells[at + 2] = scanner.end;
    at += CELLS;
    if (token === Token.End) break;
  }
  return cells === ROOM ? cells.slice(0, at) : cells.subarray(0, at);
}

/** Gives a Stray token the extent that a person would give it. */
function reshape(scanner: Scanner): Token {
  const { text, start } = scanner;
  const first = text[start];
  if (first === '#') {
    scanner.end = text.length;
    return Token.Newline;
  }
  if (first === '"' || first === "'") {
    const newline = text.indexOf('\n', start);
    scanner.end = newline < 0 ? text.length : newline;
  } else if (scanner.strayNewline || text[scanner.end - 1] === ' ' || text[scanner.end - 1] === '\t') {
    scanner.end--;
  } else {
    // the library passes over everything up to the next blank; a person sees the list go on
    const punctuation = text.slice(start + 1, scanner.end).search(/[,\]]/);
    if (punctuation >= 0) scanner.end = start + 1 + punctuation;
  }
  return Token.Stray;
}

function enlarged(cells: Uint32Array): Uint32Array {
  const larger = new Uint32Array(cells.length * 2);
  larger.set(cells);
  return larger;
}
