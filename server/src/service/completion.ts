import { findKey, type KeyRow, keySummary, keysFor, keyValues, meantFor, shapeOf } from '../schema';
import type { Edit } from '../syntax/span';
import type { Analysis } from './analysis';
import { type Place, placeAt } from './context-at';
import { keyMarkdown, typeLine } from './key-text';

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

/** What may be typed at an offset: keys of the chosen release that the file does not set yet, or the words of a value. */
export function completions(analysis: Analysis, offset: number): Completion[] {
  const place = placeAt(analysis, offset);
  if (place.kind === 'key') return keys(analysis, place);
  if (place.kind === 'value') return values(analysis, place);
  return [];
}

function keys(analysis: Analysis, place: Place & { kind: 'key' }): Completion[] {
  const present = new Set(
    analysis.tree.settings.filter(({ nameSpan }) => nameSpan.start !== place.span.start).map(({ name }) => name),
  );
  const guest = guestType(analysis);
  return keysFor(analysis.release)
    .filter((row) => !present.has(row.name))
    .map((row) => {
      const summary = keySummary(row, analysis.release);
      const deprecated = summary.deprecatedSince !== undefined;
      const fits = meantFor(row).includes(guest);
      return {
        label: row.name,
        kind: 'key' as const,
        detail: typeLine(summary.type, summary.shape, summary.unit),
        documentation: keyMarkdown(summary, analysis.release),
        edit: { span: place.span, newText: place.assigned ? row.name : `${row.name} = ${valueSnippet(row)}` },
        ...(place.assigned ? {} : { snippet: true }),
        ...(deprecated ? { deprecated } : {}),
        sortText: `${deprecated ? 3 : fits ? 1 : 2}${row.name}`,
      };
    });
}

/** What stands behind the = of a new setting, with the cursor where the value goes. */
function valueSnippet(row: KeyRow): string {
  const number = row.type === 'integer' || row.type === 'boolean' || row.type === 'boolean-or-enum';
  const item = number ? '$0' : '"$0"';
  switch (shapeOf(row)) {
    case 'list':
      return `[ ${item} ]`;
    case 'nested':
      return `[ [ ${item} ] ]`;
    default:
      return item;
  }
}

function values(analysis: Analysis, place: Place & { kind: 'value' }): Completion[] {
  const row = findKey(place.key);
  if (!row) return [];
  const words = keyValues(row, analysis.release).map((member) => ({
    label: member.value,
    note: member.text ?? member.note,
  }));
  for (const label of row.suggested ?? []) words.push({ label, note: undefined });
  if (row.type === 'boolean' || row.type === 'boolean-or-enum') {
    words.unshift({ label: '1', note: 'yes' }, { label: '0', note: 'no' });
  }
  return words.map(({ label, note }, i) => ({
    label,
    kind: 'value' as const,
    ...(note ? { documentation: note } : {}),
    edit: { span: place.span, newText: place.quoted || /^\d+$/.test(label) ? label : `"${label}"` },
    sortText: String(i).padStart(3, '0'),
  }));
}

function guestType(analysis: Analysis): 'pv' | 'hvm' | 'pvh' {
  const type = analysis.tree.settings.findLast(({ name }) => name === 'type' || name === 'builder')?.value;
  const word = type && type.kind !== 'list' ? type.text : 'pv';
  return word === 'hvm' || word === 'pvh' ? word : 'pv';
}
