import { BrowserMessageReader, BrowserMessageWriter, createMessageConnection } from 'vscode-jsonrpc/browser';
import { download, setHome } from './browser-files';
import { ClientConsole, connect } from './connection';
import { CONNECTION_OPTIONS } from './guard';
import type { Platform } from './platform';
import { startServer } from './start';

declare const self: DedicatedWorkerGlobalScope;

/** A browser's worker: what is loaded later lies in the folder that the client named. */
const platform: Platform = {
  name: 'browser',
  begin({ home }) {
    setHome(home);
  },
  async loadPython() {
    const [code, runtime, grammar] = await Promise.all([
      download('python.web.js'),
      download('web-tree-sitter.wasm'),
      download('tree-sitter-python.wasm'),
    ]);
    // not importScripts, which would keep everybody waiting meanwhile; VS Code loads extensions in the same way
    const { loadPython }: typeof import('../python/load') = new Function(
      `${new TextDecoder().decode(code)}\nreturn xencfgPython;`,
    )();
    return loadPython({ runtime, grammar });
  },
};

const log = new ClientConsole();
const [reader, writer] = [new BrowserMessageReader(self), new BrowserMessageWriter(self)];
const rpc = createMessageConnection(reader, writer, log, CONNECTION_OPTIONS);
log.attach(rpc);
// whoever made the worker ends it
startServer(connect(rpc, log, { exit: () => {} }, false), platform);
