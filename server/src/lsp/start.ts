import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { loadPython, type PythonParser } from '../python/index';
import { releaseName } from '../syntax/release';
import { type Abilities, readAbilities } from './abilities';
import { Configuration } from './configuration';
import { Publisher } from './diagnostics';
import { type Checked, Documents } from './documents';
import { announceAll, answerAll } from './features';
import { Guard } from './guard';
import { Limits } from './limits';
import type { Platform } from './platform';
import { type DocumentStatus, type InitializationOptions, STATUS_NOTIFICATION } from './protocol';
import type { Server } from './server';

/** Serves the Language Server Protocol on `connection`, which it starts to listen on. */
export function startServer(connection: Connection, platform: Platform): void {
  const log = connection.console;
  const guard = new Guard(log);
  const configuration = new Configuration(connection, log, guard);
  let abilities: Abilities = readAbilities({});
  let given: InitializationOptions = {};
  let python: Promise<PythonParser | undefined> | undefined;

  const documents = new Documents(
    configuration,
    () => {
      python ??= guard.run('Loading the Python parser', undefined, async () =>
        loadPython(await platform.loadWasm(given)),
      );
      return python;
    },
    (checked) => {
      if (given.status === true) guard.detach(connection.sendNotification(STATUS_NOTIFICATION, statusOf(checked)));
    },
  );
  const limits = new Limits(log);
  const server: Server = {
    connection,
    documents,
    guard,
    limits,
    get abilities() {
      return abilities;
    },
    get rulePage() {
      return typeof given.rulePage === 'string' ? given.rulePage : undefined;
    },
    get hasCommands() {
      return given.commands === true;
    },
  };
  const publisher = new Publisher(server);

  connection.onInitialize((params) => {
    abilities = readAbilities(params.capabilities);
    given = readOptions(params);
    configuration.begin(abilities, given.settings);
    return capabilities(abilities, platform);
  });
  connection.onInitialized(() => {
    if (abilities.registersConfiguration) {
      guard.detach(connection.client.register(DidChangeConfigurationNotification.type, { section: 'xencfg' }));
    }
  });
  connection.onDidChangeConfiguration((change) => {
    configuration.change(change.settings);
    if (!abilities.pullsDiagnostics) {
      for (const { uri } of documents.texts.all()) publisher.schedule(uri);
    } else if (abilities.refreshesDiagnostics) {
      guard.detach(connection.languages.diagnostics.refresh());
    }
    if (abilities.refreshesLenses) guard.detach(connection.sendRequest(CodeLensRefreshRequest.type));
    if (abilities.refreshesInlays) guard.detach(connection.languages.inlayHint.refresh());
  });
  documents.texts.onDidChangeContent(({ document }) => {
    if (!abilities.pullsDiagnostics) publisher.schedule(document.uri);
  });
  documents.texts.onDidClose(({ document }) => {
    documents.forget(document.uri);
    limits.forget(document.uri);
    if (!abilities.pullsDiagnostics) publisher.clear(document.uri);
  });

  answerAll(server);
  documents.texts.listen(connection);
  connection.listen();
}

function readOptions(params: InitializeParams): InitializationOptions {
  const options: unknown = params.initializationOptions;
  return typeof options === 'object' && options !== null ? options : {};
}

function capabilities(abilities: Abilities, platform: Platform): InitializeResult {
  return {
    serverInfo: { name: `Xencfg (${platform.name})` },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      ...announceAll(abilities),
    },
  };
}

function statusOf(checked: Checked): DocumentStatus {
  return {
    uri: checked.document.uri,
    version: checked.version,
    release: releaseName(checked.settings.xenRelease),
    dialect: checked.analysis?.dialect ?? null,
    verdict: checked.analysis?.verdict ?? null,
  };
}
