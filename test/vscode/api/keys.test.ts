import * as vscode from 'vscode';
import { equal, matches, ok } from './expect';
import { closeAll, open, openUntitled, until } from './guests';

suite('keys', () => {
  teardown(closeAll);

  function completionsAt(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.CompletionItem[]> {
    return until('completions of ours', async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        position,
      );
      const keys = list.items.filter((item) => item.kind === vscode.CompletionItemKind.Property);
      return keys.length > 0 && keys;
    });
  }

  test('completion: every key on an empty line, without those that are set', async () => {
    const document = await openUntitled('name = "web"\n\n');
    const labels = (await completionsAt(document, new vscode.Position(1, 0))).map(labelOf);
    for (const key of ['memory', 'vcpus', 'disk', 'vif', 'on_crash', 'device_model_version']) {
      ok(labels.includes(key), `${key} among ${labels.length} completions`);
    }
    ok(labels.length > 100, `${labels.length} completions are all keys of xl`);
  });

  test('completion: a key that is half typed is replaced by the whole', async () => {
    const document = await openUntitled('name = "web"\nvcp\n');
    const items = await completionsAt(document, new vscode.Position(1, 3));
    const item = items.find((one) => labelOf(one) === 'vcpus');
    ok(item, `vcpus among ${items.map(labelOf).join(' ')}`);
    const range = item.range instanceof vscode.Range ? item.range : item.range?.replacing;
    ok(range, 'the completion says what it replaces');
    equal(document.getText(range), 'vcp');
  });

  test('hover: what a key is', async () => {
    const document = await open('web01.cfg');
    const at = document.getText().search(/^memory/m);
    ok(at >= 0, 'web01.cfg sets memory');
    const text = await until('a hover of ours', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        document.positionAt(at + 2),
      );
      const texts = hovers.flatMap((hover) => hover.contents).map((one) => (typeof one === 'string' ? one : one.value));
      return texts.join('\n') || undefined;
    });
    matches(text, /memory/);
  });
});

function labelOf(item: vscode.CompletionItem): string {
  return typeof item.label === 'string' ? item.label : item.label.label;
}
