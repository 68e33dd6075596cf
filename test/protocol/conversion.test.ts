import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type {
  ConvertResult,
  ParametersResult,
  PreviewResult,
  ProofResult,
  TextResult,
} from '../../server/src/lsp/protocol';
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
      const { text: _text, name: _name, ...same } = preview;
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
    const nothing = { left: [], applied: [], assumptions: [], parameters: [] };
    assert.deepEqual(convert, { edits: [], version: 1, verdict: 'accepted', ...nothing });
    assert.equal((await editor.preview(uri)).text, text);
  }));

test('what is not open can not be converted, and the answer says so', () =>
  Editor.with(async (editor) => {
    await assert.rejects(editor.preview('file:///nowhere'), /file:\/\/\/nowhere is not an open document/);
    await assert.rejects(editor.convert('file:///nowhere'), /not an open document/);
    await assert.rejects(editor.request('xencfg/convert', {}), /uri is missing/);
    await assert.rejects(editor.request('xencfg/convert', null), /uri is missing/);
  }));

const TEMPLATE = readFileSync('samples/legacy/lab.xm', 'utf8');

test('a template: its parameters, what its check function says of a value, and the guest of a value', () =>
  Editor.with(async (editor) => {
    const uri = 'file:///etc/xen/lab.xm';
    await editor.open(uri, TEMPLATE);
    const ask = (presets?: object) => editor.request<ParametersResult>('xencfg/parameters', { uri, presets });
    const line = TEMPLATE.split('\n').findIndex((text) => text.startsWith('xm_vars.var'));
    const vmid = { name: 'vmid', use: 'Number of the seat, 1 to 20.', line };
    assert.deepEqual((await ask()).parameters, [vmid]);
    assert.deepEqual((await ask({ vmid: '3' })).parameters, [{ ...vmid, value: '3' }]);
    const problem = 'there are 20 seats, not 21';
    assert.deepEqual((await ask({ vmid: '21' })).parameters, [{ ...vmid, value: '21', problem }]);

    const open = await editor.preview(uri);
    assert.equal(open.verdict, 'refused');
    assert.ok(open.left.every(({ origin }) => origin > 0 && origin < TEMPLATE.split('\n').length));
    const preview = await editor.request<PreviewResult>('xencfg/preview', { uri, presets: { vmid: '3' } });
    assert.deepEqual([preview.verdict, preview.name, preview.left], ['accepted', 'lab3', []]);
    const convert = await editor.request<ConvertResult>('xencfg/convert', { uri, presets: { vmid: '3' } });
    assert.equal(editor.apply(uri, convert.edits as never), preview.text);
    // values are the client's: the file itself stays a template
    assert.equal((await editor.preview(uri)).verdict, 'refused');
  }));

test('what only the machine knows: asked for, and taken from the settings', () =>
  Editor.with(async (editor) => {
    const uri = 'file:///etc/xen/web.xm';
    const text = "import os, socket\nname = socket.gethostname()\nkernel = '/k'\nextra = os.uname()[4]\n";
    await editor.open(uri, text);
    const { assumables, parameters } = await editor.request<ParametersResult>('xencfg/parameters', { uri });
    assert.deepEqual(parameters, []);
    assert.deepEqual(
      assumables.map(({ expression, line, assumed, reason }) => [expression, line, assumed ?? reason]),
      [
        ['socket.gethostname()', 1, 'it depends on the host name of the machine where xm ran'],
        ['os.uname()[4]', 3, 'os.uname() is that of an x86_64 Linux host'],
      ],
    );
    assert.deepEqual((await editor.preview(uri)).assumptions, ['os.uname() is that of an x86_64 Linux host']);
    await editor.configure({ assume: { 'socket.gethostname()': 'dom0', 'os.uname()[4]': 'i686' } });
    const preview = await editor.preview(uri);
    assert.equal(preview.text, "name = 'dom0'\nkernel = '/k'\nextra = 'i686'\n");
    assert.deepEqual(preview.assumptions, ["socket.gethostname() is 'dom0'", "os.uname()[4] is 'i686'"]);
  }));

test('the proof and the domain of a conversion', () =>
  Editor.with(async (editor) => {
    const uri = 'file:///etc/xen/lab.xm';
    await editor.open(uri, TEMPLATE);
    const presets = { vmid: '3' };
    const proof = await editor.request<ProofResult>('xencfg/proof', { uri, presets });
    assert.deepEqual([proof.builder, proof.accepted, proof.version], ['xm', true, 1]);
    assert.match(proof.text, /^\| `on_crash` \| `restart` → not set \| \*\*changed default\*\*/m);
    assert.ok(
      proof.rows.some(({ field, before, after }) => field === 'c_info.name' && before === 'lab3' && after === 'lab3'),
    );
    const domain = await editor.request<TextResult>('xencfg/domain', { uri, presets });
    assert.equal(JSON.parse(domain.text).c_info.name, 'lab3');
    const completed = await editor.request<TextResult>('xencfg/completedDomain', { uri, presets });
    assert.equal(JSON.parse(completed.text).c_info.name, 'lab3');
    assert.ok(completed.text.length > domain.text.length);
    const refused = await editor.request<TextResult>('xencfg/domain', { uri });
    assert.ok(JSON.parse(refused.text).refused.length > 0);
  }));
