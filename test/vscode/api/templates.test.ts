import * as vscode from 'vscode';
import { equal, lacks, matches, ok } from './expect';
import { closeAll, EXTENSION, open, until } from './guests';

interface Api {
  readonly parameters: { set(uri: vscode.Uri, values: Record<string, string>): Promise<void> };
}

suite('templates', () => {
  teardown(async () => {
    const document = vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith('lab.xm'));
    if (document) await give(document, {});
    await vscode.workspace.getConfiguration('xencfg').update('assume', undefined, vscode.ConfigurationTarget.Workspace);
    await closeAll();
  });

  /** Does what the input boxes of "Set Parameters" do in the end. */
  async function give(document: vscode.TextDocument, values: Record<string, string>): Promise<void> {
    const api = (await vscode.extensions.getExtension(EXTENSION)!.activate()) as Api;
    await api.parameters.set(document.uri, values);
  }

  async function lensTitles(document: vscode.TextDocument): Promise<string[]> {
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      100,
    );
    return lenses.map(({ command }) => command?.title ?? '');
  }

  async function shown(command: string, source: vscode.TextDocument): Promise<vscode.TextDocument> {
    await vscode.commands.executeCommand(command, source.uri);
    return vscode.window.activeTextEditor!.document;
  }

  test('a lens says which value a parameter has', async () => {
    const source = await open('legacy/lab.xm');
    await until('the lens of a parameter without a value', async () =>
      (await lensTitles(source)).includes('Parameter vmid has no value: set it'),
    );
    await give(source, { vmid: '3' });
    await until('its value', async () => (await lensTitles(source)).includes('Parameter vmid = 3'));
    await give(source, { vmid: '21' });
    await until('what the check function says', async () =>
      (await lensTitles(source)).includes('Parameter vmid = 21: there are 20 seats, not 21'),
    );
  });

  test('the preview is of the first guest, with lenses for parameters, proof and what is left', async () => {
    const source = await open('legacy/lab.xm');
    const preview = await shown('xencfg.preview', source);
    await until('what is left to decide', async () =>
      (await lensTitles(preview)).some((title) => title.startsWith('To decide: ')),
    );
    await give(source, { vmid: '2..4' });
    await until('the preview of lab2', () => /^name\s*=\s*"lab2"$/m.test(preview.getText()));
    const titles = await until('its lenses', async () => {
      const all = await lensTitles(preview);
      return all.includes('xl accepts it') && all;
    });
    equal(titles.join(' | '), 'xl accepts it | vmid = 2..4 | Proof | Convert | Save as…');
  });

  test('the proof: a page of what xm built and what xl will build', async () => {
    const source = await open('legacy/lab.xm');
    await give(source, { vmid: '3' });
    await vscode.commands.executeCommand('xencfg.showProof', source.uri);
    const proof = await until('the proof', () =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith('lab.xm (proof)')),
    );
    const languages = await vscode.languages.getLanguages();
    if (languages.includes('markdown')) equal(proof.languageId, 'markdown');
    matches(proof.getText(), /^\| `on_crash` \| `restart` → not set \| \*\*changed default\*\*/m);
  });

  test('the domain follows the original', async () => {
    const source = await open('legacy/lab.xm');
    await give(source, { vmid: '3' });
    const domain = await shown('xencfg.showDomain', source);
    const languages = await vscode.languages.getLanguages();
    if (languages.includes('json')) equal(domain.languageId, 'json');
    equal(JSON.parse(domain.getText()).c_info.name, 'lab3');
    await give(source, { vmid: '5' });
    await until('the domain of lab5', () => /"lab5"/.test(domain.getText()));
  });

  test('a range becomes a file for each guest, the template stays', async () => {
    const source = await open('legacy/lab.xm');
    const before = source.getText();
    await give(source, { vmid: '1..3' });
    const folder = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'labs');
    await vscode.workspace.fs.createDirectory(folder);
    await vscode.commands.executeCommand('xencfg.saveConverted', source.uri, folder);
    const names = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name).sort();
    equal(names.join(' '), 'lab1.cfg lab2.cfg lab3.cfg');
    for (const [i, name] of names.entries()) {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name));
      matches(new TextDecoder().decode(bytes), new RegExp(`^name\\s*=\\s*"lab${i + 1}"$`, 'm'));
    }
    equal(source.getText(), before);
    ok(vscode.window.activeTextEditor?.document.uri.path.endsWith('lab1.cfg'), 'the first guest is shown');
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  test('convert takes the values of the parameters', async () => {
    const source = await open('legacy/lab.xm');
    await give(source, { vmid: '7' });
    await vscode.commands.executeCommand('xencfg.convert', source.uri);
    matches(source.getText(), /^name\s*=\s*"lab7"$/m);
    lacks(source.getText(), /xm_vars/);
  });

  test('an assumption is a setting, and the preview follows it', async () => {
    const source = await vscode.workspace.openTextDocument({
      language: 'xen-cfg',
      content: "import socket\nname = socket.gethostname()\nkernel = '/k'\n",
    });
    await vscode.window.showTextDocument(source);
    const preview = await shown('xencfg.preview', source);
    await until('an open decision', () => /gethostname/.test(preview.getText()));
    await vscode.workspace
      .getConfiguration('xencfg')
      .update('assume', { 'socket.gethostname()': 'dom0' }, vscode.ConfigurationTarget.Workspace);
    await until('the assumed name', () => /^name = 'dom0'$/m.test(preview.getText()));
    await until('its lens', async () =>
      (await lensTitles(preview)).includes("Assumed: socket.gethostname() is 'dom0'"),
    );
  });
});
