import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Editor, rangeOf } from './editor';

const LEGACY = readdirSync('samples/legacy').filter((name) => name.endsWith('.xm'));

test('preview and convert say the same of every xm sample, and leave nothing to convert again', () =>
  Editor.with(async (editor) => {
    assert.ok(LEGACY.length > 0);
    for (const name of LEGACY) {
      const uri = `file:///home/me/${name}`;
      await editor.open(uri, readFileSync(`samples/legacy/${name}`, 'utf8'));
      const preview = await editor.preview(uri);
      const convert = await editor.convert(uri);
      assert.equal(editor.apply(uri, convert.edits as never), preview.text, name);
      assert.notEqual(preview.text, editor.document(uri).getText(), name);
      assert.ok(convert.applied.length > 0, name);
      const { edits: _edits, ...rest } = convert;
      const { text: _text, ...same } = preview;
      assert.deepEqual(rest, same, name);
      assert.ok(
        preview.left.every(({ line }) => line < preview.text.split('\n').length),
        name,
      );
      await editor.change(uri, preview.text);
      assert.equal((await editor.preview(uri)).text, preview.text, `${name}, converted twice`);
    }
  }));

test('a conversion is of the newest version', () =>
  Editor.with(async (editor) => {
    const uri = 'untitled:Untitled-1';
    const text = 'name = "a"\nbuilder = \'linux\'\n';
    await editor.open(uri, text);
    assert.equal((await editor.preview(uri)).version, 1);
    await editor.change(uri, "'hvm'", rangeOf(text, "'linux'"));
    const preview = await editor.preview(uri);
    assert.equal(preview.version, 2);
    assert.doesNotMatch(preview.text, /linux/);
  }));

test('a file of no known scheme converts like any other', () =>
  Editor.with(async (editor) => {
    const uri = 'vscode-vfs://github/someone/guests/web%201.cfg';
    await editor.open(uri, "builder = 'linux'\n");
    assert.match((await editor.preview(uri)).text, /type = 'pv'/);
  }));

test('an xl file stays as it is', () =>
  Editor.with(async (editor) => {
    const uri = 'file:///etc/xen/web01';
    const text = readFileSync('samples/web01.cfg', 'utf8');
    await editor.open(uri, text);
    const convert = await editor.convert(uri);
    assert.deepEqual(convert, { edits: [], version: 1, left: [], applied: [], verdict: 'accepted' });
    assert.equal((await editor.preview(uri)).text, text);
  }));

test('what is not open can not be converted, and the answer says so', () =>
  Editor.with(async (editor) => {
    await assert.rejects(editor.preview('file:///nowhere'), /file:\/\/\/nowhere is not an open document/);
    await assert.rejects(editor.convert('file:///nowhere'), /not an open document/);
    await assert.rejects(editor.request('xencfg/convert', {}), /uri is missing/);
    await assert.rejects(editor.request('xencfg/convert', null), /uri is missing/);
  }));
