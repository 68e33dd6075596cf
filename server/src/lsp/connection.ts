import { type MessageConnection, NotificationType, RequestType, RequestType0 } from 'vscode-jsonrpc';
import type {
  Connection as LspConnection,
  Registration,
  WorkspaceDiagnosticParams,
  WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import { JsonBytes } from './json-writer';

/** What a client asks, by the name of the function that registers who answers. */
const REQUESTS = {
  onCodeAction: 'textDocument/codeAction',
  onCodeActionResolve: 'codeAction/resolve',
  onCodeLens: 'textDocument/codeLens',
  onCompletion: 'textDocument/completion',
  onCompletionResolve: 'completionItem/resolve',
  onDefinition: 'textDocument/definition',
  onDocumentFormatting: 'textDocument/formatting',
  onDocumentHighlight: 'textDocument/documentHighlight',
  onDocumentLinks: 'textDocument/documentLink',
  onDocumentOnTypeFormatting: 'textDocument/onTypeFormatting',
  onDocumentRangeFormatting: 'textDocument/rangeFormatting',
  onDocumentSymbol: 'textDocument/documentSymbol',
  onExecuteCommand: 'workspace/executeCommand',
  onFoldingRanges: 'textDocument/foldingRange',
  onHover: 'textDocument/hover',
  onInitialize: 'initialize',
  onPrepareRename: 'textDocument/prepareRename',
  onReferences: 'textDocument/references',
  onRenameRequest: 'textDocument/rename',
  onSelectionRanges: 'textDocument/selectionRange',
  onSignatureHelp: 'textDocument/signatureHelp',
  onWorkspaceSymbol: 'workspace/symbol',
} as const satisfies Partial<Record<keyof LspConnection, string>>;

/** What a client tells. */
const NOTIFICATIONS = {
  onDidChangeConfiguration: 'workspace/didChangeConfiguration',
  onDidChangeTextDocument: 'textDocument/didChange',
  onDidChangeWatchedFiles: 'workspace/didChangeWatchedFiles',
  onDidCloseTextDocument: 'textDocument/didClose',
  onDidOpenTextDocument: 'textDocument/didOpen',
  onInitialized: 'initialized',
} as const satisfies Partial<Record<keyof LspConnection, string>>;

/** The numbers of `window/logMessage`. */
const LOUDNESS = { error: 1, warn: 2, info: 3, log: 4 } as const;

type Loudness = keyof typeof LOUDNESS;
type Languages = LspConnection['languages'];

/**
 * The client on the other side. It is what vscode-languageserver calls a connection, as far as this server needs one: that
 * of vscode-languageserver carries every feature of the protocol along, which took longer to load than all of ours.
 */
export interface Connection
  extends Pick<LspConnection, keyof typeof REQUESTS | keyof typeof NOTIFICATIONS | 'sendDiagnostics' | 'listen'> {
  readonly console: Readonly<Record<Loudness, (message: string) => void>>;
  readonly languages: {
    readonly diagnostics: Pick<Languages['diagnostics'], 'on' | 'onWorkspace' | 'refresh'>;
    readonly semanticTokens: Pick<Languages['semanticTokens'], 'on' | 'onDelta' | 'onRange'>;
    readonly inlayHint: Pick<Languages['inlayHint'], 'on' | 'refresh'>;
  };
  /** For what is not in the protocol, and for what only we may ask. */
  onRequest: MessageConnection['onRequest'];
  sendRequest: MessageConnection['sendRequest'];
  sendNotification: MessageConnection['sendNotification'];
  onFolders(handler: (change: WorkspaceFoldersChangeEvent) => void): void;
  /** The settings of a section that hold for a document; null when the client has none. */
  configuration(scopeUri: string, section: string): Promise<unknown>;
  /** Asks the client to send a notification from now on. */
  register(method: string, registerOptions: unknown): Promise<void>;
}

/** How the process that the server is in ends. */
export interface Life {
  /** Called with `initialize`: the client's process, whose end is ours. */
  watch?(client: number): void;
  /** Called with `shutdown`. */
  shutDown?(): void;
  /** Called with `exit`. */
  exit(): void;
}

type Handler = (...of: never[]) => unknown;

/**
 * Speaks the protocol with a client over a channel; `console` is where the channel itself complains.
 * @param takesBytes whether the channel carries JsonBytes as they are
 */
export function connect(
  rpc: MessageConnection,
  console: Connection['console'],
  life: Life,
  takesBytes: boolean,
): Connection {
  const answer = (method: string) => (handler: Handler) =>
    rpc.onRequest(
      new RequestType<unknown, unknown, unknown>(method),
      (takesBytes ? handler : withObjects(handler)) as never,
    );
  const hear = (method: string) => (handler: Handler) =>
    rpc.onNotification(new NotificationType<unknown>(method), handler as never);
  const named = (methods: Readonly<Record<string, string>>, register: typeof answer | typeof hear) =>
    Object.fromEntries(Object.entries(methods).map(([name, method]) => [name, register(method)]));
  let registrations = 0;
  rpc.onRequest(new RequestType0('shutdown'), () => {
    life.shutDown?.();
    return null;
  });
  rpc.onNotification('exit', () => life.exit());

  const languages = {
    diagnostics: {
      on: answer('textDocument/diagnostic'),
      onWorkspace: (handler: Handler) =>
        answer('workspace/diagnostic')((params: WorkspaceDiagnosticParams, token: never) =>
          handler(params as never, token, undefined as never, partsOf(rpc, params) as never),
        ),
      refresh: () => rpc.sendRequest('workspace/diagnostic/refresh'),
    },
    semanticTokens: {
      on: answer('textDocument/semanticTokens/full'),
      onDelta: answer('textDocument/semanticTokens/full/delta'),
      onRange: answer('textDocument/semanticTokens/range'),
    },
    inlayHint: { on: answer('textDocument/inlayHint'), refresh: () => rpc.sendRequest('workspace/inlayHint/refresh') },
  };
  return {
    ...(named(REQUESTS, answer) as unknown as Pick<Connection, keyof typeof REQUESTS>),
    ...(named(NOTIFICATIONS, hear) as unknown as Pick<Connection, keyof typeof NOTIFICATIONS>),
    onInitialize: (handler) =>
      answer(REQUESTS.onInitialize)((params: Parameters<typeof handler>[0], token: Parameters<typeof handler>[1]) => {
        if (typeof params.processId === 'number') life.watch?.(params.processId);
        return handler(params, token, undefined as never);
      }),
    console,
    languages: languages as unknown as Connection['languages'],
    listen: () => rpc.listen(),
    onRequest: rpc.onRequest,
    sendRequest: rpc.sendRequest,
    sendNotification: rpc.sendNotification,
    sendDiagnostics: (params) => rpc.sendNotification('textDocument/publishDiagnostics', params),
    onFolders: (handler) =>
      hear('workspace/didChangeWorkspaceFolders')(({ event }: { event: WorkspaceFoldersChangeEvent }) =>
        handler(event),
      ),
    async configuration(scopeUri, section) {
      const answers = await rpc.sendRequest('workspace/configuration', { items: [{ scopeUri, section }] });
      return Array.isArray(answers) ? answers[0] : null;
    },
    async register(method, registerOptions) {
      const registration: Registration = { id: `xencfg-${++registrations}`, method, registerOptions };
      await rpc.sendRequest('client/registerCapability', { registrations: [registration] });
    },
  };
}

/** Answers with what JSON says in its place. */
function withObjects(handler: Handler): Handler {
  return async (...about) => {
    const result = await handler(...about);
    return result instanceof JsonBytes ? result.read() : result;
  };
}

/** Takes an answer in parts to the client; undefined for a client that wants it whole. */
function partsOf(rpc: MessageConnection, { partialResultToken: token }: WorkspaceDiagnosticParams) {
  if (token === undefined) return undefined;
  return { report: (value: unknown) => void rpc.sendNotification('$/progress', { token, value }) };
}

/** Where a server writes: the log of the client, once `attach` has said which. */
export class ClientConsole {
  #rpc: MessageConnection | undefined;

  attach(rpc: MessageConnection): void {
    this.#rpc = rpc;
  }

  readonly error = (message: string) => this.#send('error', message);
  readonly warn = (message: string) => this.#send('warn', message);
  readonly info = (message: string) => this.#send('info', message);
  readonly log = (message: string) => this.#send('log', message);

  #send(loudness: Loudness, message: string): void {
    // that the client has gone is nothing to tell it
    this.#rpc?.sendNotification('window/logMessage', { type: LOUDNESS[loudness], message }).catch(() => {});
  }
}
