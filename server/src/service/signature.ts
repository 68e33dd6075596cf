import { findKey, findLanguage, keyAt, type Option, optionsOf } from '../schema';
import type { Release } from '../syntax/release';
import type { Analysis } from './analysis';
import { placeAt } from './context-at';
import { optionWords } from './option-candidates';
import { optionLine, optionMarkdown } from './option-text';
import { skeletonsOf } from './skeletons';
import { optionOf, partAt, pieceAt, type SpecParts, specParts } from './spec-parts';
import { languageOf } from './spec-strings';

/** One parameter of a spec: where its name stands in the label, and what it is. */
export interface SignatureParameter {
  readonly label: readonly [number, number];
  /** Markdown. */
  readonly documentation: string;
}

/** A form of a spec, and the parameter that the cursor is in. */
export interface Signature {
  readonly label: string;
  readonly documentation: string;
  readonly parameters: readonly SignatureParameter[];
  /** Undefined when the cursor is in none of them. */
  readonly active: number | undefined;
}

/**
 * The forms of the spec that an offset lies in. With places for parameters without names: those in their order, then
 * the named ones that are left; else the names that are left. The one that is being written is among them.
 */
export function signatureAt(analysis: Analysis, offset: number): Signature | undefined {
  const place = placeAt(analysis, offset);
  if (place.kind !== 'value' || !place.quoted) return undefined;
  const found = findKey(place.key, analysis.configFile);
  const row = found && keyAt(found, analysis.release);
  const language = row && languageOf(row, place.depth > 0);
  if (row === undefined || language === undefined || findLanguage(language) === undefined) return undefined;
  const { text } = place.quoted;
  const index = place.quoted.index(offset);
  const spec = specParts(language, text, analysis.release);
  const options = optionsOf(language, analysis.release).filter(isShown);
  const separator = findLanguage(language)?.separator;
  if (separator === undefined || options.length === 0) return wordSignature(row.name, language);
  const here = currentOption(spec, index);
  const used = new Set(spec.parts.filter((part) => part.span.start !== part.span.end).map(optionOf));
  const placed = options.filter(({ position }) => position !== undefined).sort((a, b) => a.position! - b.position!);
  const named = placed.some(({ name }) => spec.parts.some((part) => part.role === 'name' && part.option === name));
  const shown = [
    ...(named ? [] : placed),
    ...left(named ? options : options.filter(({ position }) => position === undefined), used, here),
  ];
  return build(
    row.name,
    shown,
    here ?? (named ? undefined : nextPlace(spec, index, placed, used)),
    named,
    separator,
    analysis.release,
  );
}

/** Words in capitals stand for something; what is deprecated or a form of the whole text is no parameter. */
function isShown({ name, kind, deprecated, position }: Option): boolean {
  if (position !== undefined) return true;
  return !deprecated && !/[A-Z]/.test(name) && (kind === 'named' || kind === 'flag');
}

function left(options: readonly Option[], used: ReadonlySet<string>, here: string | undefined): Option[] {
  const excluded = new Set(options.filter(({ name }) => used.has(name)).flatMap(({ conflicts }) => conflicts ?? []));
  return options
    .filter(
      // the fifty undocumented ones of a vif would hide the others
      ({ name, undocumented }) => name === here || (!undocumented && !used.has(name) && !excluded.has(name)),
    )
    .sort((a, b) => Number(b.required === true) - Number(a.required === true));
}

/** The option that the part at an index is, or belongs to. */
function currentOption(spec: SpecParts, index: number): string | undefined {
  const part = partAt(spec.parts, index);
  if (!part || part.role === 'unknown' || (part.role === 'name' && part.option === undefined)) return undefined;
  return optionOf(part);
}

/** The place that comes next: the first whose parameter is not there, counted by the pieces without a name. */
function nextPlace(
  spec: SpecParts,
  index: number,
  placed: readonly Option[],
  used: ReadonlySet<string>,
): string | undefined {
  const piece = pieceAt(spec, index);
  const before = spec.parts.filter(({ span }) => span.end < piece.start);
  const taken = before.filter((part) => placed.some(({ name }) => name === part.role));
  const next = placed.find(({ name, position }) => !used.has(name) && position! > taken.length);
  return spec.text.slice(piece.start, piece.end).includes('=') ? undefined : next?.name;
}

function build(
  key: string,
  options: readonly Option[],
  here: string | undefined,
  allNamed: boolean,
  separator: string,
  release: Release,
): Signature {
  let label = `${key}: `;
  const parameters = options.map((option, i): SignatureParameter => {
    const start = label.length;
    const bare = (option.position !== undefined && !allNamed) || option.kind === 'flag';
    label += bare ? option.name : `${option.name}=…`;
    const end = label.length;
    if (i < options.length - 1) label += `${separator} `;
    const documentation = optionMarkdown(option, optionWords(option, release), release);
    return { label: [start, end], documentation };
  });
  const active = options.findIndex(({ name }) => name === here);
  const current = options[active];
  const documentation = current ? `${current.name}: ${optionLine(current)}` : 'What may still be written.';
  return { label, documentation, parameters, active: active < 0 ? undefined : active };
}

/** For a language without parameters: what such a text looks like. */
function wordSignature(key: string, language: string): Signature | undefined {
  const [skeleton] = skeletonsOf(language);
  if (!skeleton) return undefined;
  const label = `${key}: ${skeleton.template.replace(/<([^<>]*)>/g, '$1')}`;
  return { label, documentation: skeleton.label, parameters: [], active: undefined };
}
