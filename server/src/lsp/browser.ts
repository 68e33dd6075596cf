import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { CONNECTION_OPTIONS } from './guard';
import type { Platform } from './platform';
import { startServer } from './start';

declare const self: DedicatedWorkerGlobalScope;

/** A browser's worker: the wasm files are fetched from the URLs that the client named. */
const platform: Platform = {
  name: 'browser',
  async loadWasm({ wasm }) {
    if (!wasm) throw new Error('the client named no wasm files (initializationOptions.wasm)');
    const [runtime, grammar] = await Promise.all([download(wasm.runtime), download(wasm.grammar)]);
    return { runtime, grammar };
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
