import * as vscode from 'vscode';
import { LANGUAGE_ID } from '../../server/src/lsp/protocol';
import type { Parameters } from './parameters';
import { PREVIEW_SCHEME } from './preview-uri';

/** Registers the lens at each parameter of a template: its value, and the way to another one. */
export function registerParameterLenses(context: vscode.ExtensionContext, parameters: Parameters): void {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses: async (document) => {
      if (document.uri.scheme === PREVIEW_SCHEME) return [];
      if (!vscode.workspace.getConfiguration('xencfg', document).get<boolean>('codeLens', true)) return [];
      const { version } = document;
      const answer = await parameters.ask(document);
      if (!answer || answer.version !== version) return [];
      const given = parameters.of(document.uri);
      return answer.parameters.map(({ name, line, problem, use }) => {
        const value = given[name];
        const title =
          value === undefined
            ? vscode.l10n.t('Parameter {0} has no value: set it', name)
            : problem === undefined
              ? vscode.l10n.t('Parameter {0} = {1}', name, value)
              : vscode.l10n.t('Parameter {0} = {1}: {2}', name, value, problem);
        const command = { title, command: 'xencfg.setParameters', arguments: [document.uri], tooltip: use ?? '' };
        return new vscode.CodeLens(new vscode.Range(line, 0, line, 0), command);
      });
    },
  };
  context.subscriptions.push(
    changed,
    parameters.onDidChange(() => changed.fire()),
    vscode.languages.registerCodeLensProvider({ language: LANGUAGE_ID }, provider),
  );
}
