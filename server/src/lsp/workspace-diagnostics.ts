import type {
  CancellationToken,
  PreviousResultId,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { fingerprint } from '../workspace/made';
import { diagnosticsOfClosed } from './diagnostics';
import { cancelled } from './guard';
import { analysisOf } from './guest-list';
import { type KnownFile, withoutFixes } from './known-files';
import { DocumentDiagnosticReportKind } from './numbers';
import type { Server } from './server';
import { Turns } from './turns';

/** Files that one part of an answer is about. */
const TOGETHER = 100;

/**
 * Answers clients that ask for the diagnostics of files of guests, and of the host's own, that are not open. A client that
 * takes an answer in parts gets one more whenever something has changed, until it cancels; any other one is answered at once.
 */
export function answerWorkspacePulls(server: Server): void {
  server.connection.languages.diagnostics.onWorkspace(({ previousResultIds }, token, _, parts) =>
    server.guard.run<WorkspaceDiagnosticReport>('workspace/diagnostic', { items: [] }, async () => {
      const pull = new WorkspacePull(server, previousResultIds, token);
      try {
        await pull.untilComplete();
        if (!parts) {
          const items: WorkspaceDocumentDiagnosticReport[] = [];
          await pull.everything(true, (more) => items.push(...more));
          return { items };
        }
        const send = (items: WorkspaceDocumentDiagnosticReport[]) => parts.report({ items });
        await pull.everything(false, send);
        for (;;) await pull.nextChanges(send);
      } finally {
        pull.dispose();
      }
    }),
  );
}

type Send = (items: WorkspaceDocumentDiagnosticReport[]) => void;

/** One request, and what the client knows. */
class WorkspacePull {
  readonly #server: Server;
  /** The result that the client has of each file. */
  readonly #known: Map<string, string>;
  readonly #token: CancellationToken;
  /** The files of which something else may have to be said, by their keys. */
  #changed = new Map<string, string>();
  /** Documents of which the client has forgotten all that it was told. */
  #forgotten = new Set<string>();
  #wake: () => void = () => {};
  readonly #subscriptions: readonly { dispose(): void }[];

  constructor(server: Server, previous: readonly PreviousResultId[], token: CancellationToken) {
    this.#server = server;
    this.#known = new Map(previous.map(({ uri, value }) => [uri, value]));
    this.#token = token;
    const noted = server.closedFiles.listen((key, uri) => {
      this.#changed.set(key, uri);
      this.#wake();
    });
    const forgotten = server.closedFiles.listenForgotten((uri) => {
      this.#forgotten.add(uri);
      this.#wake();
    });
    this.#subscriptions = [noted, forgotten, token.onCancellationRequested(() => this.#wake())];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Waits until all folders were read: before that, guests of other files may seem to be missing. */
  async untilComplete(): Promise<void> {
    while (!this.#server.space.isComplete) await this.#anything();
  }

  /** Reports of every file that is not open, and of those that are no such files any more; of unchanged ones if wanted. */
  async everything(unchanged: boolean, send: Send): Promise<void> {
    this.#changed.clear();
    const gone = new Map([...this.#known.keys()].map((uri) => [uri, uri]));
    const files = [...this.#server.space.files()].sort((a, b) => (a.uri < b.uri ? -1 : 1));
    for (const { uri } of files) gone.delete(uri);
    for (const { uri } of this.#server.documents.texts.all()) gone.delete(uri);
    const reports = async function* (pull: WorkspacePull) {
      for (const uri of gone.keys()) yield pull.#cleared(uri);
      for (const file of files) yield await pull.#reportOf(file, unchanged);
    };
    await this.#sendAll(reports(this), send);
  }

  /** Waits for changes, and reports them. */
  async nextChanges(send: Send): Promise<void> {
    if (this.#changed.size === 0 && this.#forgotten.size === 0) await this.#anything();
    const [changed, forgotten] = [this.#changed, this.#forgotten];
    this.#changed = new Map();
    this.#forgotten = new Set();
    const reports = async function* (pull: WorkspacePull) {
      for (const [key, uri] of changed) {
        const file = pull.#server.space.file(key);
        if (file?.uri !== uri && pull.#known.has(uri) && !pull.#server.documents.texts.get(uri))
          yield pull.#cleared(uri);
        if (file) yield await pull.#reportOf(file, false);
      }
      for (const uri of forgotten) {
        pull.#known.delete(uri);
        const file = pull.#server.space.closedFile(uri);
        if (file) yield await pull.#reportOf(file, false);
        else if (!pull.#server.documents.texts.get(uri)) yield pull.#cleared(uri);
      }
    };
    await this.#sendAll(reports(this), send);
  }

  async #sendAll(reports: AsyncIterable<WorkspaceDocumentDiagnosticReport | undefined>, send: Send): Promise<void> {
    let items: WorkspaceDocumentDiagnosticReport[] = [];
    const turns = new Turns();
    for await (const report of reports) {
      if (report && items.push(report) >= TOGETHER) {
        send(items);
        items = [];
      }
      await turns.next();
      if (this.#token.isCancellationRequested) throw cancelled();
    }
    if (items.length > 0) send(items);
  }

  /** What is to be said of a file now; nothing of one that is open, for which the client asks otherwise. */
  async #reportOf(file: KnownFile, unchanged: boolean): Promise<WorkspaceDocumentDiagnosticReport | undefined> {
    const { uri, version } = file;
    if (file.isOpen) {
      this.#known.delete(uri);
      return undefined;
    }
    const across = file.findings();
    const resultId = fingerprint(`${version}\0${withoutFixes(across)}`);
    if (this.#known.get(uri) === resultId) {
      return unchanged ? { kind: DocumentDiagnosticReportKind.Unchanged, uri, version: null, resultId } : undefined;
    }
    this.#known.set(uri, resultId);
    const analysis = await analysisOf(this.#server, uri);
    const items = analysis ? diagnosticsOfClosed(this.#server, uri, analysis, across) : [];
    return { kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId, items };
  }

  #cleared(uri: string): WorkspaceDocumentDiagnosticReport {
    this.#known.delete(uri);
    return { kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] };
  }

  /** Waits until something has changed, or the request is cancelled. */
  async #anything(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      if (this.#token.isCancellationRequested) resolve();
    });
    if (this.#token.isCancellationRequested) throw cancelled();
  }
}
