import { type ExtensionContext, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { type Api, activateWith } from './extension';

/** The browser's extension host: the server is a worker; a restart makes another one. */
export function activate(context: ExtensionContext): Promise<Api> {
  const url = (name: string) => Uri.joinPath(context.extensionUri, 'dist', name).toString(true);
  let worker: Worker | undefined;
  // Not the worker itself: VS Code's extension host puts a Worker of its own in place that instanceof does not know.
  const start = async () => {
    worker?.terminate();
    worker = new Worker(url('server.web.js'));
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  const wasm = { runtime: url('web-tree-sitter.wasm'), grammar: url('tree-sitter-python.wasm') };
  return activateWith(context, { wasm }, (options) => new LanguageClient('xencfg', 'Xencfg', start, options));
}
