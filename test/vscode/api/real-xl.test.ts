import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { equal, matches, ok } from './expect';
import { closeAll, lineOf, open, until } from './guests';

/** A program in the place of xl, that notes its words and says what a real one could. */
const XL = `#!/bin/sh
printf '%s\\n' "$@" > "$0.words"
for file; do :; done
echo "Parsing config from $file" >&2
echo "$file:2: config parsing error near \\\`x'" >&2
echo "something that only this host knows" >&2
exit 1
`;

suite('check with the real xl', () => {
  let folder: string;
  let xl: string;

  suiteSetup(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'xencfg-xl-'));
    xl = path.join(folder, 'xl');
    await writeFile(xl, XL);
    await chmod(xl, 0o755);
    await set('command', [xl, '--first']);
    await until('the setting', () => {
      const command = vscode.workspace.getConfiguration('xencfg.realXl').get<string[]>('command');
      return command?.[0] === xl;
    });
  });

  suiteTeardown(async () => {
    await set('command', undefined);
    await set('timeLimit', undefined);
    await rm(folder, { recursive: true });
  });

  teardown(closeAll);

  /** The setting is the machine's: nobody's workspace names a program. */
  function set(name: string, value: unknown): Thenable<void> {
    return vscode.workspace.getConfiguration('xencfg.realXl').update(name, value, vscode.ConfigurationTarget.Global);
  }

  const said = ({ uri }: vscode.TextDocument) =>
    vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'xl');

  test('its messages stand at their lines, until the text changes; no shell read its words', async () => {
    const document = await open('router.cfg');
    void vscode.commands.executeCommand('xencfg.checkWithXl');
    const found = await until('what xl says', () => said(document).length === 2 && said(document));
    equal(found[0]!.range.start.line, 1);
    matches(found[0]!.message, /^config parsing error near `x'$/);
    equal(found[0]!.severity, vscode.DiagnosticSeverity.Error);
    equal(found[1]!.message, 'something that only this host knows');
    const words = (await readFile(`${xl}.words`, 'utf8')).trim().split('\n');
    equal(words.join(' '), `--first -N create ${document.uri.fsPath}`);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(lineOf(document, 'name'), 0), '# ');
    ok(await vscode.workspace.applyEdit(edit), 'the edit was applied');
    await until('nothing of what was said', () => said(document).length === 0);
  });

  test('unsaved text is what it reads, from a file that is gone afterwards', async () => {
    const document = await open('router.cfg');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '# unsaved\n');
    ok(await vscode.workspace.applyEdit(edit), 'the edit was applied');
    void vscode.commands.executeCommand('xencfg.checkWithXl');
    await until('what xl says', () => said(document).length === 2);
    const file = (await readFile(`${xl}.words`, 'utf8')).trim().split('\n').at(-1)!;
    ok(file !== document.uri.fsPath, 'another file was read');
    await until('that file is gone', () =>
      readFile(file).then(
        () => false,
        () => true,
      ),
    );
  });
});
