import { enumsOf, findXmName, type KeyRow, keyValues, matchMember, textOf } from '../schema';
import type { Span } from '../syntax/span';
import type { Analysis } from './analysis';
import { manualLink } from './manual';
import { numberFacts } from './number-text';
import { memberMarkdown, xmFormMarkdown } from './option-text';
import { page } from './phrases';
import { specHover } from './spec-hover';
import type { ValuePlace } from './value-place';
import { xmFormOf } from './xm-forms';

/** What is known of the value at a place, of a key that xl reads (`row`, as of the release) or that only xm read. */
export function valueHover(
  analysis: Analysis,
  place: ValuePlace,
  row: KeyRow | undefined,
  at: { readonly offset: number; readonly whole: boolean },
): { span: Span; markdown: string } | undefined {
  const { quoted, word } = place;
  const span = quoted ? (at.whole ? withQuotes(analysis.text, quoted.span) : quoted.span) : word;
  const text = quoted ? quoted.text : analysis.text.slice(word.start, word.end);
  if (text === '') return undefined;
  const language = row && (place.depth > 0 ? (row.listLanguage ?? row.language) : row.language);
  const plain = row && plainMarkdown(row, text, analysis);
  if (plain && (language === undefined || place.depth === 0)) return { span, markdown: plain };
  if (row && language !== undefined && row.type !== 'path') {
    const index = quoted ? quoted.index(at.offset) : Math.max(0, at.offset - word.start);
    const found = specHover(row.name, language, text, index, at.whole, analysis);
    if (found && at.whole) return { span, markdown: found.markdown };
    if (found) {
      const { start, end } = found.span;
      const place = quoted ? quoted.place(found.span) : { start: word.start + start, end: word.start + end };
      // In the middle of an escape there is no character to be about.
      const around = { start: Math.min(place.start, at.offset), end: Math.max(place.end, at.offset) };
      return { span: around, markdown: found.markdown };
    }
  }
  const markdown = xmValueMarkdown(place.key, text);
  return markdown ? { span, markdown } : undefined;
}

/** A string's content with its quotes, of which the last may be missing. */
function withQuotes(text: string, { start, end }: Span): Span {
  return { start: start - 1, end: text[end] === text[start - 1] ? end + 1 : end };
}

/** A word or number that is the whole value of a key. */
function plainMarkdown(row: KeyRow, text: string, analysis: Analysis): string | undefined {
  for (const name of enumsOf(row)) {
    const member = matchMember(name, text, analysis.release);
    if (member && row.type !== 'spec' && row.type !== 'string') return memberMarkdown(row.name, member);
  }
  if (row.suggested?.includes(text)) {
    return page(`**${row.name} = ${text}**`, ['One of the words that the manual lists.'], [], manualLink());
  }
  const isSwitch = row.type === 'boolean' || row.type === 'boolean-or-enum';
  if (!isSwitch && row.type !== 'integer' && row.type !== 'enum-or-integer') return undefined;
  const range = row.range ?? row.documentedRange;
  const facts = numberFacts(text, {
    isSwitch,
    anyBase: true,
    ...(row.unit ? { unit: row.unit } : {}),
    ...(range ? { range } : {}),
  });
  if (!facts) return undefined;
  const word = keyValues(row, analysis.release).find(({ number }) => number === Number(text));
  if (word) facts.unshift(`The number of \`${word.value}\``);
  return facts.length > 0 ? page(`**${row.name} = ${text}**`, [textOf(word?.text ?? '')], facts, '') : undefined;
}

/** A word of a variable that only xm had, or that xm read in another way. */
function xmValueMarkdown(key: string, text: string): string | undefined {
  if (!findXmName(key)) return undefined;
  const form = xmFormOf(key, text);
  return form ? xmFormMarkdown(key, form) : undefined;
}
