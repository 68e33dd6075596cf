import * as vscode from 'vscode';

/** Scheme of the pages about rules, which package.json makes open in the Markdown preview. */
const SCHEME = 'xencfg-rule';

/** Where the server finds a rule's page, `{code}` being the rule's code. */
export const RULE_PAGE = `${SCHEME}:/{code}.md`;

/** Serves the pages of docs/rules, to which the codes of diagnostics link. */
export function registerRulePages(context: vscode.ExtensionContext): void {
  const pages = vscode.Uri.joinPath(context.extensionUri, 'docs/rules');
  context.subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: async (uri) =>
        new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(pages, uri.path))),
    }),
  );
}
