import { dequote, offsetInToken } from '../syntax/dequote';
import type { Span } from '../syntax/span';

/** What stands between the quotes of a string, closed or not: its text as xl reads it, and where each character stands. */
export class StringContent {
  /** The value: escapes resolved, as far as they can be. */
  readonly text: string;
  readonly #token: string;
  readonly #escaped: boolean;

  /** @param span what is between the quotes, in the file */
  constructor(
    file: string,
    readonly quote: string,
    readonly span: Span,
  ) {
    this.#token = `${quote}${file.slice(span.start, span.end)}${quote}`;
    const { text, error } = dequote(this.#token);
    // Where an escape is wrong xl reads nothing at all: the characters stand for themselves.
    this.#escaped = error === undefined && this.#token.includes('\\');
    this.text = this.#escaped ? text : this.#token.slice(1, -1);
  }

  /** Where character `index` of the text stands in the file. */
  offset(index: number): number {
    if (!this.#escaped) return this.span.start + Math.min(index, this.text.length);
    return this.span.start + offsetInToken(this.#token, index) - 1;
  }

  /** The character of the text that stands at an offset of the file, or the next one. */
  index(offset: number): number {
    if (!this.#escaped) return Math.max(0, Math.min(offset - this.span.start, this.text.length));
    let low = 0;
    let high = this.text.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.offset(middle) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The span in the file of a span of the text. */
  place(part: Span): Span {
    return { start: this.offset(part.start), end: this.offset(part.end) };
  }
}
