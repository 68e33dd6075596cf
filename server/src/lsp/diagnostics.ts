import type { Diagnostic, DocumentDiagnosticReport, PublishDiagnosticsParams, Range } from 'vscode-languageserver';
import type { Finding, Severity } from '../rules/finding';
import type { Analysis } from '../service/index';
import { SXP_CODE } from '../service/index';
import type { AcrossFinding } from '../workspace/across';
import type { Checked } from './documents';
import { cancelled } from './guard';
import { analysisOf } from './guest-list';
import { MAX_DIAGNOSTICS } from './limits';
import { DiagnosticSeverity, DiagnosticTag, DocumentDiagnosticReportKind } from './numbers';
import { findingsOf, NOT_CHECKED, toRange } from './places';
import type { Server } from './server';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Rules whose findings, while the file is accepted, are about what does nothing, or about what has a newer name. */
const TAGS: Readonly<Record<string, DiagnosticTag>> = {
  'deprecated-key': DiagnosticTag.Deprecated,
  'deprecated-option': DiagnosticTag.Deprecated,
  'dropped-value': DiagnosticTag.Unnecessary,
  'duplicate-setting': DiagnosticTag.Unnecessary,
  'key-release': DiagnosticTag.Unnecessary,
  'no-effect': DiagnosticTag.Unnecessary,
  'redundant-default': DiagnosticTag.Unnecessary,
  'unused-suppression': DiagnosticTag.Unnecessary,
  'xm-key': DiagnosticTag.Unnecessary,
  'xm-builder': DiagnosticTag.Deprecated,
  'xm-renamed': DiagnosticTag.Deprecated,
};

const NO_RANGE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** A finding as LSP shows it, with as much as the client understands. */
export function toDiagnostic(finding: Finding, range: Range, server: Server): Diagnostic {
  const { abilities } = server;
  const diagnostic: Diagnostic = {
    range,
    severity: SEVERITIES[finding.severity],
    source: 'xencfg',
    code: finding.code,
    message: finding.message,
  };
  const tag = TAGS[finding.code];
  if (tag !== undefined && finding.severity !== 'error' && abilities.diagnosticTags.has(tag)) diagnostic.tags = [tag];
  const page = abilities.linksCodes ? pageOf(server, finding.code) : undefined;
  if (page !== undefined) diagnostic.codeDescription = { href: page };
  if (finding.related && abilities.relatedInformation) {
    diagnostic.relatedInformation = finding.related.map(({ path, from, to, message }) => ({
      location: { uri: path, range: { start: from, end: to } },
      message,
    }));
  }
  return diagnostic;
}

/** The URI of a rule's page; undefined when the client named none, and for what is no rule. */
export function pageOf({ rulePage }: Server, code: string): string | undefined {
  return code === NOT_CHECKED || code === SXP_CODE ? undefined : rulePage?.replaceAll('{code}', code);
}

/** Where a finding about an open document stands. */
export function rangeIn({ analysis, sxp }: Checked, { span }: Finding): Range {
  const lines = (analysis ?? sxp)?.lines;
  return lines ? toRange(lines, span) : NO_RANGE;
}

function diagnosticsOf(server: Server, checked: Checked, across: readonly AcrossFinding[]): Diagnostic[] {
  const findings = [...findingsOf(checked), ...across];
  // of more than an editor can show, errors come first
  if (findings.length > MAX_DIAGNOSTICS) findings.sort((a, b) => SEVERITIES[a.severity] - SEVERITIES[b.severity]);
  const shown = server.limits.cap(checked.document.uri, 'findings', findings, undefined, MAX_DIAGNOSTICS);
  return shown.map((finding) => toDiagnostic(finding, rangeIn(checked, finding), server));
}

/** The diagnostics of a file that is not open: its own findings, and what shows across files. */
export function diagnosticsOfClosed(
  server: Server,
  uri: string,
  { findings, lines }: Analysis,
  across: readonly AcrossFinding[],
): Diagnostic[] {
  const all: readonly Finding[] = [...findings, ...across];
  return server.limits
    .cap(uri, 'findings', all, undefined, MAX_DIAGNOSTICS)
    .map((finding) => toDiagnostic(finding, toRange(lines, finding.span), server));
}

/** For a client that shows closed files: it asks once more for a document that was closed. */
async function closedDiagnostics(server: Server, uri: string): Promise<Diagnostic[]> {
  server.closedFiles.noteLast(uri);
  const file = server.closedFiles.isAsked ? server.space.closedFile(uri) : undefined;
  const analysis = file && (await analysisOf(server, uri));
  return analysis ? diagnosticsOfClosed(server, uri, analysis, file.findings()) : [];
}

/** Answers clients that ask for a document's diagnostics (LSP 3.17 and later). */
export function answerPulls(server: Server): void {
  const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  server.connection.languages.diagnostics.on((params, token) =>
    server.guard.run<DocumentDiagnosticReport>('textDocument/diagnostic', nothing, async () => {
      const checked = await server.documents.checked(params.textDocument.uri);
      if (token.isCancellationRequested) throw cancelled();
      if (!checked) return { ...nothing, items: await closedDiagnostics(server, params.textDocument.uri) };
      const { findings, revision } = server.space.newsOf(checked);
      const resultId = `${checked.id}/${revision}`;
      if (resultId === params.previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return {
        kind: DocumentDiagnosticReportKind.Full,
        resultId,
        items: diagnosticsOf(server, checked, findings),
      };
    }),
  );
}

/** Sends diagnostics to clients that can't ask. What comes in one burst is answered once. */
export class Publisher {
  readonly #server: Server;
  readonly #waiting = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(server: Server) {
    this.#server = server;
  }

  /** To be called when a document was opened or changed, or is judged anew. */
  schedule(uri: string): void {
    clearTimeout(this.#waiting.get(uri));
    this.#waiting.set(
      uri,
      setTimeout(() => void this.#publish(uri), 0),
    );
  }

  /** To be called when a document was closed: its diagnostics go with it. */
  clear(uri: string): void {
    clearTimeout(this.#waiting.get(uri));
    this.#waiting.delete(uri);
    this.#send({ uri, diagnostics: [] });
  }

  async #publish(uri: string): Promise<void> {
    this.#waiting.delete(uri);
    const server = this.#server;
    await server.guard.run('diagnostics', undefined, async () => {
      const checked = await server.documents.checked(uri);
      if (!checked) return;
      const { findings } = server.space.newsOf(checked);
      this.#send({ uri, diagnostics: diagnosticsOf(server, checked, findings), version: checked.version });
    });
  }

  #send(params: PublishDiagnosticsParams): void {
    this.#server.guard.detach(this.#server.connection.sendDiagnostics(params));
  }
}
