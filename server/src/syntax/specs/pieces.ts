import type { Span } from '../span';

/** A stretch of a spec, in bytes. */
export type Piece = Span;

/** The pieces between separators, as C's strtok gives them: empty ones do not count. */
export function* pieces(bytes: string, separator: string, within: Piece): Generator<Piece> {
  let start = within.start;
  while (start < within.end) {
    const found = bytes.indexOf(separator, start);
    const end = found < 0 || found > within.end ? within.end : found;
    if (end > start) yield { start, end };
    start = end + 1;
  }
}

const SPACE = /[ \t\n\v\f\r]/;

/** The piece without the blanks (C's isspace) at its ends. */
export function trimmed(bytes: string, at: Piece): Piece {
  let { start, end } = at;
  while (start < end && SPACE.test(bytes[start]!)) start++;
  while (end > start && SPACE.test(bytes[end - 1]!)) end--;
  return { start, end };
}

/**
 * Splits NAME=VALUE, or with another separator, as xl's split_string_into_pair; undefined when xl gives it up. Before 4.18 the
 * pair was the first two pieces that are not empty, whatever followed; since then the first separator counts, and the value
 * must not be empty.
 */
export function pair(bytes: string, at: Piece, separator: string, release: number): [Piece, Piece] | undefined {
  if (release < 418) {
    const [first, second] = pieces(bytes, separator, at);
    return first && second && [first, second];
  }
  const found = bytes.indexOf(separator, at.start);
  if (found < 0 || found + 1 >= at.end) return undefined;
  return [
    { start: at.start, end: found },
    { start: found + 1, end: at.end },
  ];
}
