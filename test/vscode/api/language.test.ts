import * as vscode from 'vscode';
import { equal, ok } from './expect';
import { closeAll, EXTENSION, open } from './guests';

suite('language', () => {
  teardown(closeAll);

  test('is known by a file name of its own and by the folder, not claimed for every .cfg', async () => {
    equal((await open('dns.xl')).languageId, 'xen-cfg');
    equal((await open('legacy/mail.xm')).languageId, 'xen-cfg');
    const { packageJSON } = vscode.extensions.getExtension(EXTENSION)!;
    const languages: { extensions?: string[] }[] = packageJSON.contributes.languages;
    ok(!languages.some(({ extensions }) => extensions?.includes('.cfg')), '.cfg belongs to nobody');
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
