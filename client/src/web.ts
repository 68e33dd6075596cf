import { commands, type ExtensionContext, l10n, Uri, window } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { type Api, activateWith } from './extension';

/** The browser's extension host: the server is a worker; a restart makes another one. */
export function activate(context: ExtensionContext): Promise<Api> {
  const home = Uri.joinPath(context.extensionUri, 'dist').toString(true);
  let worker: Worker | undefined;
  // Not the worker itself: VS Code's extension host puts a Worker of its own in place that instanceof does not know.
  const start = async () => {
    worker?.terminate();
    worker = new Worker(`${home}/server.web.js`);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  context.subscriptions.push(
    { dispose: () => worker?.terminate() },
    // no menu shows it here, but a walkthrough or a key binding may ask for it
    commands.registerCommand('xencfg.checkWithXl', () =>
      window.showErrorMessage(l10n.t('There is no xl here: this works on a Xen host, for example over Remote-SSH.')),
    ),
  );
  return activateWith(context, { home }, (options) => new LanguageClient('xencfg', 'Xencfg', start, options));
}
