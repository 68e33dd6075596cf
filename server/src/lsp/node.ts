import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { CONNECTION_OPTIONS } from './guard';
import { nodeFiles } from './node-files';
import type { Platform } from './platform';
import { startServer } from './start';

/** Node: the wasm files lie beside the bundle that this code is part of. */
const platform: Platform = {
  name: 'node',
  files: nodeFiles(),
  async loadWasm() {
    const [runtime, grammar] = await Promise.all([
      readFile(path.join(__dirname, 'web-tree-sitter.wasm')),
      readFile(path.join(__dirname, 'tree-sitter-python.wasm')),
    ]);
    return { runtime, grammar };
  },
};

/**
 * Serves LSP over what the command line names: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME`, the words
 * that vscode-languageclient appends. False, and nothing happens, when `argv` (what follows `lsp`) names none of them.
 * The process ends with the client: after `exit`, when the channel closes, or when the client's process is gone.
 */
export function runNodeServer(argv: readonly string[]): boolean {
  if (!argv.some((word) => /^--(stdio|node-ipc|socket|pipe)(=|$)/.test(word))) return false;
  startServer(createConnection(ProposedFeatures.all, CONNECTION_OPTIONS), platform);
  return true;
}
