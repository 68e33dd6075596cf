import { type Applied, applyFixes, convertKinds, isConversion, type Left } from '../migrate/convert';
import type { Edit } from '../syntax/span';
import { type AnalyseOptions, type Analysis, analyse, withForeign } from './analysis';

export type ConvertOptions = AnalyseOptions & {
  /** Also applies unsafe fixes where there is a single candidate. */
  readonly unsafe?: boolean;
};

/** A text as xl reads it, made by nothing but fixes. */
export interface Conversion {
  readonly text: string;
  /** What turns the original text into it. */
  readonly edits: readonly Edit[];
  readonly applied: readonly Applied[];
  /** What is left to decide, in the result's text. */
  readonly left: readonly Left[];
  /** What the result takes for granted about the machine where xm ran, a clause each. */
  readonly assumptions: readonly string[];
  /** What xl says of the result. */
  readonly verdict: 'accepted' | 'refused';
}

/** Applies safe and restoring fixes (and unsafe ones if asked) until none is left. */
export function convert(text: string, options: ConvertOptions): Conversion {
  return convertAnalysis(analyse(text, options), options.unsafe ?? false);
}

/** Like `convert`, for a text that is analysed already. */
export function convertAnalysis(analysis: Analysis, unsafe: boolean): Conversion {
  const { text, options } = analysis;
  const { result, ...rest } = applyFixes(
    analysis.inspection,
    convertKinds(unsafe),
    withForeign(text, options),
    isConversion,
  );
  const assumptions = analysis.inspection.input.python?.evaluation.assumptions.map((one) => one.text) ?? [];
  return { ...rest, assumptions, verdict: result.verdict };
}

/** Applies the safe fixes alone until none is left; the edits are against the analysed text. */
export function fixAll(analysis: Analysis): { text: string; edits: readonly Edit[] } {
  const { text, edits } = applyFixes(
    analysis.inspection,
    new Set(['safe']),
    withForeign(analysis.text, analysis.options),
  );
  return { text, edits };
}
