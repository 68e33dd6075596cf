// The servers that are measured: how each is started, and the language of its texts.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.join(import.meta.dirname, '../..');
const out = path.join(root, 'out/bench');
const peers = path.join(root, 'bench/node_modules');
const node = process.execPath;

/** As scripts/build.mjs bundles for a package. */
const BUNDLE = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  target: 'es2022',
  logLevel: 'warning',
  legalComments: 'none',
  platform: 'node',
  format: 'cjs',
  external: ['vscode'],
  define: { 'import.meta.url': '"file:///C:/xencfg"' },
};

/** A server that knows how to hold texts and nothing more. */
const EMPTY_SERVER = `
import { createConnection, ProposedFeatures, TextDocuments, TextDocumentSyncKind } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
connection.onInitialize(() => ({ capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental } }));
documents.listen(connection);
connection.listen();
`;

/** A client that starts such a server and nothing more. */
const EMPTY_CLIENT = `
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
let client;
export function activate(context) {
  const server = { module: context.asAbsolutePath('server.js'), transport: TransportKind.ipc };
  client = new LanguageClient('empty', 'Empty', server, { documentSelector: [{ language: 'empty' }] });
  return client.start();
}
export function deactivate() {
  return client?.stop();
}
`;

async function bundle(name, entry) {
  const outfile = path.join(out, name);
  const source = entry.includes('\n') ? { stdin: { contents: entry, resolveDir: root } } : { entryPoints: [entry] };
  await build({ ...BUNDLE, ...source, outfile });
  return outfile;
}

/** Bundles ours and the empty ones, as they would be shipped. */
export async function prepare() {
  mkdirSync(out, { recursive: true });
  return {
    server: await bundle('xencfg.js', 'server/src/cli/main.ts'),
    client: await bundle('client.js', 'client/src/node.ts'),
    emptyServer: await bundle('empty-server.js', EMPTY_SERVER),
    emptyClient: await bundle('empty-client.js', EMPTY_CLIENT),
  };
}

/** The servers by name; `seconds` is how long at most an answer may take. */
export function servers(files) {
  return {
    Xencfg: { command: [node, files.server, 'lsp', '--stdio'], language: 'xl' },
    'vscode-json': {
      command: [node, path.join(peers, 'vscode-langservers-extracted/bin/vscode-json-language-server'), '--stdio'],
      language: 'json',
    },
    yaml: {
      command: [node, path.join(peers, 'yaml-language-server/bin/yaml-language-server'), '--stdio'],
      language: 'yaml',
    },
    bash: { command: [node, path.join(peers, 'bash-language-server/out/cli.js'), 'start'], language: 'shell' },
    empty: { command: [node, files.emptyServer, '--stdio'], language: 'xl' },
  };
}
