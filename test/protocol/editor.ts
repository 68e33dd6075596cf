import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type {
  ClientCapabilities,
  CodeAction,
  CodeActionContext,
  CompletionItem,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
  InitializeResult,
  LogMessageParams,
  Position,
  PublishDiagnosticsParams,
  Range,
  TextEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  ConvertResult,
  DocumentStatus,
  InitializationOptions,
  PreviewResult,
} from '../../server/src/lsp/protocol';

/** What an editor with everything can do; tests take parts away. */
export const FULL: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true },
    diagnostics: { refreshSupport: true },
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  textDocument: {
    diagnostic: { codeDescriptionSupport: true, relatedInformation: true, tagSupport: { valueSet: [1, 2] } },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
      isPreferredSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
    completion: {
      completionItem: {
        snippetSupport: true,
        insertReplaceSupport: true,
        tagSupport: { valueSet: [1] },
        documentationFormat: ['markdown', 'plaintext'],
      },
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

/** The least that an LSP editor can do: no pull diagnostics, no configuration, no snippets, no markdown. */
export const PLAIN: ClientCapabilities = {
  textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
};

const TIMEOUT = 20_000;

/** An LSP editor without a window: starts `xencfg lsp --stdio` and talks to it. */
export class Editor {
  settings: unknown = {};
  readonly published: PublishDiagnosticsParams[] = [];
  readonly statuses: DocumentStatus[] = [];
  readonly log: LogMessageParams[] = [];
  readonly registered: string[] = [];
  refreshes = 0;
  initialized!: InitializeResult;
  readonly #documents = new Map<string, TextDocument>();

  private constructor(
    readonly process: ChildProcess,
    readonly connection: MessageConnection,
  ) {
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => this.settings),
    );
    connection.onRequest('client/registerCapability', ({ registrations }: { registrations: { method: string }[] }) => {
      this.registered.push(...registrations.map(({ method }) => method));
      return null;
    });
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      return null;
    });
    connection.onNotification('textDocument/publishDiagnostics', (params) => void this.published.push(params));
    connection.onNotification('xencfg/status', (params) => void this.statuses.push(params));
    connection.onNotification('window/logMessage', (params) => void this.log.push(params));
    connection.listen();
  }

  /** Starts a server and initializes it. */
  static async start(
    capabilities: ClientCapabilities = FULL,
    initializationOptions?: InitializationOptions,
    settings: unknown = {},
    folders: readonly string[] = [],
  ): Promise<Editor> {
    const child = spawn(process.execPath, ['dist/xencfg.js', 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const reader = new StreamMessageReader(child.stdout!);
    const editor = new Editor(child, createMessageConnection(reader, new StreamMessageWriter(child.stdin!)));
    editor.settings = settings;
    const workspaceFolders = folders.map((uri) => ({ uri, name: uri.slice(uri.lastIndexOf('/') + 1) }));
    const params = { processId: process.pid, rootUri: null, capabilities, initializationOptions, workspaceFolders };
    editor.initialized = await editor.request('initialize', params);
    await editor.connection.sendNotification('initialized', {});
    return editor;
  }

  /** Runs a test with a server of its own; afterwards the server must end as LSP says, without an error in its log. */
  static async with(work: (editor: Editor) => Promise<void>, ...start: Parameters<typeof Editor.start>): Promise<void> {
    const editor = await Editor.start(...start);
    try {
      await work(editor);
      assert.equal(await editor.stop(), 0);
      assert.deepEqual(editor.errors, []);
    } finally {
      editor.process.kill();
    }
  }

  /** What the server logged as an error. */
  get errors(): string[] {
    return this.log.filter(({ type }) => type === 1).map(({ message }) => message);
  }

  /** A request's answer; fails when it takes too long, which is what "the server hangs" looks like. */
  async request<Result>(method: string, params: unknown): Promise<Result> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer to ${method}`)), TIMEOUT);
    });
    try {
      return await Promise.race([this.connection.sendRequest<Result>(method, params), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  async open(uri: string, text: string, languageId = 'xen-cfg'): Promise<void> {
    const document = TextDocument.create(uri, languageId, 1, text);
    this.#documents.set(uri, document);
    const item = { uri, languageId, version: 1, text };
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: item });
  }

  /** Sends an incremental change, or the whole text when there is no range. */
  async change(uri: string, text: string, range?: Range): Promise<void> {
    const document = this.document(uri);
    const version = document.version + 1;
    const contentChanges = [range ? { range, text } : { text }];
    this.#documents.set(uri, TextDocument.update(document, contentChanges, version));
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  async close(uri: string): Promise<void> {
    this.#documents.delete(uri);
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  async configure(settings: unknown, pushed: unknown = null): Promise<void> {
    this.settings = settings;
    await this.connection.sendNotification('workspace/didChangeConfiguration', { settings: pushed });
  }

  document(uri: string): TextDocument {
    const document = this.#documents.get(uri);
    assert.ok(document, `${uri} is open`);
    return document;
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.request('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
  }

  /** A document's diagnostics; none of these tests' editors takes messages in markdown. */
  async diagnostics(uri: string): Promise<(Diagnostic & { message: string })[]> {
    const report = await this.pull(uri);
    assert.equal(report.kind, 'full');
    return report.items as (Diagnostic & { message: string })[];
  }

  /** A document's diagnostics with that code. */
  async found(uri: string, code: string): Promise<(Diagnostic & { message: string })[]> {
    return (await this.diagnostics(uri)).filter((diagnostic) => diagnostic.code === code);
  }

  actions(uri: string, range: Range, context: Partial<CodeActionContext> = {}): Promise<CodeAction[]> {
    const params = { textDocument: { uri }, range, context: { diagnostics: [], ...context } };
    return this.request('textDocument/codeAction', params);
  }

  hover(uri: string, position: Position): Promise<Hover | null> {
    return this.request('textDocument/hover', { textDocument: { uri }, position });
  }

  completion(uri: string, position: Position): Promise<CompletionItem[]> {
    return this.request('textDocument/completion', { textDocument: { uri }, position });
  }

  preview(uri: string): Promise<PreviewResult> {
    return this.request('xencfg/preview', { uri });
  }

  convert(uri: string): Promise<ConvertResult> {
    return this.request('xencfg/convert', { uri });
  }

  /** The document's text after edits, which must fit its version. */
  apply(uri: string, edits: readonly TextEdit[]): string {
    return TextDocument.applyEdits(this.document(uri), [...edits]);
  }

  /** The document's text after a code action, whose edit must be for the document as it stands. */
  applyAction(uri: string, action: CodeAction | undefined): string {
    assert.ok(action?.edit, 'there is an action with an edit');
    const [change] = action.edit.documentChanges ?? [];
    if (!change) return this.apply(uri, action.edit.changes?.[uri] ?? []);
    assert.ok('edits' in change);
    assert.deepEqual(change.textDocument, { uri, version: this.document(uri).version });
    return this.apply(uri, change.edits as TextEdit[]);
  }

  /** The first publication for a document that fulfils the condition, waited for. */
  async publication(uri: string, fits: (p: PublishDiagnosticsParams) => boolean): Promise<PublishDiagnosticsParams> {
    return until(() => this.published.find((params) => params.uri === uri && fits(params)));
  }

  /** Ends the server as LSP says; gives its exit code. */
  async stop(): Promise<number | null> {
    await this.request('shutdown', undefined);
    const ended = once(this.process, 'exit');
    await this.connection.sendNotification('exit');
    const [code] = await ended;
    this.connection.dispose();
    return code;
  }
}

/** Waits until `find` finds something. */
export async function until<Found>(find: () => Found | undefined): Promise<Found> {
  const end = Date.now() + TIMEOUT;
  for (;;) {
    const found = find();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error('it did not come');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The range of the first place where `part` stands in `text`. */
export function rangeOf(text: string, part: string): Range {
  const document = TextDocument.create('', '', 0, text);
  const start = text.indexOf(part);
  assert.ok(start >= 0, `the text holds ${part}`);
  return { start: document.positionAt(start), end: document.positionAt(start + part.length) };
}
