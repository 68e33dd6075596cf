import type { Finding } from '../rules/finding';

/** How many findings there are of each severity; notes are what is neither error nor warning. */
export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

/** Counts findings by severity. */
export function countFindings(findings: readonly Finding[]): Counts {
  const count = (wanted: string) => findings.filter(({ severity }) => severity === wanted).length;
  const errors = count('error');
  const warnings = count('warning');
  return { errors, warnings, notes: findings.length - errors - warnings };
}
