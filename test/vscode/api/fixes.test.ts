import * as vscode from 'vscode';
import { equal, lacks, matches, ok } from './expect';
import { actionsAt, apply, closeAll, codeOf, diagnosticAt, lineOf, open, until, wholeOf } from './guests';

const { QuickFix } = vscode.CodeActionKind;
const FIX_ALL = vscode.CodeActionKind.Source.append('fixAll').append('xencfg');

suite('fixes', () => {
  let document: vscode.TextDocument;
  let before: string;

  setup(async () => {
    document = await open('legacy/mail.xm');
    before = document.getText();
    await diagnosticAt(document, lineOf(document, 'builder'), 'xm-builder');
  });
  teardown(closeAll);

  /** The quick fix of that title for a rule's diagnostic on a line. */
  async function fixAt(line: number, code: string, title: RegExp): Promise<vscode.CodeAction> {
    const { range } = await diagnosticAt(document, line, code);
    const actions = await actionsAt(document, range, QuickFix);
    const fix = actions.find((action) => title.test(action.title));
    ok(fix, `${title} among: ${actions.map((action) => action.title).join(', ')}`);
    return fix;
  }

  test('a safe one: applied, its problem gone, taken back by one undo', async () => {
    const line = lineOf(document, 'builder');
    const fix = await fixAt(line, 'xm-builder', /^Write type="pv"$/);
    lacks(fix.title, /may change the meaning/);
    equal(fix.isPreferred, true);
    await apply(fix);
    matches(document.lineAt(line).text, /^type\s*=\s*['"]pv['"]$/);
    await until('xm-builder is gone', () =>
      vscode.languages.getDiagnostics(document.uri).every((one) => codeOf(one) !== 'xm-builder'),
    );
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), before);
  });

  test('a restoring one: what xl ignored is written as xl reads it', async () => {
    await apply(await fixAt(lineOf(document, 'restart'), 'xm-restart', /on_reboot/));
    matches(document.getText(), /^on_reboot\s*=\s*['"]restart['"]$/m);
    matches(document.getText(), /^on_crash\s*=\s*['"]destroy['"]$/m);
    lacks(document.getText(), /^restart\b/m);
  });

  test('an unsafe one: says so, and changes one thing alone', async () => {
    const line = lineOf(document, "         'phy:vg0/spool");
    const fix = await fixAt(line, 'xm-disk-mode', /^Write "w"/);
    matches(fix.title, /may change the meaning/);
    ok(!fix.isPreferred, 'an unsafe fix is not preferred');
    await apply(fix);
    equal(document.getText(), before.replace(',w!', ',w'));
  });

  test('source.fixAll.xencfg applies every safe fix and no other', async () => {
    const actions = await actionsAt(document, wholeOf(document), FIX_ALL);
    equal(actions.length, 1);
    await apply(actions[0]);
    const after = document.getText();
    matches(after, /^type\s*=\s*['"]pv['"]$/m);
    lacks(after, /^builder/m);
    lacks(after, /tap:aio:/);
    matches(after, /^restart = 'onreboot'$/m);
    lacks(after, /^on_(crash|reboot|poweroff)/m);
    matches(after, /'phy:vg0\/spool,xvdb,w!'/);
    for (const comment of before.match(/^#.*$/gm)!) ok(after.includes(comment), `kept: ${comment}`);
  });

  test('fix all on save', async () => {
    const settings = () => vscode.workspace.getConfiguration('editor', document);
    const onSave = (value: object | undefined) =>
      settings().update('codeActionsOnSave', value, vscode.ConfigurationTarget.Workspace);
    await onSave({ 'source.fixAll.xencfg': 'explicit' });
    try {
      // A text of our own in a file of our own: saving must not change what the other tests read.
      const file = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'on-save.xm');
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(before));
      const saved = await open('on-save.xm');
      await diagnosticAt(saved, lineOf(saved, 'builder'), 'xm-builder');
      const edit = new vscode.WorkspaceEdit();
      edit.insert(saved.uri, new vscode.Position(0, 0), '# saved\n');
      await vscode.workspace.applyEdit(edit);
      await until('the safe fixes are in the saved text', async () => {
        await vscode.workspace.save(saved.uri);
        return /^type\s*=/m.test(saved.getText()) && !saved.isDirty;
      });
      matches(saved.getText(), /^restart = 'onreboot'$/m);
    } finally {
      await onSave(undefined);
    }
  });
});
