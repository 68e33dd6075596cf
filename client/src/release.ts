import * as vscode from 'vscode';
import { RELEASES, releaseName } from '../../server/src/syntax/release';
import { targetOf } from './settings';

const SETTING = 'xenRelease';

/** Lets the user pick the release that the files are for, and writes it where the setting is in effect. */
export async function selectRelease(): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('xencfg', vscode.window.activeTextEditor?.document.uri);
  const current = configuration.get<string>(SETTING);
  const items = RELEASES.map(releaseName)
    .reverse()
    .map((name) => ({
      label: vscode.l10n.t('Xen {0}', name),
      description: name === current ? vscode.l10n.t('in use') : '',
      name,
    }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Xen release that the guests run on'),
    placeHolder: vscode.l10n.t('Grammar, keys and messages follow the release'),
  });
  if (picked) await configuration.update(SETTING, picked.name, targetOf(configuration, SETTING));
}
