import type { Analysis } from '../service';
import type { Span } from '../syntax/span';
import type { FileKind } from '../workspace/sniff';

/** What `check` found out about one file. */
export interface Outcome {
  readonly path: string;
  readonly kind: FileKind;
  /** Absent for a file that could not be read, and for one of another schema than a guest's. */
  readonly analysis?: Analysis;
  readonly error?: string;
}

/** The findings of all files as one JSON document: the contract of `--format json`, version 1. */
export function jsonReport(outcomes: readonly Outcome[]): string {
  return `${JSON.stringify({ version: 1, files: outcomes.map(fileReport) }, null, 2)}\n`;
}

function fileReport({ path, kind, analysis, error }: Outcome) {
  if (error !== undefined) return { path, error };
  if (!analysis) return { path, dialect: kind, verdict: null, findings: [] };
  const range = ({ start, end }: Span) => ({
    start: analysis.lines.position(start),
    end: analysis.lines.position(end),
  });
  return {
    path,
    dialect: analysis.dialect,
    verdict: analysis.verdict,
    findings: analysis.findings.map(({ code, severity, message, span, fixes }) => ({
      code,
      severity,
      message,
      range: range(span),
      fixes: fixes.map(({ title, kind, edits }) => ({
        title,
        kind,
        edits: edits.map((edit) => ({ range: range(edit.span), newText: edit.newText })),
      })),
    })),
  };
}
