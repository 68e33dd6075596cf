// A client and a server that do nothing, bundled as ours are: what the size of ours is compared with.
import path from 'node:path';
import { build } from 'esbuild';

const root = path.join(import.meta.dirname, '..');

/** A server that knows how to hold texts and nothing more. */
const SERVER = `
import { createConnection, ProposedFeatures, TextDocuments, TextDocumentSyncKind } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
connection.onInitialize(() => ({ capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental } }));
documents.listen(connection);
connection.listen();
`;

/** A client that starts such a server and nothing more. */
const CLIENT = `
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

/** Bundles both into a folder, minified, for Node. @returns their paths */
export async function buildEmpty(folder) {
  const bundle = async (name, contents) => {
    const outfile = path.join(folder, name);
    await build({
      absWorkingDir: root,
      stdin: { contents, resolveDir: root },
      outfile,
      bundle: true,
      minify: true,
      target: 'es2022',
      logLevel: 'warning',
      legalComments: 'none',
      platform: 'node',
      format: 'cjs',
      external: ['vscode'],
    });
    return outfile;
  };
  return { server: await bundle('empty-server.js', SERVER), client: await bundle('empty-client.js', CLIENT) };
}
