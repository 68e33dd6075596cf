import * as vscode from 'vscode';
import { equal, ok } from './expect';
import { closeAll, EXTENSION, open, until } from './guests';

suite('language', () => {
  teardown(closeAll);

  test('is known by a file name of its own and by the folder, not claimed for every .cfg', async () => {
    equal((await open('dns.xl')).languageId, 'xen-cfg');
    equal((await open('legacy/mail.xm')).languageId, 'xen-cfg');
    const { packageJSON } = vscode.extensions.getExtension(EXTENSION)!;
    const languages: { extensions?: string[] }[] = packageJSON.contributes.languages;
    ok(!languages.some(({ extensions }) => extensions?.includes('.cfg')), '.cfg belongs to nobody');
  });

  test("knows the files of xend, in Xen's own folder too, and shows their outline", async () => {
    const folder = vscode.workspace.workspaceFolders![0]!.uri;
    for (const path of ['managed.sxp', 'etc/xen/managed.sxp']) {
      const file = vscode.Uri.joinPath(folder, path);
      await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(file, '..'));
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('(domain\n    (name web)\n'));
      const document = await open(path);
      equal(document.languageId, 'xen-sxp');
      const [domain] = await until('an outline', async () => {
        const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
          'vscode.executeDocumentSymbolProvider',
          file,
        );
        return found?.length > 0 && found;
      });
      equal(domain?.name, 'web');
      await until('a finding', () => vscode.languages.getDiagnostics(file).length === 1);
      await closeAll();
      await vscode.workspace.fs.delete(file);
    }
  });

  test('has every command of its manifest', async () => {
    const extension = vscode.extensions.getExtension(EXTENSION);
    ok(extension, 'the extension is installed');
    await extension.activate();
    const known = await vscode.commands.getCommands(true);
    const commands: { command: string }[] = extension.packageJSON.contributes.commands;
    ok(commands.length > 0, 'commands are contributed');
    for (const { command } of commands) ok(known.includes(command), command);
  });
});
