import path from 'node:path';
import type { ExtensionContext } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient/node';
import type { Api } from './extension';
import { type ServerProcess, ServerProcesses } from './server-process';
import { ownTurn } from './turn';

/**
 * The desktop and remote extension host: the server is the command line's `lsp`, in a process of its own. The parts of this
 * are loaded one after the other, so that other extensions need not wait for all of it.
 * @param server one that runs already
 */
export async function activate(context: ExtensionContext, server?: ServerProcess): Promise<Api> {
  const module = path.join(__dirname, 'xencfg.js');
  const processes = new ServerProcesses(module, server);
  context.subscriptions.push({ dispose: () => processes.stop() });
  await ownTurn();
  const { LanguageClient, State, StreamMessageReader } = await import('vscode-languageclient/node');
  await ownTurn();
  const [{ StreamWriter }, { activateWith }, { registerRealXl }, { provideTasks }] = await Promise.all([
    import('../../server/src/lsp/message-writer'),
    import('./extension'),
    import('./real-xl/command'),
    import('./tasks'),
  ]);
  const create = (options: LanguageClientOptions) => {
    const start = async () => {
      const child = processes.start((line) => client.info(line));
      return { reader: new StreamMessageReader(child.stdout), writer: new StreamWriter(child.stdin) };
    };
    const client = new LanguageClient('xencfg', 'Xencfg', start, options);
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Stopped) processes.stop();
    });
    return client;
  };
  const api = await activateWith(context, {}, create);
  registerRealXl(context, api.client);
  provideTasks(context, module);
  return api;
}
