import { pageOf } from './diagnostics';
import type { Server } from './server';

/** Opens a rule's page in the client; its argument is the rule's code. */
export const OPEN_RULE_COMMAND = 'xencfg.openRulePage';

/** Registers `workspace/executeCommand`. */
export function answerCommands(server: Server): void {
  server.connection.onExecuteCommand(({ command, arguments: words }) =>
    server.guard.run<null>('workspace/executeCommand', null, async () => {
      const [code] = (words ?? []) as unknown[];
      const page = command === OPEN_RULE_COMMAND && typeof code === 'string' ? pageOf(server, code) : undefined;
      if (page !== undefined && server.abilities.showsDocuments) {
        await server.connection.sendRequest('window/showDocument', {
          uri: page,
          external: !page.startsWith('file:'),
        });
      }
      return null;
    }),
  );
}
