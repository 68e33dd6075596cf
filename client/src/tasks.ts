import * as vscode from 'vscode';

const TYPE = 'xencfg';

/** What tasks.json says of a task of ours; package.json describes it. */
interface Definition extends vscode.TaskDefinition {
  readonly command: 'check' | 'fix';
  readonly args?: readonly string[];
}

/**
 * Offers "check" and "fix" of each workspace folder as tasks, run by the command line that comes with the extension;
 * its findings go to the problems by the matcher $xencfg, unless the server lists those of all files there by itself.
 * @param program the path of dist/xencfg.js
 */
export function provideTasks(context: vscode.ExtensionContext, program: string): void {
  const provider: vscode.TaskProvider = {
    provideTasks: () =>
      (vscode.workspace.workspaceFolders ?? [])
        .filter(({ uri }) => uri.scheme === 'file')
        .flatMap((folder) =>
          (['check', 'fix'] as const).map((command) => taskOf({ type: TYPE, command }, folder, program)),
        ),
    resolveTask: (task) => {
      const definition = task.definition as Definition;
      return taskOf(definition, task.scope ?? vscode.TaskScope.Workspace, program);
    },
  };
  context.subscriptions.push(vscode.tasks.registerTaskProvider(TYPE, provider));
}

function taskOf(
  definition: Definition,
  scope: vscode.WorkspaceFolder | vscode.TaskScope.Global | vscode.TaskScope.Workspace,
  program: string,
): vscode.Task {
  const words = [program, definition.command, ...(definition.args ?? ['.'])];
  // the extension host's own Node, which in the desktop's VS Code is Electron
  const run = new vscode.ProcessExecution(process.execPath, words, { env: { ELECTRON_RUN_AS_NODE: '1' } });
  const folder = typeof scope === 'object' ? scope.uri : undefined;
  const areListed = vscode.workspace.getConfiguration('xencfg', folder).get<boolean>('acrossFiles', true);
  return new vscode.Task(definition, scope, definition.command, 'xencfg', run, areListed ? [] : ['$xencfg']);
}
