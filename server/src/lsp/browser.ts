import { BrowserMessageReader, BrowserMessageWriter, createMessageConnection } from 'vscode-jsonrpc/browser';
import { download, setHome, urlOf } from './browser-files';
import { ClientConsole, connect } from './connection';
import { CONNECTION_OPTIONS } from './guard';
import type { Platform } from './platform';
import { startServer } from './start';

declare const self: DedicatedWorkerGlobalScope & {
  /** What python.web.js puts there. */
  readonly xencfgPython: typeof import('../python/load');
};

/** A browser's worker: what is loaded later lies in the folder that the client named. */
const platform: Platform = {
  name: 'browser',
  begin({ home }) {
    setHome(home);
  },
  async loadPython() {
    const [runtime, grammar] = await Promise.all([
      download('web-tree-sitter.wasm'),
      download('tree-sitter-python.wasm'),
    ]);
    importScripts(urlOf('python.web.js'));
    return self.xencfgPython.loadPython({ runtime, grammar });
  },
};

const log = new ClientConsole();
const [reader, writer] = [new BrowserMessageReader(self), new BrowserMessageWriter(self)];
const rpc = createMessageConnection(reader, writer, log, CONNECTION_OPTIONS);
log.attach(rpc);
// whoever made the worker ends it
startServer(connect(rpc, log, { exit: () => {} }), platform);
