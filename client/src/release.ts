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
      label: `Xen ${name}`,
      description: name === current ? 'in use' : '',
      name,
    }));
  const picked = await vscode.window.showQuickPick(items, {
    title: 'Xen release that the guests run on',
    placeHolder: 'Grammar, keys and messages follow the release',
  });
  if (picked) await configuration.update(SETTING, picked.name, targetOf(configuration, SETTING));
}
