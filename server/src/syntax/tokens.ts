import { Scanner, Token } from './scanner';
import type { Span } from './span';

/**
 * All tokens of a text in order, for the lossless tree: what lies between two tokens is blanks, so that the tokens and
 * the gaps between them are the whole text (one stray byte at the very end, which the library passes over, is a gap
 * too). Unlike the library, a comment on an unended last line is one Newline token,
 * and a string that is not closed is one Stray token up to the end of its line.
 */
export class Tokens {
  readonly #kinds: Token[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  constructor(
    readonly text: string,
    dots: boolean,
    append: boolean,
  ) {
    const scanner = new Scanner(text, dots, append);
    for (;;) {
      let token = scanner.next();
      if (token === Token.Stray) {
        if (scanner.strayAtEnd && text[scanner.start] !== '#') continue;
        const first = text[scanner.start];
        if (first === '#') {
          scanner.end = text.length;
          token = Token.Newline;
        } else if (first === '"' || first === "'") {
          const newline = text.indexOf('\n', scanner.start);
          scanner.end = newline < 0 ? text.length : newline;
        } else if (scanner.strayNewline || /[ \t]$/.test(text.slice(scanner.end - 1, scanner.end))) {
          scanner.end--;
        }
      }
      this.#kinds.push(token);
      this.#starts.push(scanner.start);
      this.#ends.push(scanner.end);
      if (token === Token.End) return;
    }
  }

  /** Number of tokens; the last one is End. */
  get count(): number {
    return this.#kinds.length;
  }

  kind(index: number): Token {
    return this.#kinds[index] ?? Token.End;
  }

  start(index: number): number {
    return this.#starts[index] ?? this.text.length;
  }

  end(index: number): number {
    return this.#ends[index] ?? this.text.length;
  }

  span(index: number): Span {
    return { start: this.start(index), end: this.end(index) };
  }

  textOf(index: number): string {
    return this.text.slice(this.start(index), this.end(index));
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
    let high = this.#kinds.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#ends[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
