import type { AcrossFinding } from '../workspace/across';
import { toDiagnostic } from './diagnostics';
import type { Server } from './server';

/** Sends what shows across files for those that are not open: nobody asks for their diagnostics. */
export class ClosedFiles {
  readonly #server: Server;
  /** The files of which something was sent, and the URI that it was sent for. */
  readonly #sent = new Map<string, string>();

  constructor(server: Server) {
    this.#server = server;
  }

  /** To be told all findings of a file after each change; none when it was opened, or is gone. */
  update(key: string, uri: string, findings: readonly AcrossFinding[]): void {
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
