import * as vscode from 'vscode';
import { RELEASES, releaseName } from '../../server/src/syntax/release';

const SETTING = 'xenRelease';

/** Lets the user pick the release that the files are for, and writes it where the setting is in effect. */
export async function selectRelease(): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('xencfg', vscode.window.activeTextEditor?.document.uri);
  const current = configuration.get<string>(SETTING);
  const items = RELEASES.map(releaseName)
    .reverse()
    .map((name) => ({
      label: `Xen ${name}`,
      description: name === current ? 'in use' : '',
      name,
    }));
  const picked = await vscode.window.showQuickPick(items, {
    title: 'Xen release that the guests run on',
    placeHolder: 'Grammar, keys and messages follow the release',
  });
  if (picked) await configuration.update(SETTING, picked.name, targetOf(configuration));
}

/** The place that is in effect now, so that the change has one; else the workspace, else the user's settings. */
function targetOf(configuration: vscode.WorkspaceConfiguration): vscode.ConfigurationTarget {
  const set = configuration.inspect<string>(SETTING);
  if (set?.workspaceFolderValue !== undefined) return vscode.ConfigurationTarget.WorkspaceFolder;
  const inWorkspace = vscode.workspace.workspaceFolders !== undefined || vscode.workspace.workspaceFile !== undefined;
  return inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
}
