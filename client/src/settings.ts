import * as vscode from 'vscode';

/** The place where a setting is in effect now, so that a change has one; else the workspace, else the user's settings. */
export function targetOf(configuration: vscode.WorkspaceConfiguration, name: string): vscode.ConfigurationTarget {
  if (configuration.inspect(name)?.workspaceFolderValue !== undefined) {
    return vscode.ConfigurationTarget.WorkspaceFolder;
  }
  const inWorkspace = vscode.workspace.workspaceFolders !== undefined || vscode.workspace.workspaceFile !== undefined;
  return inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
}
