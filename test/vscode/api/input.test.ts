import * as vscode from 'vscode';
import { closeAll, diagnosticAt, openUntitled } from './guests';

suite('any input', () => {
  teardown(closeAll);

  const texts: Readonly<Record<string, string>> = {
    empty: '',
    'NUL and control characters': 'name = "a\0b"\n\u0001\u0002 = \u007f\n',
    'a byte order mark and CRLF': '\ufeffname = "a"\r\nmemory = 512\r\n',
    'lone surrogates': 'name = "\ud800"\n\udc00 = 1\n',
    'half-typed': 'disk = [ "phy:/dev/vg/a,xvda,w", \nvif = [ \'',
    'Python that does not end': 'if (\n  x = [lambda: "%s" % (\n',
    'deep brackets': `x = ${'['.repeat(5000)}`,
    'a long line': `name = "${'x'.repeat(300_000)}"\n`,
  };

  for (const [what, text] of Object.entries(texts)) {
    test(`${what}: the server still answers`, async () => {
      await openUntitled(text);
      const other = await openUntitled('no_such_key = 1\n');
      await diagnosticAt(other, 0, 'unknown-key');
    });
  }

  test('a restart of the server brings the problems back', async () => {
    const document = await openUntitled('no_such_key = 1\n');
    await diagnosticAt(document, 0, 'unknown-key');
    await vscode.commands.executeCommand('xencfg.restartServer');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '\n');
    await vscode.workspace.applyEdit(edit);
    await diagnosticAt(document, 1, 'unknown-key');
  });
});
