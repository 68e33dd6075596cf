import * as vscode from 'vscode';
import { equal, matches, ok } from './expect';
import { actionsAt, closeAll, lineOf, open, openUntitled, until } from './guests';

suite('features', () => {
  teardown(closeAll);

  /** The answer of one of VS Code's own commands, asked again until there is one that holds something. */
  function ask<Answer>(command: string, ...words: unknown[]): Promise<Answer> {
    return until(command, async () => {
      try {
        const answer = await vscode.commands.executeCommand<Answer | undefined>(`vscode.${command}`, ...words);
        return answer && (!Array.isArray(answer) || answer.length > 0) ? answer : undefined;
      } catch (error) {
        if (/cancell?ed/i.test(String(error))) return undefined;
        throw error;
      }
    });
  }

  /** The place behind the first `text` of a document. */
  function behind(document: vscode.TextDocument, text: string): vscode.Position {
    const at = document.getText().indexOf(text);
    ok(at >= 0, `${document.uri.path} holds ${text}`);
    return document.positionAt(at + text.length);
  }

  test('outline, folding, selection and links', async () => {
    const document = await open('web01.cfg');
    const [guest] = await ask<vscode.DocumentSymbol[]>('executeDocumentSymbolProvider', document.uri);
    equal(guest?.name, 'web01');
    const disk = guest?.children.find(({ name }) => name === 'disk');
    equal(disk?.children.map(({ name }) => name).join(), 'xvda,xvdb');
    const folds = await ask<vscode.FoldingRange[]>('executeFoldingRangeProvider', document.uri);
    ok(
      folds.some(({ start }) => start === lineOf(document, 'disk')),
      'the disks can be folded',
    );
    const [selection] = await ask<vscode.SelectionRange[]>('executeSelectionRangeProvider', document.uri, [
      behind(document, 'bridge=xen'),
    ]);
    const around: string[] = [];
    for (let next = selection; next; next = next.parent) around.push(document.getText(next.range));
    ok(around.includes('bridge=xenbr0'), around.join('\n'));
    const text = 'kernel = "/boot/vmlinuz"\n';
    const folder = vscode.workspace.workspaceFolders![0]!.uri;
    const file = vscode.Uri.joinPath(folder, 'links.xl');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    const linked = await open('links.xl');
    const [link] = await ask<vscode.DocumentLink[]>('executeLinkProvider', linked.uri);
    equal(link?.target?.path, '/boot/vmlinuz');
  });

  test('names: highlights, definition, references, rename', async () => {
    const document = await openUntitled('vm = 7\nname = "vm%d" % vm\n');
    const at = new vscode.Position(1, 16);
    const highlights = await ask<vscode.DocumentHighlight[]>('executeDocumentHighlights', document.uri, at);
    equal(highlights.length, 2);
    const [definition] = await ask<vscode.Location[]>('executeDefinitionProvider', document.uri, at);
    equal(definition?.range.start.line, 0);
    const references = await ask<vscode.Location[]>('executeReferenceProvider', document.uri, at);
    equal(references.length, 2);
    const edit = await ask<vscode.WorkspaceEdit>('executeDocumentRenameProvider', document.uri, at, 'number');
    await vscode.workspace.applyEdit(edit);
    equal(document.getText(), 'number = 7\nname = "vm%d" % number\n');
  });

  test('signature help, hover on Python, inlay hints', async () => {
    const document = await openUntitled('disk = [ "/dev/x,raw," ]\nmemory = 2048\n');
    const help = await ask<vscode.SignatureHelp>(
      'executeSignatureHelpProvider',
      document.uri,
      new vscode.Position(0, 21),
      ',',
    );
    const [signature] = help.signatures;
    const label = signature?.parameters[help.activeParameter]?.label;
    equal(typeof label === 'string' ? label : signature?.label.slice(...(label ?? [0, 0])), 'vdev');
    const python = await openUntitled('vm = 7\nname = "vm%d" % vm\n');
    const [hover] = await ask<vscode.Hover[]>('executeHoverProvider', python.uri, new vscode.Position(1, 16));
    const [content] = hover?.contents ?? [];
    matches(typeof content === 'string' ? content : (content?.value ?? ''), /Set in line 1/);
    const settings = vscode.workspace.getConfiguration('xencfg');
    await settings.update('inlayHints', true, vscode.ConfigurationTarget.Workspace);
    try {
      const hints = await ask<vscode.InlayHint[]>(
        'executeInlayHintProvider',
        document.uri,
        new vscode.Range(0, 0, 2, 0),
      );
      equal(hints[0]?.label, '2 GiB');
    } finally {
      await settings.update('inlayHints', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  test('code lenses and semantic tokens', async () => {
    const document = await open('legacy/mail.xm');
    const lenses = await ask<vscode.CodeLens[]>('executeCodeLensProvider', document.uri);
    const titles = lenses.map(({ command }) => command?.title ?? '');
    ok(
      titles.some((title) => /^xm file/.test(title)),
      titles.join(),
    );
    const preview = lenses.find(({ command }) => command?.title === 'Preview as xl');
    equal(preview?.command?.command, 'xencfg.preview');
    const legend = await ask<vscode.SemanticTokensLegend>('provideDocumentSemanticTokensLegend', document.uri);
    ok(legend.tokenTypes.includes('property'), legend.tokenTypes.join());
    const tokens = await ask<vscode.SemanticTokens>('provideDocumentSemanticTokens', document.uri);
    ok(tokens.data.length > 0, 'there are tokens');
  });

  test('formatting, and a refactoring', async () => {
    const document = await openUntitled('name="a"\ndisk = [ "/dev/x,raw,xvda,rw" ]\n');
    const options = { tabSize: 4, insertSpaces: true };
    const edits = await ask<vscode.TextEdit[]>('executeFormatDocumentProvider', document.uri, options);
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits);
    await vscode.workspace.applyEdit(edit);
    equal(document.lineAt(0).text, 'name = "a"');
    const at = behind(document, 'xvd');
    const actions = await actionsAt(document, new vscode.Range(at, at), vscode.CodeActionKind.RefactorRewrite);
    const named = actions.find(({ title }) => title === 'Write the disk with named options');
    ok(named?.edit, actions.map(({ title }) => title).join());
    await vscode.workspace.applyEdit(named.edit);
    equal(document.lineAt(1).text, 'disk = [ "format=raw,vdev=xvda,access=rw,target=/dev/x" ]');
  });

  test('workspace symbols: guests of files that are not open', async () => {
    const symbols = await ask<vscode.SymbolInformation[]>('executeWorkspaceSymbolProvider', 'web01');
    ok(
      symbols.some(({ name }) => name === 'web01'),
      symbols.map(({ name }) => name).join(),
    );
  });
});
