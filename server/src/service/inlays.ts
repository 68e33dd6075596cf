import { findKey, findOption, keyAt } from '../schema';
import type { Span } from '../syntax/span';
import { strtol } from '../syntax/strtol';
import { atomSpan } from '../syntax/tree';
import type { Analysis } from './analysis';
import { humanAmount } from './number-text';
import { settingsWithin } from './setting-at';
import { specParts } from './spec-parts';
import { specStrings } from './spec-strings';

/** A note that an editor shows behind a place of the text. */
export interface Inlay {
  readonly offset: number;
  readonly text: string;
}

/** A value is shortened to that. */
const LONGEST = 60;

/** What amounts come to, and the values of what Python computes, for the part of the text that touches a span. */
export function inlays(analysis: Analysis, within: Span): Inlay[] {
  const found = [...amounts(analysis, within), ...optionAmounts(analysis, within), ...values(analysis, within)];
  return found
    .filter(({ offset }) => within.start <= offset && offset <= within.end)
    .sort((a, b) => a.offset - b.offset);
}

function* amounts({ tree, release, configFile }: Analysis, within: Span): Generator<Inlay> {
  for (const { name, value } of settingsWithin(tree.settings, within)) {
    const row = findKey(name, configFile);
    const unit = row && keyAt(row, release).unit;
    if (!unit || value.kind === 'list') continue;
    const text = humanText(value.text, unit, 0);
    if (text) yield { offset: value.span.end, text };
  }
}

function* optionAmounts(analysis: Analysis, within: Span): Generator<Inlay> {
  for (const { language, atom } of specStrings(analysis, within)) {
    for (const { role, option, span } of specParts(language, atom.text, analysis.release).parts) {
      const unit = role === 'value' && option !== undefined ? findOption(language, option)?.unit : undefined;
      const text = unit && humanText(atom.text.slice(span.start, span.end), unit, 10);
      if (text) yield { offset: atomSpan(analysis.tree, atom, span).end, text };
    }
  }
}

/** The amount in other words; undefined where there are none. */
function humanText(text: string, unit: string, base: 0 | 10): string | undefined {
  const { value, end, overflow } = strtol(text, base);
  if (end === 0 || end < text.length || overflow) return undefined;
  const human = humanAmount(Number(value), unit);
  return human === `${value} ${unit}` && String(value) === text ? undefined : human;
}

function* values({ release, inspection, options, text }: Analysis, within: Span): Generator<Inlay> {
  const { python } = options;
  if (!python) return;
  for (const { plain, kind, settings, span } of inspection.input.python?.evaluation.statements ?? []) {
    if (plain || kind !== 'assignment' || settings.length !== 1 || span.end < within.start || span.start > within.end)
      continue;
    const rendered = python.renderXlValue(settings[0]!.value, release, { width: Number.MAX_SAFE_INTEGER });
    if (!('text' in rendered)) continue;
    // a value that stands there as it is needs no note
    if (text.slice(span.start, span.end).endsWith(rendered.text)) continue;
    const short = rendered.text.length > LONGEST ? `${rendered.text.slice(0, LONGEST - 1)}…` : rendered.text;
    yield { offset: span.end, text: `= ${short}` };
  }
}
