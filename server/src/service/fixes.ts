import type { Finding, Fix } from '../rules/finding';
import type { Span } from '../syntax/span';
import type { Analysis } from './analysis';

/** A fix together with what it mends. */
export interface FindingFix {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** The fixes for everything, and for `more` findings than the analysis has, that is found within or at the border of a span, those of the nearest finding first. */
export function fixesFor(analysis: Analysis, span: Span, more: readonly Finding[] = []): FindingFix[] {
  return [...analysis.findings, ...more]
    .filter((finding) => finding.span.start <= span.end && span.start <= finding.span.end)
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))
    .flatMap((finding) => finding.fixes.map((fix) => ({ finding, fix })));
}
