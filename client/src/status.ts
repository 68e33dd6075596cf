import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { type DocumentStatus, LANGUAGE_ID, STATUS_NOTIFICATION } from '../../server/src/lsp/protocol';
import { sourceOf } from './preview-uri';

/** Shows dialect and release of the active document in the language status, and the server's state when it is down. */
export function registerStatus(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
  const known = new Map<string, DocumentStatus>();
  const item = vscode.languages.createLanguageStatusItem('xencfg.status', [{ language: LANGUAGE_ID }]);
  item.name = vscode.l10n.t('Xen guest configuration');

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
  item.command = { command: 'xencfg.selectRelease', title: vscode.l10n.t('Select Release') };
  const release = status?.release ?? vscode.workspace.getConfiguration('xencfg').get<string>('xenRelease', '');
  item.text = status?.dialect ? `${status.dialect} · Xen ${release}` : `Xen ${release}`;
  item.detail = status ? detailOf(status) : '';
  item.severity = vscode.LanguageStatusSeverity.Information;
}

function detailOf(status: DocumentStatus): string {
  const counts = countsText(status);
  return counts === '' ? verdictOf(status) : vscode.l10n.t('{0}: {1}', verdictOf(status), counts);
}

function verdictOf({ dialect, verdict }: DocumentStatus): string {
  if (dialect === null) return vscode.l10n.t('Not checked');
  if (verdict === null) return vscode.l10n.t('A file of the host: no guest is made from it');
  if (verdict === 'refused') {
    return dialect === 'xm' ? vscode.l10n.t('An xm file, which xl refuses') : vscode.l10n.t('xl refuses it');
  }
  return dialect === 'xm'
    ? vscode.l10n.t('An xm file: xl accepts it, but not all of it works')
    : vscode.l10n.t('xl accepts it');
}

/** The findings of a document by their severity, in words; empty when there are none. */
function countsText({ errors, warnings, notes }: DocumentStatus): string {
  const texts = [
    errors === 1 ? vscode.l10n.t('1 error') : errors > 1 ? vscode.l10n.t('{0} errors', errors) : '',
    warnings === 1 ? vscode.l10n.t('1 warning') : warnings > 1 ? vscode.l10n.t('{0} warnings', warnings) : '',
    notes === 1 ? vscode.l10n.t('1 note') : notes > 1 ? vscode.l10n.t('{0} notes', notes) : '',
  ];
  return texts.filter(Boolean).join(', ');
}

function showServer(item: vscode.LanguageStatusItem, state: State): void {
  item.busy = state === State.Starting;
  item.text = item.busy ? vscode.l10n.t('Xencfg is starting') : vscode.l10n.t('Xencfg is not running');
  item.detail = '';
  item.severity = item.busy ? vscode.LanguageStatusSeverity.Information : vscode.LanguageStatusSeverity.Error;
  item.command = { command: 'xencfg.restartServer', title: vscode.l10n.t('Restart') };
}
