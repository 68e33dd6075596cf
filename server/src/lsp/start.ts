import type { InitializeParams, InitializeResult, WorkspaceFolder } from 'vscode-languageserver';
import type { Python } from '../python/index';
import { type Caption, captionsIn, countFindings, inEnglish, type Translations } from '../service/index';
import { releaseName } from '../syntax/release';
import { type Abilities, readAbilities } from './abilities';
import { ClosedFiles } from './closed-files';
import { Configuration } from './configuration';
import type { Connection } from './connection';
import { Publisher } from './diagnostics';
import { type Checked, Documents } from './documents';
import { announceAll, answerAll } from './features';
import { isConfigFile } from './folder-configs';
import { Guard } from './guard';
import { clientFiles } from './guest-files';
import { Limits } from './limits';
import { FileChangeType, TextDocumentSyncKind } from './numbers';
import type { Platform } from './platform';
import { type DocumentStatus, GUESTS_NOTIFICATION, type InitializationOptions, STATUS_NOTIFICATION } from './protocol';
import { baseName } from './read-guest';
import type { Server } from './server';
import { Space } from './space';

/** Serves the Language Server Protocol on `connection`, which it starts to listen on. */
export function startServer(connection: Connection, platform: Platform): void {
  const log = connection.console;
  const guard = new Guard(log);
  const configuration = new Configuration(connection, log, guard, platform.files);
  let abilities: Abilities = readAbilities({});
  let given: InitializationOptions = {};
  let caption: Caption = inEnglish;
  let folders: readonly WorkspaceFolder[] = [];
  let python: Promise<Python | undefined> | undefined;

  const loadOnce = () => {
    python ??= guard.run('Loading the Python parser', undefined, () => platform.loadPython());
    return python;
  };
  const documents = new Documents(configuration, loadOnce, (checked) => {
    space.noteChecked(checked);
    if (given.status === true) guard.detach(connection.sendNotification(STATUS_NOTIFICATION, statusOf(checked)));
  });
  const limits = new Limits(log);
  const byClient = clientFiles(connection);
  const space = new Space({
    configuration,
    python: loadOnce,
    files: (uri) => (uri.startsWith('file:') && platform.files) || (given.files === true ? byClient : undefined),
    seed: String(Math.random()),
    openChanged: (uris) => {
      if (!abilities.pullsDiagnostics) for (const uri of uris) publisher.schedule(uri);
      else if (abilities.refreshesDiagnostics) guard.detach(connection.languages.diagnostics.refresh());
    },
    guestsChanged: () => {
      if (given.guests === true) guard.detach(connection.sendNotification(GUESTS_NOTIFICATION));
    },
    closedChanged: (key, uri, findings) => closedFiles.update(key, uri, findings),
  });
  const server: Server = {
    connection,
    documents,
    guard,
    limits,
    space,
    platform,
    get abilities() {
      return abilities;
    },
    get closedFiles() {
      return closedFiles;
    },
    get rulePage() {
      return typeof given.rulePage === 'string' ? given.rulePage : undefined;
    },
    get caption() {
      return caption;
    },
    get hasCommands() {
      return given.commands === true;
    },
  };
  const publisher = new Publisher(server);
  const closedFiles = new ClosedFiles(server);

  connection.onInitialize((params) => {
    abilities = readAbilities(params.capabilities);
    given = readOptions(params);
    platform.begin?.(given);
    caption = captionsIn(translationsOf(given));
    configuration.begin(abilities, given.settings);
    folders = foldersOf(params);
    return capabilities(abilities, platform);
  });
  connection.onInitialized(() => {
    if (abilities.hasFolders) {
      connection.onFolders(({ added, removed }) => space.setFolders(added, removed));
    }
    if (abilities.watchesFiles) {
      const watchers = [{ globPattern: '**/*' }];
      guard.detach(connection.register('workspace/didChangeWatchedFiles', { watchers }));
    }
    space.setFolders(folders, []);
    if (abilities.registersConfiguration) {
      guard.detach(connection.register('workspace/didChangeConfiguration', { section: 'xencfg' }));
    }
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri, type } of changes) space.noteChange(uri, type === FileChangeType.Deleted);
    if (changes.some(({ uri }) => isConfigFile(uri))) changeSettings(null);
  });
  connection.onDidChangeConfiguration((change) => changeSettings(change.settings));
  const changeSettings = (pushed: unknown) => {
    configuration.change(pushed);
    space.restart();
    if (!abilities.pullsDiagnostics) {
      for (const { uri } of documents.texts.all()) publisher.schedule(uri);
    } else if (abilities.refreshesDiagnostics) {
      guard.detach(connection.languages.diagnostics.refresh());
    }
    if (abilities.refreshesLenses) guard.detach(connection.sendRequest('workspace/codeLens/refresh'));
    if (abilities.refreshesInlays) guard.detach(connection.languages.inlayHint.refresh());
  };
  documents.texts.onDidChangeContent(({ document }) => {
    if (!abilities.pullsDiagnostics) publisher.schedule(document.uri);
  });
  documents.texts.onDidClose(({ document }) => {
    documents.forget(document.uri);
    limits.forget(document.uri);
    if (!abilities.pullsDiagnostics) publisher.clear(document.uri);
    space.noteClosed(document.uri);
    closedFiles.noteLast(document.uri);
  });

  answerAll(server);
  documents.texts.listen(connection);
  connection.listen();
}

/** The folders that are open; of a client that knows no more than one, its root. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly WorkspaceFolder[] {
  if (workspaceFolders) return workspaceFolders;
  return typeof rootUri === 'string' ? [{ uri: rootUri, name: baseName(rootUri) }] : [];
}

function readOptions(params: InitializeParams): InitializationOptions {
  const options: unknown = params.initializationOptions;
  return typeof options === 'object' && options !== null ? options : {};
}

/** The texts that the client handed over. */
function translationsOf({ translations }: InitializationOptions): Translations {
  const texts = Object.entries(translations ?? {}).filter(([, text]) => typeof text === 'string');
  return Object.fromEntries(texts);
}

function capabilities(abilities: Abilities, platform: Platform): InitializeResult {
  return {
    serverInfo: { name: `Xencfg (${platform.name})` },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      ...announceAll(abilities),
      ...(abilities.hasFolders && { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }),
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
    ...countFindings(checked.analysis?.findings ?? []),
  };
}
