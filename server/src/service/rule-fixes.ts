import { applyFixes } from '../migrate/convert';
import type { Finding, Fix, FixKind } from '../rules/finding';
import type { Edit } from '../syntax/span';
import { type Analysis, withForeign } from './analysis';

/** What is applied to all findings of a rule together. */
export type RuleFixKind = Exclude<FixKind, 'unsafe'>;

const WITH: Readonly<Record<RuleFixKind, ReadonlySet<FixKind>>> = {
  safe: new Set(['safe']),
  restoring: new Set(['safe', 'restoring']),
};

/** How many findings of a rule have a fix that may be applied without a choice. */
export function fixableByRule(analysis: Analysis, code: string, kind: RuleFixKind): number {
  return analysis.findings.filter((finding) => finding.code === code && has(finding, WITH[kind])).length;
}

/** The edits that fix everything that a rule finds, and what it finds afterwards; a restoring run applies safe fixes, too. */
export function fixRule(analysis: Analysis, code: string, kind: RuleFixKind): readonly Edit[] {
  const options = withForeign(analysis.text, analysis.options);
  return applyFixes(analysis.inspection, WITH[kind], options, (finding) => finding.code === code).edits;
}

function has({ fixes }: Finding, kinds: ReadonlySet<FixKind>): boolean {
  return fixes.some((fix: Fix) => kinds.has(fix.kind));
}
