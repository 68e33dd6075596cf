import type { Analysis, Finding } from '../service';
import type { LineIndex, Position } from '../syntax/lines';
import type { Span } from '../syntax/span';
import type { FileKind } from '../workspace/sniff';

/** A part of a text, as LSP counts it: lines and UTF-16 characters from 0. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A finding as the formats print it. */
export interface ReportedFinding extends Pick<Finding, 'code' | 'severity' | 'message'> {
  readonly range: Range;
  readonly fixes: readonly {
    readonly title: string;
    readonly kind: string;
    readonly edits: readonly { readonly range: Range; readonly newText: string }[];
  }[];
  /** Places in other files that it is about as well. */
  readonly related?: readonly { readonly path: string; readonly range: Range; readonly message: string }[];
  /** The line in which it begins, without its end. */
  readonly line: string;
}

/** What `check` found out about one file: plain data, which can come from another thread. */
export interface FileReport {
  readonly path: string;
  /** What went wrong with the file itself. */
  readonly error?: string;
  readonly dialect: Analysis['dialect'] | FileKind;
  /** Null for files that xl reads with another schema than a guest's. */
  readonly verdict: Analysis['verdict'] | null;
  readonly findings: readonly ReportedFinding[];
  /** What the safe fixes change, for patch(1). */
  readonly patch?: string;
}

/** The report on a file that could not be judged, or only after something went wrong. */
export function failure(path: string, error: string): FileReport {
  return { path, error, dialect: 'xl', verdict: null, findings: [] };
}

/** What an analysis says of a file. */
export function reportOf(path: string, { dialect, verdict, findings, lines, text }: Analysis): FileReport {
  return { path, dialect, verdict, findings: reportedFindings(findings, text, lines) };
}

/** Findings in a text, with places as LSP counts them. */
export function reportedFindings(findings: readonly Finding[], text: string, lines: LineIndex): ReportedFinding[] {
  const range = ({ start, end }: Span): Range => ({ start: lines.position(start), end: lines.position(end) });
  return findings.map(({ code, severity, message, span, fixes, related }) => ({
    code,
    severity,
    message,
    range: range(span),
    fixes: fixes.map(({ title, kind, edits }) => ({
      title,
      kind,
      edits: edits.map((edit) => ({ range: range(edit.span), newText: edit.newText })),
    })),
    ...(related && {
      related: related.map(({ path, from, to, message: what }) => ({
        path,
        range: { start: from, end: to },
        message: what,
      })),
    }),
    line: lineAt(lines, text, span.start),
  }));
}

/** The report with more findings, by place. */
export function withFindings(report: FileReport, more: readonly ReportedFinding[]): FileReport {
  const findings = [...report.findings, ...more].sort(
    ({ range: a }, { range: b }) => compare(a.start, b.start) || compare(a.end, b.end),
  );
  return { ...report, findings };
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

/** The line around an offset, without its end. */
function lineAt(lines: LineIndex, text: string, offset: number): string {
  const { line } = lines.position(offset);
  return text.slice(lines.start(line), lines.start(line + 1)).replace(/[\r\n]+$/, '');
}
