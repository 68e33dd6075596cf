import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Connection } from './connection';

type Listener = (event: { readonly document: TextDocument }) => void;

/** The texts that the client has open, as it says that they are. */
export class Texts {
  readonly #open = new Map<string, TextDocument>();
  readonly #changed: Listener[] = [];
  readonly #closed: Listener[] = [];

  get(uri: string): TextDocument | undefined {
    return this.#open.get(uri);
  }

  all(): TextDocument[] {
    return [...this.#open.values()];
  }

  /** Hears of every text that is opened or changed. */
  onDidChangeContent(listener: Listener): void {
    this.#changed.push(listener);
  }

  onDidClose(listener: Listener): void {
    this.#closed.push(listener);
  }

  listen(connection: Connection): void {
    const keep = (document: TextDocument) => {
      this.#open.set(document.uri, document);
      for (const listener of this.#changed) listener({ document });
    };
    connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) =>
      keep(TextDocument.create(uri, languageId, version, text)),
    );
    connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
      const document = this.#open.get(uri);
      if (document && contentChanges.length > 0) keep(TextDocument.update(document, contentChanges, version));
    });
    connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
      const document = this.#open.get(uri);
      if (!document || !this.#open.delete(uri)) return;
      for (const listener of this.#closed) listener({ document });
    });
  }
}
