import * as vscode from 'vscode';
import { equal } from './expect';
import { closeAll, EXTENSION, root, until } from './guests';

const GUEST = 'name = "a"\nkernel = "/boot/vmlinuz"\nmemory = 128\nvif = [ "bridge=xenbr0" ]\nbogus_key = 1\n';
const folder = root('detected');

async function write(name: string, text: string): Promise<vscode.TextDocument> {
  const uri = vscode.Uri.joinPath(folder, name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

/** The language that a file is in once everything that could change it had its time. */
async function languageOf(name: string, text: string): Promise<string> {
  const { uri } = await write(name, text);
  await new Promise((resolve) => setTimeout(resolve, 400));
  return (await vscode.workspace.openTextDocument(uri)).languageId;
}

function set(section: string, name: string, value: unknown): Thenable<void> {
  return vscode.workspace.getConfiguration(section).update(name, value, vscode.ConfigurationTarget.Workspace);
}

suite('detection', () => {
  suiteSetup(() => vscode.extensions.getExtension(EXTENSION)!.activate());
  teardown(async () => {
    await closeAll();
    await set('xencfg', 'detectByContent', undefined);
    await set('files', 'associations', undefined);
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  test('by a modeline anywhere that vim looks, and by the first line', async () => {
    equal(await languageOf('end.cfg', `${GUEST}# vim: set ft=xencfg:\n`), 'xen-cfg');
    equal(await languageOf('emacs.txt', `# -*- mode: xen-cfg -*-\n${GUEST}`), 'xen-cfg');
    equal((await languageOf('nothing.cfg', GUEST)) === 'xen-cfg', false);
  });

  test("by Python's modeline below a folder of Xen's", async () => {
    equal(await languageOf('xen-old/one.conf', `# -*- mode: python; -*-\n${GUEST}`), 'xen-cfg');
    equal((await languageOf('other/one.conf', `# -*- mode: python; -*-\n${GUEST}`)) === 'xen-cfg', false);
  });

  test('by content when it is asked for, not when it is no guest', async () => {
    equal((await languageOf('xen-a/web', GUEST)) === 'xen-cfg', false);
    await set('xencfg', 'detectByContent', true);
    equal(await languageOf('xen-a/db', GUEST), 'xen-cfg');
    equal(await languageOf('xen-a/db.conf', GUEST), 'xen-cfg');
    equal((await languageOf('xen-a/zone', '[section]\nname = "a"\n')) === 'xen-cfg', false);
    equal((await languageOf('elsewhere/db', GUEST)) === 'xen-cfg', false);
  });

  test('the association of the user, and what he chooses by hand, stay', async () => {
    await set('xencfg', 'detectByContent', true);
    await set('files', 'associations', { '*.conf': 'plaintext' });
    equal(await languageOf('xen-a/mine.conf', `${GUEST}# vim: ft=xencfg\n`), 'plaintext');
    const document = await write('xen-a/chosen', GUEST);
    await until('its language', () => document.languageId === 'xen-cfg');
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await new Promise((resolve) => setTimeout(resolve, 400));
    equal((await vscode.workspace.openTextDocument(document.uri)).languageId, 'plaintext');
  });

  test('what is no guest, and templates, have no errors', async () => {
    const texts = {
      'xen-a/template.xl': 'name = "@@NAME@@"\nmemory = @@MEMORY@@\ndisk = [ "phy:@@DISK@@,xvda,w" ]\n',
      'xen-a/jinja.xl': '{% if x %}\nname = "{{ name }}"\n{% endif %}\nmemory = {{ memory }}\n',
      'xen-a/other.xl': 'define host {\n  host_name web\n}\n',
    };
    for (const [name, text] of Object.entries(texts)) {
      const document = await write(name, text);
      equal(document.languageId, 'xen-cfg');
      await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, new vscode.Position(0, 0));
      await new Promise((resolve) => setTimeout(resolve, 500));
      const found = vscode.languages.getDiagnostics(document.uri).filter(({ severity }) => severity === 0);
      equal(JSON.stringify(found.map(({ code, message }) => [code, message])), '[]');
    }
  });
});
