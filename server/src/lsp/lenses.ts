import type { CodeLens } from 'vscode-languageserver';
import { type Lens, lenses } from '../service/index';
import { answer } from './request';
import type { Server } from './server';

const TOP = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Commands of VS Code and of Xencfg's own client; other clients show the titles alone. */
const COMMANDS: Readonly<Record<Lens['leadsTo'], string>> = {
  release: 'xencfg.selectRelease',
  problems: 'workbench.actions.view.problems',
  preview: 'xencfg.preview',
};

/** Registers `textDocument/codeLens`. What leads nowhere but to a command is left out for clients without it. */
export function answerLenses(server: Server): void {
  server.connection.onCodeLens(({ textDocument: { uri } }, token) =>
    answer<CodeLens[]>(server, 'textDocument/codeLens', uri, token, [], ({ analysis, settings }) => {
      if (!settings.codeLens) return [];
      const shown = lenses(analysis, server.caption).filter(
        ({ leadsTo }) => server.hasCommands || leadsTo !== 'preview',
      );
      return shown.map(({ title, leadsTo }) => ({
        range: TOP,
        command: { title, command: server.hasCommands ? COMMANDS[leadsTo] : '' },
      }));
    }),
  );
}
