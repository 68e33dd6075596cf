import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CompletionItem, InsertReplaceEdit, type Position, type TextEdit } from 'vscode-languageserver';
import { withoutPlaceholders } from '../../server/src/lsp/completion';
import { Editor, FULL, PLAIN } from './editor';

const URI = 'file:///etc/xen/web1';

async function item(editor: Editor, position: Position, label: string): Promise<CompletionItem> {
  const found = (await editor.completion(URI, position)).find((candidate) => candidate.label === label);
  assert.ok(found, `${label} is offered`);
  return found;
}

test('completion: a half-typed key becomes a snippet that inserts or replaces', () =>
  Editor.with(async (editor) => {
    await editor.open(URI, '# 😀\nname = "a"\nmemxx');
    const memory = await item(editor, { line: 2, character: 3 }, 'memory');
    assert.equal(memory.kind, 10);
    assert.equal(memory.insertTextFormat, 2);
    assert.deepEqual(
      memory.documentation && typeof memory.documentation === 'object' && memory.documentation.kind,
      'markdown',
    );
    const edit = memory.textEdit!;
    assert.ok(InsertReplaceEdit.is(edit));
    assert.match(edit.newText, /^memory = .*\$0/);
    assert.deepEqual(edit.insert, { start: { line: 2, character: 0 }, end: { line: 2, character: 3 } });
    assert.deepEqual(edit.replace, { start: { line: 2, character: 0 }, end: { line: 2, character: 5 } });
  }));

test('completion: a client without snippets and markdown gets plain text', () =>
  Editor.with(async (editor) => {
    await editor.open(URI, 'mem');
    const memory = await item(editor, { line: 0, character: 3 }, 'memory');
    assert.equal(memory.insertTextFormat, 1);
    assert.equal(typeof memory.documentation, 'string');
    assert.equal(editor.apply(URI, [memory.textEdit as TextEdit]), 'memory = ');
  }, PLAIN));

test('completion: values of a key, inside quotes and without', () =>
  Editor.with(async (editor) => {
    await editor.open(URI, 'type = "p"\ntype = \n');
    const quoted = await item(editor, { line: 0, character: 9 }, 'pvh');
    assert.equal(editor.apply(URI, [quoted.textEdit as TextEdit]), 'type = "pvh"\ntype = \n');
    const bare = await item(editor, { line: 1, character: 7 }, 'pvh');
    assert.equal(editor.apply(URI, [bare.textEdit as TextEdit]), 'type = "p"\ntype = "pvh"\n');
  }, PLAIN));

test('completion: what is deprecated is marked', () =>
  Editor.with(async (editor) => {
    await editor.open(URI, 'b');
    assert.deepEqual((await item(editor, { line: 0, character: 1 }, 'builder')).tags, [1]);
    assert.equal((await item(editor, { line: 0, character: 1 }, 'bootloader')).tags, undefined);
  }, FULL));

test('completion: nothing in a comment', () =>
  Editor.with(async (editor) => {
    await editor.open(URI, '# mem');
    assert.deepEqual(await editor.completion(URI, { line: 0, character: 5 }), []);
  }));

test('hover: a key, in the markup that the client reads', async () => {
  for (const [capabilities, kind] of [
    [FULL, 'markdown'],
    [PLAIN, 'plaintext'],
  ] as const) {
    await Editor.with(async (editor) => {
      await editor.open(URI, '# 😀\nname = "😀"; memory = 512\n');
      const hover = await editor.hover(URI, { line: 1, character: 14 });
      assert.deepEqual(hover?.range, { start: { line: 1, character: 13 }, end: { line: 1, character: 19 } });
      assert.ok(typeof hover.contents === 'object' && 'kind' in hover.contents);
      assert.equal(hover.contents.kind, kind);
      assert.match(hover.contents.value, /memory/);
      assert.equal(await editor.hover(URI, { line: 0, character: 2 }), null);
    }, capabilities);
  }
});

test('a snippet for clients without snippets', () => {
  const stop = (inner: string) => `\${1${inner}}`;
  assert.equal(withoutPlaceholders(`memory = ${stop(':512')}$0`), 'memory = 512');
  assert.equal(withoutPlaceholders('disk = [ "$0" ]'), 'disk = [ "" ]');
  assert.equal(withoutPlaceholders(`type = "${stop('|pv,hvm,pvh|')}"`), 'type = "pv"');
  assert.equal(withoutPlaceholders(`a \\$5 \\} ${stop(':b\\}c')} ${stop('')}`), 'a $5 } b}c ');
});
