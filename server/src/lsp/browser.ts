import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
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
  async loadPython({ home }) {
    if (home === undefined) throw new Error('the client did not say where the files are (initializationOptions.home)');
    const [runtime, grammar] = await Promise.all([
      download(`${home}/web-tree-sitter.wasm`),
      download(`${home}/tree-sitter-python.wasm`),
    ]);
    importScripts(`${home}/python.web.js`);
    return self.xencfgPython.loadPython({ runtime, grammar });
  },
};

async function download(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}

startServer(
  createConnection(
    ProposedFeatures.all,
    new BrowserMessageReader(self),
    new BrowserMessageWriter(self),
    CONNECTION_OPTIONS,
  ),
  platform,
);
