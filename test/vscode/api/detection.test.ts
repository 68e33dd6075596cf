import * as vscode from 'vscode';
import { equal } from './expect';
import { closeAll, codeOf, diagnosticAt, EXTENSION, root, until } from './guests';

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
  let associations: object | undefined;

  suiteSetup(async () => {
    await vscode.extensions.getExtension(EXTENSION)!.activate();
    associations = vscode.workspace.getConfiguration('files').inspect<object>('associations')?.workspaceValue;
  });
  teardown(async () => {
    await closeAll();
    await set('xencfg', 'detectByContent', undefined);
    await set('files', 'associations', associations);
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  test('by a modeline anywhere that vim looks, and by the first line', async () => {
    equal(await languageOf('end.conf', `${GUEST}# vim: set ft=xencfg:\n`), 'xen-cfg');
    equal(await languageOf('emacs.txt', `# -*- mode: xen-cfg -*-\n${GUEST}`), 'xen-cfg');
    equal((await languageOf('nothing.conf', GUEST)) === 'xen-cfg', false);
  });

  test('S-expressions in a place of guests are what they are, unless the user says otherwise', async () => {
    const sxp = '(domain\n    (name web)\n    (memory 512)\n)\n';
    equal(await languageOf('etc/xen/web', sxp), 'xen-sxp');
    equal(await languageOf('etc/xen/auto/web.example.org', `\n  ${sxp}`), 'xen-sxp');
    equal(await languageOf('etc/xen/db', GUEST), 'xen-cfg');
    await set('files', 'associations', { ...associations, '**/etc/xen/*': 'xen-cfg' });
    equal(await languageOf('etc/xen/mine', sxp), 'xen-cfg');
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
    await set('files', 'associations', { ...associations, '*.conf': 'plaintext' });
    equal(await languageOf('xen-a/mine.conf', `${GUEST}# vim: ft=xencfg\n`), 'plaintext');
    const document = await write('xen-a/chosen', GUEST);
    await until('its language', () => document.languageId === 'xen-cfg');
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await new Promise((resolve) => setTimeout(resolve, 400));
    equal((await vscode.workspace.openTextDocument(document.uri)).languageId, 'plaintext');
  });

  test('templates, and what lies beside the guests, have no findings', async () => {
    const texts = {
      'xen-a/template.xl': 'name = "@@NAME@@"\nmemory = @@MEMORY@@\ndisk = [ "phy:@@DISK@@,xvda,w" ]\n',
      'xen-a/jinja.xl': '{% if x %}\nname = "{{ name }}"\n{% endif %}\nmemory = {{ memory }}\n',
      'etc/xen/xenstored.conf': '[log]\nlevel = 3\n',
      'etc/xen/README': 'name = "guest" is what a file begins with.\n',
      'etc/xen/web.bak': GUEST,
      'etc/xen/hook.sh': '#!/bin/sh\nname=a; echo "$name" [ 1\n',
    };
    for (const [name, text] of Object.entries(texts)) {
      const document = await write(name, text);
      equal(document.languageId === 'xen-cfg', name.endsWith('.xl'));
    }
    const judged = await write('etc/xen/judged', GUEST);
    await diagnosticAt(judged, 4, 'unknown-key');
    for (const name of Object.keys(texts)) {
      const found = vscode.languages.getDiagnostics(vscode.Uri.joinPath(folder, name));
      const codes = found.filter(({ source }) => source === 'xencfg').map(codeOf);
      equal(`${name}: ${codes.filter((code) => code !== 'template-placeholder').join()}`, `${name}: `);
    }
  });
});
