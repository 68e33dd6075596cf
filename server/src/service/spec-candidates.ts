import { enumMembers, findLanguage, findOption } from '../schema';
import type { Release } from '../syntax/release';
import type { Span } from '../syntax/span';
import type { Part } from '../syntax/specs';
import { type Candidate, template, UNFIT } from './candidate';
import type { Fresh } from './fresh';
import { mayFollow, optionCandidates, optionValueCandidates, wholeWordCandidates } from './option-candidates';
import { skeletonsOf } from './skeletons';
import { LETTERS, optionOf, partAt, pieceAt, type SpecParts, specParts } from './spec-parts';
import { wordCandidates } from './word-candidates';

/** What a spec belongs to. */
export interface SpecSetting {
  readonly key: string;
  readonly language: string;
  readonly release: Release;
  readonly guest: 'pv' | 'hvm' | 'pvh';
  /** The other items of the list. */
  readonly siblings: readonly string[];
  readonly fresh: Fresh;
}

/** A candidate with the span of the spec that it takes the place of. */
export interface Placed {
  readonly candidate: Candidate;
  readonly span: Span;
}

/** Languages in which ! before a word of an enumeration turns it off. */
const NEGATED: Readonly<Record<string, string>> = { viridian: 'viridian_enlightenment' };
/** What separates the values of options that take several. */
const VALUE_SEPARATOR = ';';
/** What may be typed at an index of a spec, however unfinished. */
export function specCandidates(setting: SpecSetting, text: string, index: number): Placed[] {
  const { language, release } = setting;
  if (LETTERS.has(language)) return letters(setting, text, index);
  const spec = specParts(language, text, release);
  const part = partAt(spec.parts, index) ?? emptyValue(spec, index);
  if (part?.role === 'value' && part.option !== undefined) {
    const span = valueSpan(spec, part, index);
    return valuesOf(setting, part.option).map((candidate) => ({ candidate, span }));
  }
  return followsAssign(spec, part, index) ? [] : nameCandidates(setting, spec, part, index);
}

function nameCandidates(setting: SpecSetting, spec: SpecParts, part: Part | undefined, index: number): Placed[] {
  const { language, release, guest, siblings } = setting;
  const { text } = spec;
  const row = findLanguage(language);
  const piece = pieceAt(spec, index);
  const before = text.slice(piece.start, index).trim();
  const behind = text.slice(index, piece.end).trim();
  const inserts = row?.separator !== undefined && before === '' && behind !== '';
  const span = inserts ? { start: index, end: index } : nameSpan(part, index);
  const used = usedOptions(spec.parts, inserts ? undefined : part);
  const first = piece.start === 0;
  const assigned = row?.assign !== undefined && text.slice(span.end).trimStart().startsWith(row.assign);
  const options = optionCandidates(language, release, guest, used, first).filter(({ label }) =>
    mayFollow(language, label, text.slice(0, index), release),
  );
  const found: Candidate[] = [...positionalValues(setting, part, inserts), ...options];
  const words = NEGATED[language];
  const negated = words !== undefined && text.startsWith('!');
  if (negated) {
    const members = enumMembers(words, release);
    found.splice(0, found.length, ...wordCandidates(setting.key, members, guest));
  } else if (row?.assign === undefined) {
    const known = new Set(found.map(({ label }) => label));
    found.push(...wholeWordCandidates(setting.key, language, release, guest).filter(({ label }) => !known.has(label)));
  }
  if (text.trim() === '') found.push(...skeletons(setting));
  const taken = siblingNames(siblings, row?.separator === undefined ? row?.assign : undefined, row?.separator);
  return found.map((candidate) => {
    const ranked = taken.has(candidate.label) ? { ...candidate, rank: Math.max(candidate.rank, UNFIT) } : candidate;
    const plain = assigned && !inserts && candidate.kind === 'option';
    return { candidate: shaped(ranked, plain, inserts ? (row?.separator ?? '') : ''), span };
  });
}

/** The candidate's name alone, or the whole of it with a separator behind it. */
function shaped(candidate: Candidate, nameOnly: boolean, separator: string): Candidate {
  if (nameOnly) {
    const { snippet: _, ...rest } = candidate;
    return { ...rest, insert: candidate.label };
  }
  return separator === '' ? candidate : { ...candidate, insert: `${candidate.insert}${separator}` };
}

function nameSpan(part: Part | undefined, index: number): Span {
  return part ? part.span : { start: index, end: index };
}

/** What a part without a name may be, when the language gives its place one. */
function positionalValues(setting: SpecSetting, part: Part | undefined, inserts: boolean): Candidate[] {
  if (!part || inserts) return [];
  const option = findOption(setting.language, optionOf(part));
  if (!option || part.option !== undefined) return [];
  return valuesOf(setting, option.name);
}

/** The values of an option, but for devices of the guest that another item has. */
function valuesOf({ language, release, guest, siblings, fresh }: SpecSetting, name: string): Candidate[] {
  const values = optionValueCandidates(language, name, release, guest);
  const type = findOption(language, name)?.type;
  const own = fresh.candidates(type, name, siblings);
  if (type === 'vdev') {
    const free = new Set(own.map(({ label }) => label));
    const known = new Set(values.map(({ label }) => label));
    const taken = new Set(siblings.flatMap((item) => item.split(/[^\w]+/)));
    return [
      ...values
        .filter(({ label }) => !taken.has(label))
        .map((one) =>
          free.has(one.label) ? { ...one, rank: own.find(({ label }) => label === one.label)!.rank } : one,
        ),
      ...own.filter(({ label }) => !known.has(label)),
    ];
  }
  const known = new Set(own.map(({ label }) => label));
  return [...own, ...values.filter(({ label }) => !known.has(label))];
}

function usedOptions(parts: readonly Part[], edited: Part | undefined): Set<string> {
  const used = new Set<string>();
  for (const part of parts) {
    if (part === edited || part.role === 'value' || part.role === 'unknown' || part.span.start === part.span.end)
      continue;
    used.add(optionOf(part));
  }
  return used;
}

/** Names or words that other items of the list hold: xl may read them again, but hardly anybody wants that. */
function siblingNames(
  siblings: readonly string[],
  assign: string | undefined,
  separator: string | undefined,
): Set<string> {
  if (separator !== undefined) return new Set();
  return new Set(siblings.map((item) => (assign === undefined ? item : item.split(assign, 1)[0]!.trim())));
}

/** True for the value of an option that the language does not have. */
function followsAssign(spec: SpecParts, part: Part | undefined, index: number): boolean {
  const assign = findLanguage(spec.language)?.assign;
  if (assign === undefined || part?.role !== 'unknown') return false;
  const piece = pieceAt(spec, index);
  return spec.text.slice(piece.start, part.span.start).trimEnd().endsWith(assign);
}

/** The place for a value that no parser marks: between two separators of an option's values. */
function emptyValue(spec: SpecParts, index: number): Part | undefined {
  const piece = pieceAt(spec, index);
  const name = spec.parts.find(({ role, span }) => role === 'name' && piece.start <= span.start && span.end < index);
  if (name?.option === undefined || name.span.end > piece.end) return undefined;
  return { role: 'value', span: { start: index, end: index }, option: name.option };
}

function valueSpan(spec: SpecParts, part: Part, index: number): Span {
  const type = findOption(spec.language, part.option ?? '')?.type;
  if (type !== 'enums' && type !== 'integers') return part.span;
  const { start, end } = part.span;
  const left = spec.text.lastIndexOf(VALUE_SEPARATOR, index - 1);
  const right = spec.text.indexOf(VALUE_SEPARATOR, index);
  return { start: Math.max(start, left + 1), end: right < 0 ? end : Math.min(end, right) };
}

function letters({ key, language, release, guest }: SpecSetting, text: string, index: number): Placed[] {
  const span = { start: index, end: index };
  return wholeWordCandidates(key, language, release, guest)
    .filter(({ label }) => !text.includes(label))
    .map((candidate) => ({ candidate, span }));
}

function skeletons({ language, fresh, siblings }: SpecSetting): Candidate[] {
  return skeletonsOf(language).map((skeleton) => ({
    label: skeleton.label,
    kind: 'snippet',
    insert: template(fresh.filledIn(skeleton.template, siblings)),
    snippet: true,
    detail: skeleton.template.replace(/<([^<>|]*)[^<>]*>/g, '$1'),
    rank: 0,
  }));
}
