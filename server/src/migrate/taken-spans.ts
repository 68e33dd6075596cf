import type { Span } from '../syntax/span';

/** The parts of a text that edits of one round have taken, so that the next edit can be seen to touch none of them. */
export class TakenSpans {
  readonly #spans: Span[] = [];

  /**
   * True when the span shares a character with a taken one. An empty span, an insertion, also touches what it borders
   * on, and so does a taken one: which of two texts would come first is not said anywhere.
   */
  touches(span: Span): boolean {
    const at = this.#indexBefore(span.start);
    for (let i = Math.max(0, at - 1); i < this.#spans.length; i++) {
      const other = this.#spans[i]!;
      if (other.start > span.end) return false;
      const empty = span.start === span.end || other.start === other.end;
      if (empty ? other.end >= span.start : other.end > span.start && other.start < span.end) return true;
    }
    return false;
  }

  add(span: Span): void {
    this.#spans.splice(this.#indexBefore(span.start), 0, span);
  }

  /** Number of taken spans that start before an offset. */
  #indexBefore(offset: number): number {
    let low = 0;
    let high = this.#spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#spans[middle]!.start < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
