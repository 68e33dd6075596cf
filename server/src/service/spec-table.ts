import { findOption, textOf } from '../schema';
import type { Release } from '../syntax/release';
import type { Part } from '../syntax/specs';
import { manualLink } from './manual';
import { optionWords } from './option-candidates';
import { page, sentence } from './phrases';
import type { SpecParts } from './spec-parts';

/** No meaning in the table is longer. */
const LONGEST = 90;

/** A whole spec as a small markdown table of its parts, and what xl has against it. */
export function specTable(key: string, spec: SpecParts, release: Release): string | undefined {
  const rows: string[] = [];
  for (const [index, part] of spec.parts.entries()) {
    const row = rowOf(spec, part, valueBehind(spec, index), release);
    if (row) rows.push(row);
  }
  if (rows.length === 0) return undefined;
  const table = ['| option | value | |', '|---|---|---|', ...rows].join('\n');
  const errors = spec.errors.map(({ problem, warning }) => `⚠ xl ${warning ? 'complains' : 'refuses it'}: ${problem}`);
  return page(`**${key}** · as xl reads it`, [table], errors, manualLink(spec.language));
}

/** The text of the value behind a name, which may be of several parts. */
function valueBehind({ text, parts }: SpecParts, index: number): string {
  let last = index;
  while (parts[last + 1]?.role === 'value') last++;
  return last === index ? '' : text.slice(parts[index + 1]!.span.start, parts[last]!.span.end);
}

function rowOf(spec: SpecParts, part: Part, value: string, release: Release): string | undefined {
  const { language, text } = spec;
  const written = text.slice(part.span.start, part.span.end);
  switch (part.role) {
    case 'name':
      if (written === '') return undefined;
      return line(written, value, meaning(language, part.option ?? written, value, release));
    case 'value':
      return undefined;
    case 'flag':
      return line(written, '', meaning(language, part.option ?? written, '', release));
    case 'unknown':
      return line(written, '', 'not known to xl');
    case 'prefix':
      return line(part.role, written, meaning(language, written, '', release));
    default:
      return written === '' ? undefined : line(part.role, written, meaning(language, part.role, written, release));
  }
}

function meaning(language: string, name: string, value: string, release: Release): string {
  const option = findOption(language, name);
  if (!option) return '';
  const words = optionWords(option, release);
  const word = words.find((member) => member.value.toLowerCase() === value.toLowerCase());
  if (words.length > 0 && !word && option.type === 'enum')
    return `⚠ none of ${words.map((member) => member.value).join(', ')}`;
  return firstSentence(textOf(word?.text ?? word?.note ?? option.text ?? option.becomes ?? ''));
}

function firstSentence(text: string): string {
  const first = /^.*?[.:;](?=\s|$)/s.exec(text)?.[0] ?? text;
  const whole = sentence(first.replace(/[:;]$/, ''));
  return whole.length > LONGEST ? `${whole.slice(0, LONGEST).replace(/\s+\S*$/, '')} …` : whole;
}

function line(name: string, value: string, says: string): string {
  return `| ${cell(name, true)} | ${cell(value, true)} | ${cell(says, false)} |`;
}

function cell(text: string, code: boolean): string {
  const plain = text.replace(/[\r\n]+/g, ' ').replace(/\|/g, '\\|');
  return code && plain !== '' ? `\`${plain.replace(/`/g, "'")}\`` : plain;
}
