import * as vscode from 'vscode';
import type { AssumableInfo } from '../../server/src/lsp/protocol';
import type { Parameters } from './parameters';
import { nameOf } from './preview-uri';
import { targetOf } from './settings';

const SETTING = 'assume';

interface Item extends vscode.QuickPickItem {
  readonly expression: string;
}

/** Lets the user say what an expression came to on the machine where xm ran, and writes it into `xencfg.assume`. */
export async function setAssumptions(document: vscode.TextDocument, parameters: Parameters): Promise<void> {
  const answer = await parameters.ask(document);
  const configuration = vscode.workspace.getConfiguration('xencfg', document);
  const given = configuration.get<Record<string, string>>(SETTING, {});
  const items = (answer?.assumables ?? []).map((one) => itemOf(one, given));
  if (items.length === 0) {
    const name = nameOf(document.uri);
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Nothing in {0} depends on the machine where xm ran.', name),
    );
    return;
  }
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('What only the machine knew on which xm ran'),
    placeHolder: vscode.l10n.t('Pick an expression to say what it came to'),
    matchOnDetail: true,
  });
  if (!picked) return;
  const { expression } = picked;
  const value = await vscode.window.showInputBox({
    title: expression,
    prompt: vscode.l10n.t('The text that it came to. Leave it empty to say nothing of it.'),
    value: given[expression] ?? '',
    ignoreFocusOut: true,
  });
  if (value !== undefined) await write(configuration, expression, value);
}

function itemOf({ expression, line, assumed, reason }: AssumableInfo, given: Readonly<Record<string, string>>): Item {
  const value = given[expression];
  const place = vscode.l10n.t('line {0}', line + 1);
  const what =
    value !== undefined
      ? vscode.l10n.t("'{0}', from the settings", value)
      : (assumed ?? vscode.l10n.t('not known: {0}', reason ?? ''));
  return { expression, label: expression, description: place, detail: what };
}

async function write(configuration: vscode.WorkspaceConfiguration, expression: string, value: string): Promise<void> {
  const target = targetOf(configuration, SETTING);
  const all = configuration.inspect<Record<string, string>>(SETTING);
  const before =
    target === vscode.ConfigurationTarget.WorkspaceFolder
      ? all?.workspaceFolderValue
      : target === vscode.ConfigurationTarget.Workspace
        ? all?.workspaceValue
        : all?.globalValue;
  const { [expression]: _, ...others } = before ?? {};
  await configuration.update(SETTING, value === '' ? others : { ...others, [expression]: value }, target);
}
