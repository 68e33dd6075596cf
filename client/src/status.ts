import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { type DocumentStatus, LANGUAGE_ID, STATUS_NOTIFICATION } from '../../server/src/lsp/protocol';
import { sourceOf } from './preview-uri';

/** Shows dialect and release of the active document in the language status, and the server's state when it is down. */
export function registerStatus(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
  const known = new Map<string, DocumentStatus>();
  const item = vscode.languages.createLanguageStatusItem('xencfg.status', [{ language: LANGUAGE_ID }]);
  item.name = 'Xen guest configuration';

  const show = () => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    if (client.state === State.Running) showDocument(item, uri && known.get(sourceOf(uri).toString()));
    else showServer(item, client.state);
  };
  context.subscriptions.push(
    item,
    client.onNotification(STATUS_NOTIFICATION, (status: DocumentStatus) => {
      const uri = client.protocol2CodeConverter.asUri(status.uri);
      known.set(uri.toString(), status);
      show();
    }),
    client.onDidChangeState(show),
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.workspace.onDidCloseTextDocument((document) => known.delete(document.uri.toString())),
  );
  show();
}

function showDocument(item: vscode.LanguageStatusItem, status: DocumentStatus | undefined): void {
  item.busy = false;
  item.command = { command: 'xencfg.selectRelease', title: 'Select Release' };
  const release = status?.release ?? vscode.workspace.getConfiguration('xencfg').get<string>('xenRelease', '');
  item.text = status?.dialect ? `${status.dialect} · Xen ${release}` : `Xen ${release}`;
  item.detail = status ? detailOf(status) : '';
  item.severity = vscode.LanguageStatusSeverity.Information;
}

function detailOf(status: DocumentStatus): string {
  if (status.dialect === null) return 'Not checked';
  if (status.verdict === null) return 'A file of the host: no guest is made from it';
  if (status.verdict === 'refused') return status.dialect === 'xm' ? 'An xm file, which xl refuses' : 'xl refuses it';
  return status.dialect === 'xm' ? 'An xm file: xl accepts it, but not all of it works' : 'xl accepts it';
}

function showServer(item: vscode.LanguageStatusItem, state: State): void {
  item.busy = state === State.Starting;
  item.text = item.busy ? 'Xencfg is starting' : 'Xencfg is not running';
  item.detail = '';
  item.severity = item.busy ? vscode.LanguageStatusSeverity.Information : vscode.LanguageStatusSeverity.Error;
  item.command = { command: 'xencfg.restartServer', title: 'Restart' };
}
