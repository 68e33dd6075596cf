import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { LAST_LINES, type LogLines } from './log-lines';

/** What is read here of package.json. */
interface Manifest {
  readonly version: string;
  readonly contributes: { readonly configuration: readonly { readonly properties: Record<string, unknown> }[] };
}

/** Settings of which a report says only that they are set: their values are the user's own. */
const PRIVATE = new Set(['assume', 'knownKeys', 'realXl.command']);

/** Copies what a report about a mistake should say: versions, settings and the last lines of the log, no file's text. */
export async function copyBugReport(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  log: LogLines,
): Promise<void> {
  const { version } = context.extension.packageJSON as Manifest;
  const place = vscode.env.uiKind === vscode.UIKind.Web ? 'web' : 'desktop';
  const remote = vscode.env.remoteName === undefined ? '' : `, remote: ${vscode.env.remoteName}`;
  const server = client.initializeResult?.serverInfo?.name ?? 'not started';
  const report = [
    `- Xencfg ${version}`,
    `- ${vscode.env.appName} ${vscode.version} (${place}${remote}, language ${vscode.env.language})`,
    `- Server: ${server}, ${State[client.state].toLowerCase()}`,
    `- Documents: ${openKinds()}`,
    `- Workspace: ${workspaceKinds()}${vscode.workspace.isTrusted ? '' : ', not trusted'}`,
    '',
    'Settings that differ from their defaults:',
    '',
    ...fenced('json', JSON.stringify(changedSettings(context), undefined, 2)),
    '',
    `The last lines of the log (${LAST_LINES} at the most):`,
    '',
    ...fenced('', log.last.join('\n')),
    '',
  ].join('\n');
  await vscode.env.clipboard.writeText(report);
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      'The report is in the clipboard. It holds no text of your files; look it through before you send it.',
    ),
  );
}

function openKinds(): string {
  const counts = new Map<string, number>();
  for (const { languageId, uri } of vscode.workspace.textDocuments) {
    if (!languageId.startsWith('xen-')) continue;
    const kind = `${languageId} (${uri.scheme})`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => `${count} ${kind}`).join(', ') || 'none';
}

function workspaceKinds(): string {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.length === 0 ? 'none' : folders.map(({ uri }) => uri.scheme).join(', ');
}

function changedSettings(context: vscode.ExtensionContext): Record<string, unknown> {
  const configuration = vscode.workspace.getConfiguration('xencfg');
  const { contributes } = context.extension.packageJSON as Manifest;
  const changed: Record<string, unknown> = {};
  for (const id of contributes.configuration.flatMap(({ properties }) => Object.keys(properties))) {
    const name = id.slice('xencfg.'.length);
    const value = configuration.get(name);
    if (JSON.stringify(value) === JSON.stringify(configuration.inspect(name)?.defaultValue)) continue;
    changed[id] = PRIVATE.has(name) ? '(set)' : value;
  }
  return changed;
}

/** Text between fences that are longer than any run of backquotes in it. */
function fenced(language: string, text: string): string[] {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, text, fence];
}
