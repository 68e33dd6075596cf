import * as vscode from 'vscode';
import planted from '../../fixtures/conflicts.json';
import { equal, lacks, matches, ok } from './expect';
import { closeAll, codeOf, open, root, until } from './guests';

const EXPECTED: Readonly<Record<string, readonly string[]>> = planted;
const ACROSS = /^(?:shared-|duplicate-name$|unknown-backend$)/;

/** What VS Code shows across files of conflicts/, by the path below it. Other tests write files elsewhere. */
function shown(): Record<string, string[]> {
  const inside = root('conflicts/').path.replace(/\/?$/, '/');
  const all = vscode.languages.getDiagnostics().flatMap(([uri, diagnostics]) => {
    const codes = diagnostics.map(codeOf).filter((code) => ACROSS.test(code));
    if (codes.length === 0 || !uri.path.startsWith(inside)) return [];
    return [[uri.path.slice(inside.length), codes] as const];
  });
  return Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1))) as Record<string, string[]>;
}

function isAsPlanted(): boolean {
  return JSON.stringify(shown()) === JSON.stringify(EXPECTED);
}

suite('across files', () => {
  teardown(closeAll);

  test('each planted conflict is shown once in each of its files, none of them open', async () => {
    await open('router.cfg');
    try {
      await until('the planted conflicts', isAsPlanted, 20_000);
    } catch {
      equal(JSON.stringify(shown()), JSON.stringify(EXPECTED));
    }
  });

  test('an open file has each of them once too, with the other place and a fix, and an edit mends both', async () => {
    const document = await open('conflicts/mac-1.cfg');
    await vscode.languages.setTextDocumentLanguage(document, 'xen-cfg');
    await until('the planted conflicts', isAsPlanted, 60_000);
    const all = () => vscode.languages.getDiagnostics(document.uri);
    const found = await until('related information', () =>
      all().find((one) => codeOf(one) === 'shared-mac' && one.relatedInformation?.length === 1),
    );
    matches(found.relatedInformation![0]!.location.uri.path, /\/conflicts\/mac-2\.xm$/);
    matches(found.message, /conflicts\/mac-2\.xm:7/);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, found.range, '00:16:3e:0a:00:99');
    ok(await vscode.workspace.applyEdit(edit), 'the edit was applied');
    await until('no conflict in either file', () => !shown()['mac-1.cfg'] && !shown()['mac-2.xm']);
    await vscode.commands.executeCommand('undo');
    await until('both again', isAsPlanted);
  });

  test('convert folder: previewed first, then written into another folder; the report says what became of each', async () => {
    await open('router.cfg');
    const target = root('converted');
    const source = root('legacy');
    const before = await textOf(vscode.Uri.joinPath(source, 'erp.xm'));
    const done = vscode.commands.executeCommand('xencfg.convertFolder', source, target);
    const report = await until('the report', () =>
      vscode.workspace.textDocuments.find(
        (one) => one.languageId === 'markdown' && /^# Conversion/.test(one.getText()),
      ),
    );
    matches(report.getText(), /^## Needs a decision$/m);
    matches(report.getText(), /^- `mail\.xm`$/m);
    equal(await textOf(vscode.Uri.joinPath(target, 'diskless.xm')), undefined);
    const written = await until('the results', async () => {
      await vscode.commands.executeCommand('refactorPreview.apply');
      const texts = await Promise.all(CONVERTED.map((name) => textOf(vscode.Uri.joinPath(target, name))));
      return texts.every((text) => text !== undefined) && (texts as string[]);
    });
    await done;
    for (const text of written) lacks(text, /^\s*(?:import|if|def)\b/m);
    for (const name of DOUBTFUL) equal(await textOf(vscode.Uri.joinPath(target, name)), undefined);
    equal(await textOf(vscode.Uri.joinPath(source, 'erp.xm')), before);
    await vscode.workspace.fs.delete(target, { recursive: true });
  });

  test('convert folder keeps the bytes of files in other encodings, in their backups too', async () => {
    await open('router.cfg');
    const source = root('latin');
    const file = vscode.Uri.joinPath(source, 'old.xm');
    const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    const old = bytes("# B\xfcro\nname = 'a' + '1'\nkernel = '/boot/vmlinuz'\nmemory = 128\n");
    const converted = bytes("# B\xfcro\nname = 'a1'\nkernel = '/boot/vmlinuz'\nmemory = 128\n");
    const target = vscode.Uri.joinPath(source, 'new');
    await vscode.workspace.fs.writeFile(file, old);
    const convert = async (destination: vscode.Uri | 'in place', made: vscode.Uri, written: vscode.Uri) => {
      const done = vscode.commands.executeCommand('xencfg.convertFolder', source, destination);
      await until('the result', async () => {
        await vscode.commands.executeCommand('refactorPreview.apply');
        return bytesOf(made);
      });
      await done;
      equal(await bytesOf(written), converted.join());
    };
    const result = vscode.Uri.joinPath(target, 'old.xm');
    await convert(target, result, result);
    await vscode.workspace.fs.delete(target, { recursive: true });
    await convert('in place', vscode.Uri.joinPath(source, 'old.xm.bak'), file);
    equal(await bytesOf(vscode.Uri.joinPath(source, 'old.xm.bak')), old.join());
    await vscode.workspace.fs.delete(source, { recursive: true });
  });

  test('convert folder in place: a backup beside each file that changes', async () => {
    await open('router.cfg');
    const source = root('in-place');
    const old = "name = 'a' + '1'\nkernel = '/boot/vmlinuz'\nmemory = 2 * 64\n";
    const file = vscode.Uri.joinPath(source, 'old.xm');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(old));
    const done = vscode.commands.executeCommand('xencfg.convertFolder', source, 'in place');
    await until('the backup', async () => {
      await vscode.commands.executeCommand('refactorPreview.apply');
      return (await textOf(vscode.Uri.joinPath(source, 'old.xm.bak'))) === old;
    });
    await done;
    const document = await vscode.workspace.openTextDocument(file);
    matches(document.getText(), /^name = ['"]a1['"]$/m);
    matches(document.getText(), /^memory = 128$/m);
    await document.save();
    await vscode.workspace.fs.delete(source, { recursive: true });
  });
});

/** Samples that convert without assumptions and decisions. */
const CONVERTED = ['diskless.xm', 'shop.xm'];

/** Samples that convert under assumptions, or need a decision: they are not ticked by themselves. */
const DOUBTFUL = ['erp.xm', 'mail.xm', 'lab.xm', 'cluster.xm'];

/** The bytes of a file as numbers; undefined when there is none. */
async function bytesOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return [...(await vscode.workspace.fs.readFile(uri))].join();
  } catch {
    return undefined;
  }
}

async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
