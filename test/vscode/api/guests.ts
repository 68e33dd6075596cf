import * as vscode from 'vscode';

/** The extension under test. */
export const EXTENSION = 'xencfg.xencfg';

/** Opens a file of the workspace (a copy of samples/ and of the tests' own files) in an editor. */
export async function open(path: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('no workspace folder');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, path));
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** A place in the folder of the workspace. */
export function root(path: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, path);
}

/**
 * Opens a text that is no file yet, as a guest configuration. VS Code gives such texts the names of those before, and gives
 * back what it has kept of one that was closed a moment ago in the place of the new one: then it is opened once more.
 */
export function openUntitled(content: string): Promise<vscode.TextDocument> {
  return until('a text of its own', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'xen-cfg', content });
    await vscode.window.showTextDocument(document, { preview: false });
    if (comparable(document.getText()) === comparable(content)) return document;
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    return false;
  });
}

/** Without what VS Code writes in another way. */
const comparable = (text: string) => text.replace(/[\r\n\ufeff\ufffd\ud800-\udfff]/g, '');

/** Closes all editors; unsaved changes are dropped. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor?.document.isDirty) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Asks again and again until `probe` gives something other than undefined and false. */
export async function until<T>(
  what: string,
  probe: () => T | undefined | false | Promise<T | undefined | false>,
  limit = 25_000,
): Promise<T> {
  for (const end = Date.now() + limit; ; ) {
    const value = await probe();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > end) throw new Error(`not within ${limit / 1000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The rule's code of a diagnostic. */
export function codeOf(diagnostic: vscode.Diagnostic): string {
  const { code } = diagnostic;
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits for a diagnostic of a rule on a line (counted from 0). */
export function diagnosticAt(document: vscode.TextDocument, line: number, code: string): Promise<vscode.Diagnostic> {
  const all = () => vscode.languages.getDiagnostics(document.uri);
  return until(`${code} on line ${line + 1} of ${document.uri.path}`, () =>
    all().find((found) => codeOf(found) === code && found.range.start.line <= line && line <= found.range.end.line),
  );
}

/** The line that starts with `text`, from 0. */
export function lineOf(document: vscode.TextDocument, text: string): number {
  for (let line = 0; line < document.lineCount; line++) {
    if (document.lineAt(line).text.startsWith(text)) return line;
  }
  throw new Error(`no line of ${document.uri.path} starts with ${text}`);
}

/**
 * The code actions of a kind for a range, at least one. Asked again while there is none: just after its start VS Code
 * cancels such requests whenever another extension registers a provider; the answer is then empty, or an error.
 */
export function actionsAt(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  return until(`a code action of kind ${kind.value} at line ${range.start.line + 1}`, async () => {
    try {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
        kind.value,
        100,
      );
      return actions.length > 0 && actions;
    } catch (error) {
      if (/cancell?ed/i.test(String(error))) return false;
      throw error;
    }
  });
}

/** Applies a code action as a click on it does. */
export async function apply(action: vscode.CodeAction | undefined): Promise<void> {
  if (!action?.edit) throw new Error(`no edit in ${JSON.stringify(action)}`);
  if (!(await vscode.workspace.applyEdit(action.edit))) throw new Error(`${action.title} was not applied`);
}

export function wholeOf(document: vscode.TextDocument): vscode.Range {
  return document.validateRange(new vscode.Range(0, 0, Number.MAX_SAFE_INTEGER, 0));
}
