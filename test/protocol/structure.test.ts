import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
  CodeLens,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
  SignatureHelp,
  SymbolInformation,
} from 'vscode-languageserver';
import { MAX_DIAGNOSTICS } from '../../server/src/lsp/limits';
import { Editor, FULL, PLAIN } from './editor';

const URI = 'file:///etc/xen/web1';
const TEXT = `# 😀
name = "😀web"
memory = 2048
kernel = "/boot/vmlinuz 5"
disk = [
  "/dev/x,raw,xvda,rw",
]
`;
const about = { textDocument: { uri: URI } };
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

test('document symbols: a tree, or a list for clients without trees', async () => {
  await Editor.with(async (editor) => {
    await editor.open(URI, TEXT);
    const [guest] = await editor.request<DocumentSymbol[]>('textDocument/documentSymbol', about);
    assert.equal(guest?.name, '😀web');
    assert.deepEqual(guest.selectionRange, { start: { line: 1, character: 7 }, end: { line: 1, character: 14 } });
    assert.deepEqual(
      guest.children?.map(({ name }) => name),
      ['name', 'memory', 'kernel', 'disk'],
    );
    assert.equal(guest.children?.[3]?.children?.[0]?.name, 'xvda');
  });
  await Editor.with(async (editor) => {
    await editor.open(URI, TEXT);
    const list = await editor.request<SymbolInformation[]>('textDocument/documentSymbol', about);
    const disk = list.find(({ name }) => name === 'xvda');
    assert.equal(disk?.containerName, 'disk');
    assert.equal(disk.location.uri, URI);
  }, PLAIN);
});

test('folding, selection and links', () =>
  Editor.with(async (editor) => {
    await editor.open(URI, TEXT);
    assert.deepEqual(await editor.request<FoldingRange[]>('textDocument/foldingRange', about), [
      { startLine: 4, endLine: 5 },
    ]);
    const positions = [{ line: 5, character: 16 }];
    const [range] = await editor.request<SelectionRange[]>('textDocument/selectionRange', { ...about, positions });
    assert.deepEqual(range?.range, { start: { line: 5, character: 14 }, end: { line: 5, character: 18 } });
    let depth = 0;
    for (let next: SelectionRange | undefined = range; next; next = next.parent) depth++;
    assert.equal(depth, 6);
    const links = await editor.request<DocumentLink[]>('textDocument/documentLink', about);
    assert.deepEqual(
      links.map(({ target }) => target),
      ['file:///boot/vmlinuz%205'],
    );
  }));

test('links lead nowhere from an untitled document', () =>
  Editor.with(async (editor) => {
    await editor.open('untitled:web', TEXT);
    const params = { textDocument: { uri: 'untitled:web' } };
    assert.deepEqual(await editor.request('textDocument/documentLink', params), []);
  }));

test('semantic tokens: full and of a range', () =>
  Editor.with(async (editor) => {
    await editor.open(URI, TEXT);
    const { data } = await editor.request<SemanticTokens>('textDocument/semanticTokens/full', about);
    const legend = editor.initialized.capabilities.semanticTokensProvider?.legend;
    assert.deepEqual(data.slice(0, 10), [1, 0, 4, 0, 0, 1, 0, 6, 0, 0]);
    assert.equal(legend?.tokenTypes[0], 'property');
    const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 5 } };
    const part = await editor.request<SemanticTokens>('textDocument/semanticTokens/range', { ...about, range });
    assert.deepEqual(part.data, [2, 0, 6, 0, 0]);
  }));

test('semantic tokens: what has changed, for a client that can put it in', () => {
  const requests = { full: { delta: true } };
  const semanticTokens = { requests, tokenTypes: [], tokenModifiers: [], formats: [] };
  const able = { ...FULL, textDocument: { ...FULL.textDocument, semanticTokens } };
  return Editor.with(async (editor) => {
    const text = `memory = 1\nvif = [\n${'  "bridge=a,mac=1",\n'.repeat(40)}]\n`;
    const delta = (previousResultId?: string) =>
      editor.request<SemanticTokens & SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
        ...about,
        previousResultId,
      });
    const full = () => editor.request<SemanticTokens>('textDocument/semanticTokens/full', about);
    await editor.open(URI, text);
    let { resultId, data } = await full();
    const steps = ['bridge=xenbr0,mac', 'x', '\n\n', '"type=vif",', ''];
    for (const [index, typed] of steps.entries()) {
      const character = { line: 10 + index, character: 3 };
      const end = { line: 10 + index, character: 3 + (typed === '' ? 6 : 0) };
      await editor.change(URI, typed, { start: character, end });
      const news = await delta(resultId);
      assert.ok(news.edits.length <= 1);
      for (const { start, deleteCount, data: added = [] } of news.edits) {
        assert.ok(added.length < 100, 'one stretch alone');
        data = [...data.slice(0, start), ...added, ...data.slice(start + deleteCount)];
      }
      const whole = await full();
      assert.deepEqual(data, whole.data);
      resultId = whole.resultId;
    }
    assert.deepEqual((await delta(resultId)).edits, []);
    assert.deepEqual((await delta('none of ours')).data, data);
  }, able);
});

test('inlay hints: none until they are switched on', () =>
  Editor.with(async (editor) => {
    await editor.open(URI, TEXT);
    const ask = () => editor.request<InlayHint[]>('textDocument/inlayHint', { ...about, range: WHOLE });
    assert.deepEqual(await ask(), []);
    await editor.configure({ inlayHints: true });
    const [hint] = await ask();
    assert.deepEqual(hint?.position, { line: 2, character: 13 });
    assert.equal(hint.label, '2 GiB');
  }));

test('code lenses: commands for clients that have them, titles for others, none when switched off', async () => {
  const ask = (editor: Editor) => editor.request<CodeLens[]>('textDocument/codeLens', about);
  await Editor.with(
    async (editor) => {
      await editor.open(URI, "builder = 'linux'\n");
      const commands = (await ask(editor)).map(({ command }) => command?.command);
      assert.deepEqual(commands, ['xencfg.selectRelease', 'workbench.actions.view.problems', 'xencfg.preview']);
      await editor.configure({ codeLens: false });
      assert.deepEqual(await ask(editor), []);
    },
    FULL,
    { commands: true },
  );
  await Editor.with(async (editor) => {
    await editor.open(URI, "builder = 'linux'\n");
    const found = await ask(editor);
    assert.equal(found.length, 2);
    for (const { command } of found) assert.equal(command?.command, '');
  }, PLAIN);
});

test('signature help: offsets or texts as labels, as the client wants them', async () => {
  const position = { line: 5, character: 16 };
  const ask = (editor: Editor) => editor.request<SignatureHelp>('textDocument/signatureHelp', { ...about, position });
  await Editor.with(async (editor) => {
    await editor.open(URI, TEXT);
    const { signatures, activeParameter } = await ask(editor);
    assert.equal(activeParameter, 2);
    assert.equal(signatures[0]?.parameters?.[2]?.label, 'vdev');
    const elsewhere = await editor.request('textDocument/signatureHelp', {
      ...about,
      position: { line: 0, character: 0 },
    });
    assert.equal(elsewhere, null);
  }, PLAIN);
  const signatureInformation = { parameterInformation: { labelOffsetSupport: true } };
  const textDocument = { ...FULL.textDocument, signatureHelp: { signatureInformation } };
  await Editor.with(
    async (editor) => {
      await editor.open(URI, TEXT);
      const { signatures } = await ask(editor);
      assert.deepEqual(signatures[0]?.parameters?.[0]?.label, [6, 12]);
    },
    { ...FULL, textDocument },
  );
});

test('hover: no marks of markdown for a client that shows none', () =>
  Editor.with(async (editor) => {
    await editor.open(URI, TEXT);
    for (const position of [
      { line: 2, character: 3 },
      { line: 5, character: 2 },
    ]) {
      const hover = await editor.request<Hover>('textDocument/hover', { ...about, position });
      assert.ok(typeof hover.contents === 'object' && 'kind' in hover.contents);
      assert.equal(hover.contents.kind, 'plaintext');
      assert.doesNotMatch(hover.contents.value, /\*\*|`|\]\(|\|---/);
      assert.match(hover.contents.value, /memory|xvda/);
    }
  }, PLAIN));

test('a list of more symbols than an answer holds is cut, and that is said once', () =>
  Editor.with(async (editor) => {
    await editor.open(URI, `disk = [ ${'"", '.repeat(12_000)}]\n`);
    const [disk] = await editor.request<DocumentSymbol[]>('textDocument/documentSymbol', about);
    assert.equal(disk?.children?.length, 4_999);
    await editor.request('textDocument/documentSymbol', about);
    const warnings = editor.log.filter(({ type, message }) => type === 2 && message.includes('more symbols'));
    assert.equal(warnings.length, 1);
  }));

test('of more findings than an answer holds those of errors come first', () =>
  Editor.with(async (editor) => {
    await editor.open(URI, `${'foo = 1\n'.repeat(6_000)}name = "a\n`);
    const report = await editor.pull(URI);
    assert.ok(report.kind === 'full');
    assert.equal(report.items.length, MAX_DIAGNOSTICS);
    assert.equal(report.items[0]?.severity, 1);
    assert.equal(editor.log.filter(({ message }) => message.includes('more findings')).length, 1);
  }));
