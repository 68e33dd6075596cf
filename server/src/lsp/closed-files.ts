import type { AcrossFinding } from '../workspace/across';
import { toDiagnostic } from './diagnostics';
import type { Server } from './server';

/** Milliseconds in which a client has taken an answer. */
const TAKEN = 50;

/** Sends what shows across files for those that are not open, while nobody asks for their diagnostics. */
export class ClosedFiles {
  readonly #server: Server;
  /** The files of which something was sent, and the URI that it was sent for. */
  readonly #sent = new Map<string, string>();
  readonly #listeners = new Set<(key: string, uri: string) => void>();
  readonly #forgotten = new Set<(uri: string) => void>();
  #isAsked = false;

  constructor(server: Server) {
    this.#server = server;
  }

  /**
   * Tells a request for the diagnostics of the workspace of each file that has changed. From the first one on nothing is
   * sent unasked: the client would show it twice.
   */
  listen(listener: (key: string, uri: string) => void): { dispose(): void } {
    if (!this.#isAsked) for (const uri of this.#sent.values()) this.#send(uri, []);
    this.#isAsked = true;
    this.#sent.clear();
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  /** Tells a request for the diagnostics of the workspace of each document that the client has forgotten. */
  listenForgotten(listener: (uri: string) => void): { dispose(): void } {
    this.#forgotten.add(listener);
    return { dispose: () => this.#forgotten.delete(listener) };
  }

  /**
   * To be told that a client has closed a document, or asks for the diagnostics of one that it has closed.
   * vscode-languageclient 11 asks once, before or after, drops the answer, and takes from then on what is said of the
   * workspace; what it was told of the file before that it has dropped, too.
   */
  noteLast(uri: string): void {
    if (!this.#isAsked) return;
    setTimeout(() => {
      for (const listener of this.#forgotten) listener(uri);
    }, TAKEN);
  }

  /** True for a client that asks for the diagnostics of the workspace. */
  get isAsked(): boolean {
    return this.#isAsked;
  }

  /** To be told all findings of a file after each change; none when it was opened, or is gone. */
  update(key: string, uri: string, findings: readonly AcrossFinding[]): void {
    for (const listener of this.#listeners) listener(key, uri);
    if (this.#isAsked) return;
    const before = this.#sent.get(key);
    if (before !== undefined && (before !== uri || findings.length === 0)) {
      this.#sent.delete(key);
      this.#send(before, []);
    }
    if (findings.length === 0) return;
    this.#sent.set(key, uri);
    this.#send(uri, findings);
  }

  #send(uri: string, findings: readonly AcrossFinding[]): void {
    const { connection, guard } = this.#server;
    const diagnostics = findings.map((finding) => {
      return toDiagnostic(finding, { start: finding.span.from, end: finding.span.to }, this.#server);
    });
    guard.detach(connection.sendDiagnostics({ uri, diagnostics }));
  }
}
