import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
  DocumentHighlight,
  Location,
  Range,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { Editor, FULL, PLAIN, rangeOf } from './editor';

const STORE = 'file:///etc/xen/store';
const WEB = 'file:///etc/xen/web';
const STORE_TEXT = 'name = "store"\nkernel = "/boot/v"\n';
const WEB_TEXT = 'name = "web"\ndisk = [ "vdev=xvda,backend=store,target=/srv/web.img" ]\n';

function asked(uri: string, range: Range): object {
  return { textDocument: { uri }, position: range.end };
}

async function both(editor: Editor): Promise<object> {
  await editor.open(STORE, STORE_TEXT);
  await editor.open(WEB, WEB_TEXT);
  return asked(WEB, rangeOf(WEB_TEXT, 'store'));
}

test('the guest that a disk names: definition and references in another file', () =>
  Editor.with(async (editor) => {
    const params = await both(editor);
    assert.deepEqual(await editor.request<Location[]>('textDocument/definition', params), [
      { uri: STORE, range: rangeOf(STORE_TEXT, 'store') },
    ]);
    const references = await editor.request<Location[]>('textDocument/references', {
      ...params,
      context: { includeDeclaration: true },
    });
    assert.deepEqual(
      references.map(({ uri }) => uri),
      [WEB, STORE],
    );
    await editor.close(STORE);
    assert.deepEqual(await editor.request('textDocument/definition', params), []);
  }));

test('rename: in every file that speaks of it', async () => {
  await Editor.with(
    async (editor) => {
      const params = await both(editor);
      assert.deepEqual(await editor.request('textDocument/prepareRename', params), {
        range: rangeOf(WEB_TEXT, 'store'),
        placeholder: 'store',
      });
      const { documentChanges } = await editor.request<WorkspaceEdit>('textDocument/rename', {
        ...params,
        newName: 'backing',
      });
      const [web, store] = documentChanges as TextDocumentEdit[];
      assert.deepEqual(web?.textDocument, { uri: WEB, version: 1 });
      assert.equal(editor.apply(WEB, web.edits as TextEdit[]), WEB_TEXT.replace('store', 'backing'));
      assert.equal(editor.apply(STORE, store!.edits as TextEdit[]), STORE_TEXT.replace('store', 'backing'));
      await assert.rejects(editor.request('textDocument/rename', { ...params, newName: 'a,b' }), /can't stand/);
    },
    { ...FULL, textDocument: { ...FULL.textDocument, rename: { prepareSupport: true } } },
  );
  await Editor.with(async (editor) => {
    const params = await both(editor);
    assert.equal(editor.initialized.capabilities.renameProvider, true);
    const { changes } = await editor.request<WorkspaceEdit>('textDocument/rename', { ...params, newName: 'b' });
    assert.deepEqual(Object.keys(changes ?? {}), [WEB, STORE]);
  }, PLAIN);
});

test('Python names: highlights with reads and writes; a setting is not renamed', () =>
  Editor.with(async (editor) => {
    const text = 'vm = 7\nname = "vm%d" % vm\n';
    await editor.open(WEB, text);
    const params = asked(WEB, rangeOf(text, 'vm'));
    const found = await editor.request<DocumentHighlight[]>('textDocument/documentHighlight', params);
    assert.deepEqual(
      found.map(({ kind, range }) => [kind, range.start.line]),
      [
        [3, 0],
        [2, 1],
      ],
    );
    await assert.rejects(
      editor.request('textDocument/rename', { ...asked(WEB, rangeOf(text, 'name')), newName: 'x' }),
      /name of a setting/,
    );
  }));

test('a document that is opened again under its name is answered about, whatever is still under way for the old one', () =>
  Editor.with(async (editor) => {
    const about = { textDocument: { uri: WEB } };
    const python = 'import os\nvm = 7\nname = "vm%d" % vm\n';
    for (let round = 0; round < 20; round++) {
      await editor.open(WEB, round % 2 === 0 ? python : WEB_TEXT);
      const late = editor.request('textDocument/hover', { ...about, position: { line: 0, character: 1 } });
      const pull = editor.pull(WEB);
      if (round % 3 === 0) await editor.configure({ inlayHints: round % 2 === 0 });
      await editor.close(WEB);
      await editor.open(WEB, STORE_TEXT);
      const hover = await editor.request('textDocument/hover', { ...about, position: { line: 0, character: 1 } });
      assert.ok(hover, `round ${round}`);
      await Promise.all([late, pull]);
      await editor.close(WEB);
    }
    assert.deepEqual(await editor.request('textDocument/documentSymbol', about), []);
    assert.deepEqual(await editor.request('workspace/symbol', { query: '' }), []);
  }));
