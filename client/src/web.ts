import { commands, type ExtensionContext, l10n, Uri, window } from 'vscode';
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
  context.subscriptions.push(
    { dispose: () => worker?.terminate() },
    // no menu shows it here, but a walkthrough or a key binding may ask for it
    commands.registerCommand('xencfg.checkWithXl', () =>
      window.showErrorMessage(l10n.t('There is no xl here: this works on a Xen host, for example over Remote-SSH.')),
    ),
  );
  const wasm = { runtime: url('web-tree-sitter.wasm'), grammar: url('tree-sitter-python.wasm') };
  return activateWith(context, { wasm }, (options) => new LanguageClient('xencfg', 'Xencfg', start, options));
}
