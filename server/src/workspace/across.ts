import type { Place } from '../rules/across';
import type { Finding } from '../rules/finding';
import { RULES } from '../rules/registry';
import { isAsked, type Severities, withSeverities } from '../rules/severities';
import { withoutSuppressed } from '../rules/suppressions';
import type { GuestIndex, Surroundings } from './guests';

const ACROSS = RULES.filter(({ across }) => across !== undefined);

/** A finding whose place is known without the file's text. */
export interface AcrossFinding extends Finding {
  readonly span: Place;
}

/** What the rules say of a file's guest among all others, by place. Nothing for a file that the index has not. */
export function acrossFindings(
  index: GuestIndex,
  path: string,
  severities: Severities = {},
  around: Surroundings = {},
): AcrossFinding[] {
  const record = index.record(path);
  const others = index.neighbours(path, around);
  if (!record || !others) return [];
  const asked = ACROSS.filter((rule) => isAsked(rule, severities));
  const found = asked.flatMap((rule) => [...rule.across!(others, record)]);
  // rules report across files at places of records alone
  return byPlace(withSeverities(withoutSuppressed(found, record.quiet), severities)) as AcrossFinding[];
}

/** Findings of several kinds as one list, by place. */
export function byPlace(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
