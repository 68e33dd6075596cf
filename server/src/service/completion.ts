import { findKey, keyAt, shapeOf } from '../schema';
import type { Edit } from '../syntax/span';
import type { Analysis } from './analysis';
import { type Place, placeAt } from './context-at';
import { guestTypeOf } from './guest-type';
import { keyOffers, keyRank } from './key-completion';
import { valueCompletions } from './value-completion';

/** Something that may be typed at a place. */
export interface Completion {
  readonly label: string;
  readonly kind: 'key' | 'value' | 'option' | 'snippet';
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** What typing it comes to; the new text is a snippet when `snippet` is set. */
  readonly edit: Edit;
  readonly snippet?: boolean;
  readonly deprecated?: boolean;
  readonly sortText?: string;
}

/**
 * What may be typed at an offset of a text, however unfinished: keys of the chosen release that the file does not set
 * yet, values, and what specs hold. Those that fit best sort first, those that something else replaces last.
 */
export function completions(analysis: Analysis, offset: number): Completion[] {
  const place = placeAt(analysis, offset);
  if (place.kind === 'key') return keys(analysis, place);
  if (place.kind === 'none') return [];
  const row = findKey(place.key);
  if (!row) return [];
  const then = keyAt(row, analysis.release);
  return valueCompletions(analysis, place, { row: then, shape: shapeOf(then), guest: guestTypeOf(analysis), offset });
}

function keys(analysis: Analysis, place: Place & { kind: 'key' }): Completion[] {
  const present = new Set<string>();
  for (const { name, nameSpan } of analysis.tree.settings) if (nameSpan.start !== place.span.start) present.add(name);
  const guest = guestTypeOf(analysis);
  return keyOffers(analysis.release)
    .filter(({ row }) => !present.has(row.name))
    .map((offer) => ({
      label: offer.row.name,
      kind: 'key' as const,
      detail: offer.detail,
      documentation: offer.documentation,
      edit: { span: place.span, newText: place.assigned ? offer.row.name : offer.setting },
      ...(place.assigned ? {} : { snippet: true }),
      ...(offer.deprecated ? { deprecated: true } : {}),
      sortText: `${keyRank(offer, guest)}${offer.row.name}`,
    }));
}
