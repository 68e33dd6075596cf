import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TextEdit } from 'vscode-languageserver';
import { Editor } from './editor';

const URI = 'file:///etc/xen/web1';
const TEXT = '# 😀\nname="😀"\nmemory=5\ndisk=["a",\n"b"]\n';
const options = { insertSpaces: true, tabSize: 2 };
const about = { textDocument: { uri: URI }, options };

test('formatting: document, range, while typing', () =>
  Editor.with(async (editor) => {
    await editor.open(URI, TEXT);
    const format = async (method: string, params: object) =>
      editor.apply(URI, await editor.request<TextEdit[]>(`textDocument/${method}`, { ...about, ...params }));
    assert.equal(await format('formatting', {}), '# 😀\nname = "😀"\nmemory = 5\ndisk = [\n  "a",\n  "b"\n]\n');
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } };
    assert.equal(await format('rangeFormatting', { range }), TEXT.replace('name=', 'name = '));
    const position = { line: 3, character: 0 };
    assert.equal(await format('onTypeFormatting', { position, ch: '\n' }), TEXT.replace('memory=', 'memory = '));
    const tabs = { textDocument: { uri: URI }, options: { insertSpaces: false, tabSize: 8 } };
    assert.match(
      editor.apply(URI, await editor.request<TextEdit[]>('textDocument/formatting', tabs)),
      /\[\n\t"a",\n\t"b"\n\]/,
    );
  }));
