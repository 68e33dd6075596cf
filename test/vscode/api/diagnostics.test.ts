import * as vscode from 'vscode';
import { equal, matches, ok } from './expect';
import { closeAll, codeOf, diagnosticAt, lineOf, open, openUntitled, until } from './guests';

suite('diagnostics', () => {
  teardown(closeAll);

  test('a file that xl refuses to read: the mistake, where it is, and what xl says', async () => {
    const document = await open('problems/monitoring.cfg');
    const found = await diagnosticAt(document, lineOf(document, 'kernel ='), 'syntax');
    equal(found.severity, vscode.DiagnosticSeverity.Error);
    equal(found.source, 'xencfg');
    matches(found.message, /xl refuses the file/);
  });

  test('a misspelt key: what xl does with it and the name that was meant', async () => {
    const document = await open('problems/intranet.cfg');
    const line = lineOf(document, 'memmory');
    const found = await diagnosticAt(document, line, 'unknown-key');
    equal(found.severity, vscode.DiagnosticSeverity.Warning);
    equal(document.getText(found.range), 'memmory');
    matches(found.message, /xl ignores it without a word/);
    await diagnosticAt(document, lineOf(document, 'vcpu '), 'unknown-key');
  });

  test('an xm file: each construct under the code of its own rule', async () => {
    const document = await open('legacy/mail.xm');
    await diagnosticAt(document, lineOf(document, 'builder'), 'xm-builder');
    await diagnosticAt(document, lineOf(document, 'disk'), 'xm-disk-prefix');
    await diagnosticAt(document, lineOf(document, "         'phy:vg0/spool"), 'xm-disk-mode');
    await diagnosticAt(document, lineOf(document, 'restart'), 'xm-restart');
  });

  test('a Python file: what is Python is reported as such', async () => {
    const document = await open('legacy/erp.xm');
    await diagnosticAt(document, lineOf(document, 'import os'), 'python-import');
    await diagnosticAt(document, lineOf(document, 'if re.search'), 'python-if');
    await diagnosticAt(document, lineOf(document, 'kernel'), 'xm-hvmloader');
  });

  test('good files have no problems', async () => {
    for (const name of ['web01.cfg', 'dns.xl', 'win2022.cfg', 'board-logger.cfg']) {
      const document = await open(name);
      // A problem that we put there shows that the file was judged; what is left after it is gone is what the file has.
      await edit(document, new vscode.Range(0, 0, 0, 0), 'no_such_key = 1\n');
      await diagnosticAt(document, 0, 'unknown-key');
      await edit(document, new vscode.Range(0, 0, 1, 0), '');
      await until('no problem left', () => worst(document) === undefined || undefined).catch(() => {
        throw new Error(`${name}: ${worst(document)?.message}`);
      });
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
  });

  test('follow the text and the release', async () => {
    const document = await open('dns.xl');
    const line = lineOf(document, 'type');
    equal(vscode.workspace.getConfiguration('xencfg', document).get('xenRelease'), '4.22');
    await edit(document, new vscode.Range(line, 0, line, 4), 'tipe');
    const found = await diagnosticAt(document, line, 'unknown-key');
    ok(found.message.includes('4.22'), found.message);
    const setRelease = (release: string | undefined) =>
      vscode.workspace
        .getConfiguration('xencfg', document)
        .update('xenRelease', release, vscode.ConfigurationTarget.Workspace);
    await setRelease('4.17');
    try {
      await until('the message names the release of the setting', () =>
        vscode.languages.getDiagnostics(document.uri).some((one) => one.message.includes('4.17')),
      );
    } finally {
      await setRelease(undefined);
    }
  });

  test('go with the document', async () => {
    const document = await openUntitled('memmory = 512\n');
    await diagnosticAt(document, 0, 'unknown-key');
    await closeAll();
    await until('the problems of a text that is no file are gone', () => {
      const left = vscode.languages.getDiagnostics(document.uri);
      return left.length === 0;
    });
  });
});

/** The first diagnostic that is more than a hint. */
function worst(document: vscode.TextDocument): vscode.Diagnostic | undefined {
  return vscode.languages
    .getDiagnostics(document.uri)
    .find((one) => one.severity < vscode.DiagnosticSeverity.Information && codeOf(one) !== '');
}

async function edit(document: vscode.TextDocument, range: vscode.Range, text: string): Promise<void> {
  const change = new vscode.WorkspaceEdit();
  change.replace(document.uri, range, text);
  ok(await vscode.workspace.applyEdit(change), 'the edit was applied');
}
