import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
  CodeLens,
  DocumentSymbol,
  FoldingRange,
  InlayHint,
  SemanticTokens,
  SymbolInformation,
  TextEdit,
} from 'vscode-languageserver';
import { MAX_DIAGNOSTICS } from '../../server/src/lsp/limits';
import { Editor, FULL, PLAIN } from './editor';

const URI = 'file:///var/lib/xend/domains/3e52/config.sxp';
const TEXT = `(domain
    (name web)
    (memory 512)
    (vcpus 2)
    (device
        (vbd
            (uname phy:/dev/vg/web)
            (dev xvda)
        )
    )
)
`;
const about = { textDocument: { uri: URI } };
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

test('a file of xend has its outline and folds, and no findings', () =>
  Editor.with(
    async (editor) => {
      await editor.open(URI, TEXT, 'xen-sxp');
      assert.deepEqual(await editor.diagnostics(URI), []);
      const [domain] = await editor.request<DocumentSymbol[]>('textDocument/documentSymbol', about);
      assert.equal(domain?.name, 'web');
      assert.deepEqual(domain.selectionRange, { start: { line: 1, character: 10 }, end: { line: 1, character: 13 } });
      assert.deepEqual(
        domain.children?.map(({ name, detail }) => `${name}: ${detail}`),
        ['name: web', 'memory: 512', 'vcpus: 2', 'vbd: xvda phy:/dev/vg/web'],
      );
      assert.deepEqual(await editor.request<FoldingRange[]>('textDocument/foldingRange', about), [
        { startLine: 0, endLine: 9 },
        { startLine: 4, endLine: 8 },
        { startLine: 5, endLine: 7 },
      ]);
      assert.equal(editor.statuses.at(-1)?.dialect, null);
    },
    FULL,
    { status: true },
  ));

test('what xend could not read is found at its place, and goes when it is mended', () =>
  Editor.with(
    async (editor) => {
      await editor.open(URI, TEXT.replace('(memory 512)', '(memory 512'), 'xen-sxp');
      const [open, ...others] = await editor.diagnostics(URI);
      assert.deepEqual(others, []);
      assert.deepEqual([open?.code, open?.severity, open?.codeDescription], ['sxp-syntax', 1, undefined]);
      assert.deepEqual(open?.range, { start: { line: 2, character: 4 }, end: { line: 2, character: 5 } });
      const at = { line: 2, character: 15 };
      await editor.change(URI, ')', { start: at, end: at });
      assert.deepEqual(await editor.diagnostics(URI), []);
      await editor.change(URI, "(name 'web)\n");
      const [string] = await editor.diagnostics(URI);
      assert.deepEqual(string?.range, { start: { line: 0, character: 6 }, end: { line: 0, character: 10 } });
      await editor.change(URI, '(a))\n');
      assert.deepEqual((await editor.diagnostics(URI))[0]?.range.start, { line: 0, character: 3 });
    },
    FULL,
    { rulePage: 'xencfg-rule:{code}' },
  ));

test('nothing that is meant for guests of xl answers for it', () =>
  Editor.with(async (editor) => {
    const text = 'name = "web"\nmemory = 512\nfoo = 1\nvif = [ "bridge=xenbr0" ]\nkernel = "/boot/vmlinuz"\n';
    await editor.open(URI, text, 'xen-sxp');
    const position = { line: 0, character: 2 };
    const at = { ...about, position };
    assert.deepEqual(await editor.diagnostics(URI), []);
    assert.equal(await editor.hover(URI, position), null);
    assert.deepEqual(await editor.completion(URI, position), []);
    assert.deepEqual(await editor.actions(URI, WHOLE), []);
    assert.deepEqual(await editor.request('textDocument/documentHighlight', at), []);
    assert.deepEqual(await editor.request('textDocument/definition', at), []);
    assert.equal(await editor.request('textDocument/prepareRename', at), null);
    assert.deepEqual(await editor.request('textDocument/documentLink', about), []);
    assert.deepEqual((await editor.request<SemanticTokens>('textDocument/semanticTokens/full', about)).data, []);
    assert.deepEqual(await editor.request<CodeLens[]>('textDocument/codeLens', about), []);
    assert.deepEqual(await editor.request<InlayHint[]>('textDocument/inlayHint', { ...about, range: WHOLE }), []);
    const options = { tabSize: 4, insertSpaces: true };
    assert.deepEqual(await editor.request<TextEdit[]>('textDocument/formatting', { ...about, options }), []);
    assert.equal((await editor.preview(URI)).text, text);
    assert.deepEqual((await editor.convert(URI)).edits, []);
    assert.equal(await editor.request('xencfg/judge', { uri: URI }), null);
    assert.deepEqual(await editor.request<SymbolInformation[]>('workspace/symbol', { query: 'web' }), []);
    // the same text in a guest's file is judged
    await editor.open('file:///etc/xen/web', text);
    assert.notDeepEqual(await editor.diagnostics('file:///etc/xen/web'), []);
  }));

test('hover on a setting of xend', () =>
  Editor.with(async (editor) => {
    await editor.open(URI, '(vif-script vif-bridge)\n', 'xen-sxp');
    const hover = await editor.hover(URI, { line: 0, character: 4 });
    assert.deepEqual(hover?.range, { start: { line: 0, character: 1 }, end: { line: 0, character: 11 } });
    assert.ok(typeof hover.contents === 'object' && 'kind' in hover.contents);
    assert.match(hover.contents.value, /vif\.default\.script/);
  }));

test('clients that cannot ask get findings and a flat outline', () =>
  Editor.with(async (editor) => {
    await editor.open(URI, `${TEXT})`, 'xen-sxp');
    const list = await editor.request<SymbolInformation[]>('textDocument/documentSymbol', about);
    assert.equal(list.find(({ name }) => name === 'uname')?.containerName, 'vbd');
    await editor.request('textDocument/hover', { ...about, position: { line: 0, character: 0 } });
    const published = editor.published.findLast(({ uri }) => uri === URI);
    assert.deepEqual(
      published?.diagnostics.map(({ code }) => code),
      ['sxp-syntax'],
    );
  }, PLAIN));

test('the most that an answer holds, and texts that are too long', () =>
  Editor.with(async (editor) => {
    await editor.open(URI, ')'.repeat(6_000), 'xen-sxp');
    assert.equal((await editor.diagnostics(URI)).length, MAX_DIAGNOSTICS);
    await editor.change(URI, '(a)'.repeat(4_000_000));
    assert.deepEqual(
      (await editor.diagnostics(URI)).map(({ code }) => code),
      ['not-checked'],
    );
    assert.deepEqual(await editor.request('textDocument/documentSymbol', about), []);
  }));
