import { findKey, keyAt } from '../schema';
import type { Span } from '../syntax/span';
import type { Analysis } from './analysis';
import { nodesAt, pythonTree } from './python-nodes';
import { settingAt, valuesAt } from './setting-at';
import { partAt, pieceAt, specParts } from './spec-parts';
import { languageOf } from './spec-strings';
import { StringContent } from './string-content';

/**
 * The spans around an offset, from the smallest to the whole file, each within the next: an option's value, the option,
 * the string's content, the string, the list, the setting; in Python the nodes of its tree.
 */
export function selections(analysis: Analysis, offset: number): Span[] {
  const { text, tree } = analysis;
  const spans: Span[] = [{ start: 0, end: text.length }];
  const setting = settingAt(tree.settings, offset);
  const python = pythonTree(analysis);
  if (python) for (const { start, end } of nodesAt(python, offset)) spans.push({ start, end });
  else if (setting) {
    spans.push(setting.span);
    if (offset <= setting.nameSpan.end) spans.push(setting.nameSpan);
    for (const { span } of valuesAt(setting.value, offset)) spans.push(span);
  }
  if (setting) spans.push(...insideString(analysis, offset, setting));
  return nested(spans);
}

/** What lies within a string: its content, and the piece, the option and the value of a spec. */
function insideString(analysis: Analysis, offset: number, setting: NonNullable<ReturnType<typeof settingAt>>): Span[] {
  const { text, release } = analysis;
  const path = valuesAt(setting.value, offset);
  const atom = path.at(-1);
  if (atom?.kind !== 'string' || offset <= atom.span.start || offset >= atom.span.end) return [];
  const content = new StringContent(text, text[atom.span.start]!, {
    start: atom.span.start + 1,
    end: atom.span.end - 1,
  });
  const row = findKey(setting.name);
  const language = row && languageOf(keyAt(row, release), path.length > 1);
  if (language === undefined) return [content.span];
  const spec = specParts(language, content.text, release);
  const index = content.index(offset);
  const part = partAt(spec.parts, index);
  return [content.span, content.place(pieceAt(spec, index)), ...(part ? [content.place(part.span)] : [])];
}

/** Smallest first, without doubles and without what does not lie in all that are larger. */
function nested(spans: readonly Span[]): Span[] {
  const chain: Span[] = [];
  for (const span of spans) {
    const last = chain.at(-1);
    if (last && (span.start < last.start || span.end > last.end)) continue;
    if (!last || span.start !== last.start || span.end !== last.end) chain.push(span);
  }
  return chain.reverse();
}
