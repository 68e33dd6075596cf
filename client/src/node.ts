import type { ExtensionContext } from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';
import { type Api, activateWith } from './extension';
import { registerRealXl } from './real-xl/command';
import { provideTasks } from './tasks';

/** Room for the results of reading a long file before they count as old: with less, collecting them costs more than reading. */
const YOUNG_GENERATION = '--max-semi-space-size=64';

/** The desktop and remote extension host: the server is the command line's `lsp`, in a process of its own. */
export async function activate(context: ExtensionContext): Promise<Api> {
  const run = {
    module: context.asAbsolutePath('dist/xencfg.js'),
    transport: TransportKind.ipc,
    args: ['lsp'],
    options: { execArgv: [YOUNG_GENERATION] },
  };
  const create = (options: LanguageClientOptions) =>
    new LanguageClient('xencfg', 'Xencfg', { run, debug: run }, options);
  const api = await activateWith(context, {}, create);
  registerRealXl(context, api.client);
  provideTasks(context, run.module);
  return api;
}
