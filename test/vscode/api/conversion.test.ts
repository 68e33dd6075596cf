import * as vscode from 'vscode';
import { equal, lacks, matches, ok } from './expect';
import { actionsAt, apply, closeAll, open, openUntitled, root, until, wholeOf } from './guests';

suite('conversion', () => {
  teardown(closeAll);

  /** The text on the right side of the diff editor in front. */
  async function previewInFront(source: vscode.TextDocument): Promise<vscode.TextDocument> {
    const input = await until('a diff editor in front', () => {
      const shown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return shown instanceof vscode.TabInputTextDiff && shown;
    });
    equal(input.original.toString(), source.uri.toString());
    return vscode.workspace.openTextDocument(input.modified);
  }

  test('preview: the xl text in a column beside the original, once', async () => {
    const source = await open('legacy/shop.xm');
    for (let n = 0; n < 2; n++) await vscode.commands.executeCommand('xencfg.preview', source.uri);
    const preview = vscode.window.activeTextEditor!.document;
    equal(preview.uri.scheme, 'xencfg-preview');
    equal(preview.languageId, 'xen-cfg');
    await isShop(() => preview.getText());
    equal(vscode.window.tabGroups.all.length, 2);
    equal(vscode.window.tabGroups.all.flatMap((group) => group.tabs).length, 2);
    const columns = vscode.window.visibleTextEditors.map(({ document, viewColumn }) => [
      document.uri.scheme,
      viewColumn,
    ]);
    equal(columns.find(([scheme]) => scheme === 'xencfg-preview')?.[1], 2);
  });

  test('compare: the xl text in the diff editor, the original stays as it is', async () => {
    const source = await open('legacy/shop.xm');
    const before = source.getText();
    await vscode.commands.executeCommand('xencfg.diff');
    const preview = await previewInFront(source);
    equal(preview.languageId, 'xen-cfg');
    await isShop(() => preview.getText());
    equal(source.getText(), before);
    equal(source.isDirty, false);
  });

  test('preview: follows every edit of the original', async () => {
    const source = await open('legacy/shop.xm');
    await vscode.commands.executeCommand('xencfg.diff');
    const preview = await previewInFront(source);
    await isShop(() => preview.getText());
    const edit = new vscode.WorkspaceEdit();
    const at = source.getText().indexOf('shop-web2');
    edit.replace(source.uri, new vscode.Range(source.positionAt(at), source.positionAt(at + 9)), 'shop-db7');
    ok(await vscode.workspace.applyEdit(edit), 'the edit was applied');
    await until('the preview takes the other branch', () => /^\s*memory\s*=\s*4096$/m.test(preview.getText()));
    matches(preview.getText(), /shop-db7-root/);
    await vscode.commands.executeCommand('xencfg.diff', source.uri);
    await previewInFront(source);
    equal(vscode.window.tabGroups.all.flatMap((group) => group.tabs).filter(isDiff).length, 1);
  });

  test('convert: one edit, as the preview showed it, and one undo', async () => {
    const source = await open('legacy/shop.xm');
    const before = source.getText();
    await vscode.commands.executeCommand('xencfg.diff');
    const preview = await previewInFront(source);
    await isShop(() => preview.getText());
    const shown = preview.getText();
    await vscode.window.showTextDocument(source, { preview: false });
    const version = source.version;
    await vscode.commands.executeCommand('xencfg.convert');
    equal(source.getText(), shown);
    equal(source.version, version + 1);
    await vscode.commands.executeCommand('undo');
    equal(source.getText(), before);
    await vscode.commands.executeCommand('redo');
    equal(source.getText(), shown);
  });

  test('convert: what has to be decided stays in the text', async () => {
    const source = await open('legacy/mail.xm');
    await vscode.commands.executeCommand('xencfg.convert');
    const text = source.getText();
    matches(text, /^type\s*=\s*['"]pv['"]$/m);
    matches(text, /^on_reboot\s*=\s*['"]restart['"]$/m);
    matches(text, /spool,xvdb,w!'/);
    matches(text, /^# mail\.example\.org/m);
  });

  test('CR LF line ends, which xl refuses: conversion and fixes make them LF, undo brings all of it back', async () => {
    const file = root('windows.xm');
    const lines = ["name = 'win' + '1'", "kernel = '/boot/vmlinuz'", 'memory = 2 * 64', ''];
    const before = lines.join('\r\n');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(before));
    try {
      const source = await open('windows.xm');
      equal(source.eol, vscode.EndOfLine.CRLF);
      const said = () =>
        vscode.languages.getDiagnostics(file).find(({ message, range }) => {
          return message.includes('CR LF line ends') && range.start.line === 1; // behind line 1 no Python
        });
      await until('what is said of its line ends', said);
      const undo = async () => {
        for (let steps = 0; steps < 2 && source.getText() !== before; steps++) {
          await vscode.commands.executeCommand('undo');
        }
        equal(source.getText(), before);
      };
      await vscode.commands.executeCommand('xencfg.convert', source.uri);
      matches(source.getText(), /^name\s*=\s*['"]win1['"]\nkernel[^\r]*\nmemory\s*=\s*128\n$/);
      await until('nothing more about line ends', () => !said());
      await undo();
      // as a person does: the answers of the API's own command do not hold line ends
      for (const kind of ['quickfix', 'source.fixAll.xencfg']) {
        const { range } = await until('what is said of its line ends', said);
        vscode.window.activeTextEditor!.selection = new vscode.Selection(range.start, range.start);
        await until(`${kind} has made them LF`, async () => {
          // once: the line ends follow the other edits
          if (source.getText() === before) {
            await vscode.commands.executeCommand('editor.action.codeAction', {
              kind,
              apply: 'first',
              preferred: kind === 'quickfix',
            });
          }
          return !source.getText().includes('\r');
        });
        await undo();
      }
      await vscode.commands.executeCommand('workbench.action.files.revert');
    } finally {
      await closeAll();
      await vscode.workspace.fs.delete(file);
    }
  });

  test('convert: offered as a refactoring, on a text that is no file yet', async () => {
    const source = await openUntitled("name = 'lab' + '1'\nmemory = 2 * 64\n");
    const actions = await actionsAt(source, wholeOf(source), vscode.CodeActionKind.RefactorRewrite);
    await apply(actions.find((action) => /convert/i.test(action.title)));
    matches(source.getText(), /^name\s*=\s*['"]lab1['"]$/m);
    matches(source.getText(), /^memory\s*=\s*128$/m);
  });
});

/** What shop.xm means: names put together, the branch for "-web" taken, no Python left. */
async function isShop(text: () => string): Promise<void> {
  await until('the preview has its text', () => text().length > 0);
  matches(text(), /^\s*memory\s*=\s*1024$/m);
  matches(text(), /^\s*vcpus\s*=\s*2$/m);
  matches(text(), /shop-web2-root/);
  matches(text(), /console=hvc0 panic=30/);
  lacks(text(), /^\s*(import|if|elif|else)\b/m);
  matches(text(), /^# One file for the whole shop/m);
}

function isDiff(tab: vscode.Tab): boolean {
  return tab.input instanceof vscode.TabInputTextDiff;
}
