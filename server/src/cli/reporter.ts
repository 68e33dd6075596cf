import type { Format } from './check-formats';
import type { FileReport } from './file-report';
import { githubReporter } from './report-github';
import { jsonReporter } from './report-json';
import { junitReporter } from './report-junit';
import { sarifReporter } from './report-sarif';
import { textReporter } from './report-text';

/** Prints what was found, in one format: a file's part as soon as it is known. */
export interface Reporter {
  begin(): string;
  file(report: FileReport): string;
  end(tally: Tally): string;
}

/** What the findings come to. */
export interface Tally {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  /** Information and hints. */
  readonly others: number;
  readonly fixable: number;
  /** Files that something went wrong with. */
  readonly failed: number;
  /** Findings that were not printed because of --max-findings. */
  readonly hidden: number;
  readonly byCode: ReadonlyMap<string, { readonly count: number; readonly fixable: number }>;
}

/** How a report is to look. */
export interface ReportOptions {
  readonly color: boolean;
  readonly quiet: boolean;
  readonly statistics: boolean;
}

/** The reporter of a format. */
export async function reporterOf(format: Format, options: ReportOptions): Promise<Reporter> {
  switch (format) {
    case 'text':
      return textReporter(options);
    case 'json':
      return jsonReporter(options.statistics);
    case 'sarif':
      return sarifReporter();
    case 'github':
      return githubReporter();
    case 'gitlab':
      // loads cryptography, which nobody else needs
      return (await import('./report-gitlab')).gitlabReporter();
    case 'junit':
      return junitReporter();
  }
}

/** Counts findings, and holds back those that are too many. */
export class Counter implements Tally {
  files = 0;
  errors = 0;
  warnings = 0;
  others = 0;
  fixable = 0;
  failed = 0;
  hidden = 0;
  readonly #byCode = new Map<string, { count: number; fixable: number }>();
  #left: number;

  /** @param most how many findings are printed */
  constructor(most: number) {
    this.#left = most;
  }

  /** How often each rule found something, the most frequent first. */
  get byCode(): Tally['byCode'] {
    return new Map([...this.#byCode].sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1)));
  }

  /** Counts what is said of a file; gives what of it is to be printed. */
  take(report: FileReport): FileReport {
    if (report.error !== undefined) this.failed++;
    else this.files++;
    for (const { code, severity, fixes } of report.findings) {
      if (severity === 'error') this.errors++;
      else if (severity === 'warning') this.warnings++;
      else this.others++;
      const row = this.#byCode.get(code) ?? { count: 0, fixable: 0 };
      row.count++;
      if (fixes.length > 0) {
        row.fixable++;
        this.fixable++;
      }
      this.#byCode.set(code, row);
    }
    const findings = report.findings.slice(0, this.#left);
    this.#left -= findings.length;
    this.hidden += report.findings.length - findings.length;
    return findings.length === report.findings.length ? report : { ...report, findings };
  }
}
