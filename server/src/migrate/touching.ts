import type { Span } from '../syntax/span';

/**
 * The places that share a character with a span or hold its start, their ends included. The places stand in the order
 * of the text and do not overlap.
 */
export function touching<Place extends { readonly span: Span }>(places: readonly Place[], span: Span): Place[] {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]!.span.end < span.start) low = middle + 1;
    else high = middle;
  }
  const found: Place[] = [];
  for (let i = low; i < places.length; i++) {
    const { start } = places[i]!.span;
    if (start >= span.end && start > span.start) break;
    found.push(places[i]!);
  }
  return found;
}
