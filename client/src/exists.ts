import * as vscode from 'vscode';

/** True when there is a file or folder at that place, in whatever file system. */
export async function exists(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}
