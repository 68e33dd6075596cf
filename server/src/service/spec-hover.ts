import {
  allOptions,
  findCpuidFlag,
  findLanguage,
  findOption,
  languageAt,
  nearestNames,
  type Option,
  optionsOf,
  textOf,
} from '../schema';
import type { Release } from '../syntax/release';
import type { Span } from '../syntax/span';
import type { Part } from '../syntax/specs';
import type { Analysis } from './analysis';
import { manualLink } from './manual';
import { numberFacts } from './number-text';
import { flagWords, optionWords } from './option-candidates';
import { flagMarkdown, memberMarkdown, optionMarkdown, xmFormMarkdown } from './option-text';
import { instead, OUTCOME_WORDS, page, sentence } from './phrases';
import { optionOf, partAt, type SpecParts, specParts } from './spec-parts';
import { specTable } from './spec-table';
import { xmFormOf } from './xm-forms';

/** What is known of a place in a spec; the span is that of the spec's text. */
export interface SpecHover {
  readonly span: Span;
  readonly markdown: string;
}

/** What a key's spec is, and what the part of it at an index is; `whole` asks for the whole spec. Never throws. */
export function specHover(
  key: string,
  language: string,
  text: string,
  index: number,
  whole: boolean,
  { release, dialect }: Pick<Analysis, 'release' | 'dialect'>,
): SpecHover | undefined {
  const spec = specParts(language, text, release);
  const part = whole ? undefined : partOn(spec, index);
  const markdown = part && partMarkdown(key, spec, part, release, dialect === 'xm');
  if (part && markdown) return { span: part.span, markdown };
  const table = specTable(key, spec, release);
  return table ? { span: { start: 0, end: text.length }, markdown: table } : undefined;
}

function partOn(spec: SpecParts, index: number): Part | undefined {
  return spec.parts.find(({ span }) => span.start <= index && index < span.end) ?? partAt(spec.parts, index);
}

function partMarkdown(key: string, spec: SpecParts, part: Part, release: Release, isXm: boolean): string | undefined {
  const { language, text } = spec;
  const written = text.slice(part.span.start, part.span.end);
  if (written === '') return undefined;
  const xm = xmFormOf(language, text.slice(0, part.span.end)) ?? xmFormOf(language, written);
  // What xl reads in its own way matters to somebody who has an xm file before them.
  const form = xm && xm.xl !== 'reads' && (isXm || xm.xl !== 'changes') ? xmFormMarkdown(language, xm) : '';
  const own = ownMarkdown(key, spec, part, written, release);
  if (part.role === 'unknown') return form || own || unknownMarkdown(language, written, release);
  const positional = !['name', 'value', 'flag', 'item'].includes(part.role);
  const table = positional ? (specTable(key, spec, release) ?? '') : '';
  return [own ?? '', form, table].filter(Boolean).join('\n\n---\n\n') || undefined;
}

function ownMarkdown(key: string, spec: SpecParts, part: Part, written: string, release: Release): string | undefined {
  const { language } = spec;
  const flag = language === 'cpuid' ? findCpuidFlag(part.option ?? '') : undefined;
  if (flag && part.role === 'name') return flagMarkdown(flag, flagWords(release));
  if (flag) {
    const word = flagWords(release).find(({ value }) => value === written);
    return word ? memberMarkdown(flag.name, word) : flagMarkdown(flag, flagWords(release));
  }
  const option = findOption(language, part.option ?? (part.role === 'item' ? written : optionOf(part)));
  if (part.role === 'item' || part.role === 'prefix' || part.role === 'unknown') {
    return wordMarkdown(key, language, written, release);
  }
  if (!option) return undefined;
  if (part.role === 'name' || part.role === 'flag')
    return optionMarkdown(option, optionWords(option, release), release);
  return valueMarkdown(option, written, release);
}

/** The value of an option: its word or number, else the option itself. */
function valueMarkdown(option: Option, written: string, release: Release): string {
  const words = optionWords(option, release);
  const lower = written.toLowerCase();
  const word = words.find(({ value }) => value === written) ?? words.find(({ value }) => value.toLowerCase() === lower);
  const isSwitch = option.type === 'boolean';
  const isNumber = isSwitch || option.type === 'integer' || option.type === 'integers';
  const facts = isNumber
    ? numberFacts(written, {
        isSwitch,
        anyBase: false,
        ...(option.unit ? { unit: option.unit } : {}),
        ...(option.range ? { range: option.range } : {}),
      })
    : undefined;
  const whole = optionMarkdown(option, words, release);
  if (word && (word.text ?? word.note)) return memberMarkdown(option.name, word);
  return facts && facts.length > 0 ? page(`**${option.name} = ${written}**`, [], facts, whole) : whole;
}

/** A word that is the whole item, or a form such as N-M. */
function wordMarkdown(key: string, language: string, written: string, release: Release): string | undefined {
  const option = findOption(language, written) ?? formOf(language, written, release);
  if (!option) {
    const note = findLanguage(language)?.text ?? findLanguage(language)?.note;
    return note && allOptions(language).length === 0
      ? page(`**${key}** · ${written}`, [sentence(textOf(note))], [], manualLink(language))
      : undefined;
  }
  if (option.kind === 'value') return memberMarkdown(key, { value: option.name, ...option });
  return optionMarkdown(option, optionWords(option, release), release);
}

function formOf(language: string, written: string, release: Release): Option | undefined {
  return optionsOf(language, release).find(({ kind, name }) => {
    if (kind !== 'form') return false;
    const source = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[A-Z]+/g, '\\w+');
    return new RegExp(`^${source}$`).test(written);
  });
}

function unknownMarkdown(language: string, written: string, release: Release): string | undefined {
  const row = findLanguage(language);
  if (!row) return undefined;
  // A value in capitals stands for whatever is no word of the language.
  const other = optionsOf(language, release).find(({ kind, name }) => kind === 'value' && /^[A-Z]+$/.test(name));
  if (other) return optionMarkdown(other, [], release);
  const name = row.assign === undefined ? written : written.split(row.assign, 1)[0]!;
  const nearest = nearestNames(
    name,
    optionsOf(language, release).map((option) => option.name),
    1,
  );
  const outcome = OUTCOME_WORDS[languageAt(row, release).unknown ?? 'refuses'];
  return page(`**${name}** · not known in \`${language}\``, [`${sentence(outcome)}${instead(nearest)}`], [], '');
}
