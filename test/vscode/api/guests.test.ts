import * as vscode from 'vscode';
import type { GuestCardsResult, GuestsResult } from '../../../server/src/lsp/protocol';
import { equal, lacks, matches, ok } from './expect';
import { closeAll, EXTENSION, open, root, until } from './guests';

interface Api {
  readonly client: { sendRequest<T>(method: string, params?: unknown): Promise<T> };
}

async function guests(): Promise<GuestsResult['guests']> {
  const { client } = (await vscode.extensions.getExtension(EXTENSION)!.activate()) as Api;
  const { guests, complete } = await client.sendRequest<GuestsResult>('xencfg/guests');
  return complete ? guests : [];
}

suite('the guests of the workspace', () => {
  teardown(closeAll);

  test('are listed with what xl makes of them, also in files of other names, and follow the files', async () => {
    await open('router.cfg');
    const all = await until('the samples', async () => {
      const found = await guests();
      return found.some(({ path }) => path === 'legacy/shop.xm') && found;
    });
    for (const path of ['router.cfg', 'dns.xl', 'legacy/mail.xm']) {
      ok(
        all.some((guest) => guest.path === path),
        path,
      );
    }
    ok(!all.some(({ path }) => path === 'README.md'), 'the README is no guest');
    const { client } = (await vscode.extensions.getExtension(EXTENSION)!.activate()) as Api;
    const uris = all.filter(({ path }) => path === 'legacy/shop.xm').map(({ uri }) => uri);
    const { cards } = await client.sendRequest<GuestCardsResult>('xencfg/guestCards', { uris });
    equal(cards[0]?.state, 'xm');
    const file = root('added.cfg');
    const text = 'name = "added"\nkernel = "/boot/vmlinuz"\nmemory = 128\nvif = [ "bridge=xenbr0" ]\n';
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    await until('the new one', async () => (await guests()).some(({ name }) => name === 'added'));
    await vscode.workspace.fs.delete(file);
    await until('it is gone', async () => !(await guests()).some(({ name }) => name === 'added'));
  });

  test('one of a name that nobody would take for a guest opens as one, at its line', async () => {
    const file = root('other/web.cfg');
    const text = 'name = "odd"\nkernel = "/boot/vmlinuz"\nmemory = 128\nvif = [ "bridge=xenbr0" ]\n';
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    await vscode.commands.executeCommand('xencfg.openGuest', file, 3);
    const editor = await until('the editor', () => vscode.window.activeTextEditor);
    equal(editor.document.languageId, 'xen-cfg');
    equal(editor.selection.active.line, 3);
    await closeAll();
    await vscode.workspace.fs.delete(root('other'), { recursive: true });
  });

  test('commands take the line of the view that they were called at', async () => {
    const source = await open('legacy/shop.xm');
    await open('router.cfg');
    await vscode.commands.executeCommand('xencfg.preview', { kind: 'guest', uri: source.uri });
    await until('its preview', () => vscode.window.activeTextEditor?.document.uri.path.endsWith('shop.xm (as xl)'));
  });

  test('a report about a mistake says versions and settings, and nothing of the files', async () => {
    const document = await open('router.cfg');
    await vscode.workspace
      .getConfiguration('xencfg')
      .update('xenRelease', '4.17', vscode.ConfigurationTarget.Workspace);
    await vscode.env.clipboard.writeText('');
    await vscode.commands.executeCommand('xencfg.copyBugReport');
    const report = await until('the report', async () => (await vscode.env.clipboard.readText()) || undefined);
    await vscode.workspace
      .getConfiguration('xencfg')
      .update('xenRelease', undefined, vscode.ConfigurationTarget.Workspace);
    matches(report, /^- Xencfg \d/);
    matches(report, /Server: Xencfg \(.*\), running/);
    matches(report, /"xencfg\.xenRelease": "4\.17"/);
    const name = /name *= *"([^"]+)"/.exec(document.getText())?.[1];
    ok(name, 'the guest has a name');
    lacks(report, /kernel|disk *=/);
  });
});
