import type { GuestType, KeyRow, Shape } from '../schema';
import type { Edit, Span } from '../syntax/span';
import type { ReadFile } from './analysis';
import type { Candidate } from './candidate';
import type { Completion } from './completion';
import type { Fresh } from './fresh';
import { type SpecSetting, specCandidates } from './spec-candidates';
import type { ValuePlace } from './value-place';
import { keyValueCandidates } from './word-candidates';

/** The key whose value is typed, as of the release. */
export interface ValueOf {
  readonly row: KeyRow;
  readonly shape: Shape;
  readonly guest: GuestType;
  readonly offset: number;
  readonly fresh: Fresh;
}

/** How many lists stand around the strings and numbers of a value, for each shape. */
const DEPTHS: Readonly<Record<Shape, readonly number[]>> = { scalar: [0], list: [1], either: [0, 1], nested: [2] };

/** What may be typed in a value; brackets, quotes and commas that are missing around the place come along. */
export function valueCompletions(file: ReadFile, place: ValuePlace, of: ValueOf): Completion[] {
  const found = new Map<string, Completion>();
  for (const depth of DEPTHS[of.shape]) {
    if (depth < place.depth || (depth > place.depth && place.quoted)) continue;
    for (const completion of atDepth(file, place, of, depth)) {
      if (!found.has(completion.label)) found.set(completion.label, completion);
    }
  }
  return [...found.values()];
}

function atDepth(file: ReadFile, place: ValuePlace, of: ValueOf, depth: number): Completion[] {
  const { row, guest, offset, fresh } = of;
  const language = languageAt(row, depth);
  const { release } = file;
  const { quoted } = place;
  const plain = depth === 0 || language === undefined;
  const typed = plain ? [...fresh.candidates(row.type, row.name, []), ...keyValueCandidates(row, release, guest)] : [];
  const labels = new Set<string>();
  const completions: Completion[] = [];
  const add = (candidate: Candidate, edit: Edit, snippet: boolean): void => {
    if (labels.has(candidate.label)) return;
    labels.add(candidate.label);
    completions.push(toCompletion(candidate, edit, snippet));
  };
  const setting: SpecSetting = {
    key: row.name,
    language: language ?? '',
    release,
    guest,
    siblings: place.siblings,
    fresh,
  };
  if (quoted) {
    const index = quoted.index(offset);
    const specs = language === undefined ? [] : specCandidates(setting, quoted.text, index);
    for (const { candidate, span } of specs) {
      const place = quoted.place(span);
      // A cursor in the middle of an escape lies before or behind the character that it stands for.
      const around = { start: Math.min(place.start, offset), end: Math.max(place.end, offset) };
      add(candidate, { span: around, newText: candidate.insert }, candidate.snippet ?? false);
    }
    for (const candidate of typed) {
      add(candidate, { span: quoted.span, newText: candidate.insert }, candidate.snippet ?? false);
    }
    return completions;
  }
  const specs = language === undefined ? [] : specCandidates(setting, '', 0);
  const wrapper = wrapperFor(file, place, depth);
  for (const candidate of [...typed, ...specs.map((placed) => placed.candidate)]) {
    const { newText, snippet } = wrapper.wrap(candidate);
    add(candidate, { span: wrapper.span, newText }, snippet);
  }
  return completions;
}

function languageAt(row: KeyRow, depth: number): string | undefined {
  if (depth > 0) return row.listLanguage ?? row.language;
  return row.type === 'boolean' ? undefined : row.language;
}

interface Wrapper {
  readonly span: Span;
  wrap(candidate: Candidate): { newText: string; snippet: boolean };
}

/** The quotes, brackets and commas that a value needs where it is to stand. */
function wrapperFor(file: ReadFile, place: ValuePlace, depth: number): Wrapper {
  const { text } = file;
  const quote = place.siblingQuote ?? '"';
  const brackets = depth - place.depth;
  let { start } = place.word;
  const blanks = /[ \t]*$/.exec(text.slice(Math.max(0, start - 200), start))![0].length;
  const sameLine = place.commaBefore && !/[\n\r]/.test(text[start - blanks - 1] ?? '\n');
  if (sameLine) start -= blanks;
  const before = `${place.commaBefore ? ', ' : ''}${'[ '.repeat(brackets)}`;
  const after = `${' ]'.repeat(brackets)}${place.commaAfter ? ', ' : ''}`;
  const trailing = /^[ \t\r\n]/.test(text.slice(place.word.end)) ? after.trimEnd() : after;
  return {
    span: { start, end: place.word.end },
    wrap: (candidate) => {
      const bare = !candidate.snippet && /^-?\d+$/.test(candidate.insert);
      const inner = bare ? candidate.insert : `${quote}${candidate.insert}${quote}`;
      return { newText: `${before}${inner}${brackets > 0 ? after : trailing}`, snippet: candidate.snippet ?? false };
    },
  };
}

function toCompletion(candidate: Candidate, edit: Edit, snippet: boolean): Completion {
  const { label, kind, detail, documentation, deprecated, rank } = candidate;
  return {
    label,
    kind,
    ...(detail ? { detail } : {}),
    ...(documentation ? { documentation } : {}),
    edit,
    ...(snippet ? { snippet } : {}),
    ...(deprecated ? { deprecated } : {}),
    sortText: `${rank}${label}`,
  };
}
