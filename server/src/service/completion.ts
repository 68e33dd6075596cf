import { findKey, keyAt, shapeOf } from '../schema';
import type { Edit } from '../syntax/span';
import type { ReadFile } from './analysis';
import { template } from './candidate';
import { type Place, placeAt } from './context-at';
import { Fresh } from './fresh';
import { guestSnippets } from './guest-snippets';
import { guestTypeOf } from './guest-type';
import { keyOffers, keyRank } from './key-completion';
import { pathCompletions } from './path-completion';
import type { Surroundings } from './surroundings';
import { valueCompletions } from './value-completion';

/** Something that may be typed at a place. */
export interface Completion {
  readonly label: string;
  readonly kind: 'key' | 'value' | 'option' | 'snippet' | 'file' | 'folder';
  readonly detail?: string;
  /** Markdown, made when somebody wants to read it. */
  readonly documentation?: () => string;
  /** What typing it comes to; the new text is a snippet when `snippet` is set. */
  readonly edit: Edit;
  readonly snippet?: boolean;
  readonly deprecated?: boolean;
  readonly sortText?: string;
}

/**
 * What may be typed at an offset of a text, however unfinished: keys of the chosen release that the file does not set
 * yet, values, and what specs hold; what nobody has yet and what others have, as far as the surroundings tell. Those that fit best sort first, those that something else replaces last.
 */
export function completions(file: ReadFile, offset: number, surroundings: Surroundings = {}): Completion[] {
  const place = placeAt(file, offset);
  const fresh = new Fresh(file, surroundings);
  if (place.kind === 'key') return [...guests(file, place, fresh), ...keys(file, place)];
  if (place.kind === 'none') return [];
  const row = findKey(place.key, file.configFile);
  if (!row) return [];
  const then = keyAt(row, file.release);
  const of = { row: then, shape: shapeOf(then), guest: guestTypeOf(file), offset, fresh };
  const paths = surroundings.folder ? pathCompletions(file, offset, surroundings.folder) : [];
  const known = new Set(paths.map(({ label }) => label));
  return [...paths, ...valueCompletions(file, place, of).filter(({ label }) => !known.has(label))];
}

/** Whole guests, in a file that holds no setting yet. */
function guests(file: ReadFile, place: Place & { kind: 'key' }, fresh: Fresh): Completion[] {
  if (file.tree.settings.length > 0 || file.isProgram) return [];
  return guestSnippets(file.release).map(({ label, detail, template: text }, i) => ({
    label,
    kind: 'snippet' as const,
    detail,
    documentation: () => `\`\`\`xen-cfg\n${text.replace(/<([^<>|]*)[^<>]*>/g, '$1')}\`\`\``,
    edit: { span: place.span, newText: template(fresh.filledIn(text, [])) },
    snippet: true,
    sortText: `0${i}`,
  }));
}

function keys(file: ReadFile, place: Place & { kind: 'key' }): Completion[] {
  const present = new Set<string>();
  for (const { name, nameSpan } of file.tree.settings) if (nameSpan.start !== place.span.start) present.add(name);
  const guest = guestTypeOf(file);
  return keyOffers(file.release, file.configFile)
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
