import * as vscode from 'vscode';

const STATUS_BAR_TIME = 3000;

/** Registers what the walkthrough "From xm to xl" (package.json, docs/walkthrough) calls. */
export function registerWalkthrough(context: vscode.ExtensionContext): void {
  const walkthrough = `${context.extension.id}#from-xm-to-xl`;
  context.subscriptions.push(
    vscode.commands.registerCommand('xencfg.openWalkthrough', () =>
      vscode.commands.executeCommand('workbench.action.openWalkthrough', walkthrough, false),
    ),
    vscode.commands.registerCommand('xencfg.copyCommand', async (command: unknown) => {
      if (typeof command !== 'string') return;
      await vscode.env.clipboard.writeText(command);
      vscode.window.setStatusBarMessage(`$(check) ${vscode.l10n.t('Copied: {0}', command)}`, STATUS_BAR_TIME);
    }),
  );
}
