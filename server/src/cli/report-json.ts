import type { FileReport, ReportedFinding } from './file-report';
import type { Reporter, Tally } from './reporter';

/** The findings of all files as one JSON document, a line for each file: the contract of `--format json`, version 1. */
export function jsonReporter(statistics: boolean): Reporter {
  let files = 0;
  return {
    begin: () => '{\n  "version": 1,\n  "files": [',
    file: (report) => `${files++ === 0 ? '' : ','}\n    ${JSON.stringify(fileJson(report))}`,
    end: (tally) => `${files === 0 ? ']' : '\n  ]'}${statistics ? statisticsJson(tally) : ''}\n}\n`,
  };
}

function fileJson({ path, error, dialect, verdict, findings }: FileReport) {
  return error === undefined ? { path, dialect, verdict, findings: findings.map(findingJson) } : { path, error };
}

/** Everything but the line, which stands in the file. */
function findingJson({ line: _, ...finding }: ReportedFinding) {
  return finding;
}

function statisticsJson({ byCode }: Tally): string {
  const rows = [...byCode].map(([code, { count, fixable }]) => ({ code, count, fixable }));
  return `,\n  "statistics": ${JSON.stringify(rows)}`;
}
