import type { Finding, Severity } from './finding';
import type { Rule } from './rule';

/** What rules are set to, by code: another severity, or `off`. */
export type Severities = Readonly<Record<string, Severity | 'off'>>;

/** True when a rule is to be asked: every one but those that are off unless somebody gives them a severity. */
export function isAsked({ code, off }: Rule, severities: Severities): boolean {
  return off ? (severityOf(code, severities) ?? 'off') !== 'off' : true;
}

/** The findings with the severities that somebody set, without those of rules that are off. */
export function withSeverities(findings: readonly Finding[], severities: Severities): readonly Finding[] {
  if (Object.keys(severities).length === 0) return findings;
  return findings.flatMap((finding) => {
    const severity = severityOf(finding.code, severities) ?? finding.severity;
    return severity === 'off' ? [] : severity === finding.severity ? finding : { ...finding, severity };
  });
}

function severityOf(code: string, severities: Severities): Severity | 'off' | undefined {
  return Object.hasOwn(severities, code) ? severities[code] : undefined;
}
