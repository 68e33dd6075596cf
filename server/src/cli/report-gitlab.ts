import { createHash } from 'node:crypto';
import type { Severity } from '../service';
import type { Reporter } from './reporter';

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'critical',
  warning: 'major',
  information: 'minor',
  hint: 'info',
};

/** The findings as a code quality report of GitLab: a JSON array, one line for each. */
export function gitlabReporter(): Reporter {
  let entries = 0;
  const entry = (value: object) => `${entries++ === 0 ? '' : ','}\n${JSON.stringify(value)}`;
  return {
    begin: () => '[',
    file: ({ path, error, findings }) => {
      const seen = new Map<string, number>();
      const failed =
        error === undefined
          ? ''
          : entry({
              description: error,
              check_name: 'unreadable',
              fingerprint: fingerprint(path, 'unreadable'),
              severity: 'blocker',
              location: { path, lines: { begin: 1, end: 1 } },
            });
      const rest = findings.map(({ code, severity, message, range, line }) => {
        // equal for the same finding on a line that only moved, and different for two equal ones
        const base = [path, code, message, line].join('\0');
        const before = seen.get(base) ?? 0;
        seen.set(base, before + 1);
        return entry({
          description: message,
          check_name: code,
          fingerprint: fingerprint(base, String(before)),
          severity: SEVERITIES[severity],
          location: { path, lines: { begin: range.start.line + 1, end: range.end.line + 1 } },
        });
      });
      return failed + rest.join('');
    },
    end: () => (entries === 0 ? ']\n' : '\n]\n'),
  };
}

function fingerprint(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 40);
}
