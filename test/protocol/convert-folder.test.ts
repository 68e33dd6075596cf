import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ConvertFolderProgress, ConvertFolderResult } from '../../server/src/lsp/protocol';
import { Editor, FULL } from './editor';

const FILES: Readonly<Record<string, string>> = {
  'plain.cfg': 'name = "plain"\nkernel = "/boot/vmlinuz"\nmemory = 512\n',
  'old.xm': 'import os\nname = "old%d" % 1\nkernel = "/boot/vmlinuz"\nmemory = 256\n',
  'sub/asks.xm': 'name = "asks"\nkernel = "/boot/vmlinuz"\ndisk = [ "phy:/dev/vg0/a,xvda,w!" ]\n',
  'sub/host.xm': 'import os\nname = os.uname()[4]\nkernel = "/boot/vmlinuz"\nmemory = 256\n',
  'notes.txt': 'nothing about guests\n',
};

async function withFiles(work: (folder: string, editor: Editor) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'xencfg-convert-'));
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  symlinkSync('../old.xm', path.join(folder, 'sub/link.xm'));
  try {
    await Editor.with((editor) => work(folder, editor), FULL, undefined, {}, [pathToFileURL(folder).href]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('each guest file once, with its result, its status and a report; nothing is written', () =>
  withFiles(async (folder, editor) => {
    const steps: ConvertFolderProgress[] = [];
    editor.connection.onNotification('xencfg/convertFolderProgress', (step) => void steps.push(step));
    const uri = pathToFileURL(folder).href;
    const result = await editor.request<ConvertFolderResult>('xencfg/convertFolder', { uri, id: 7 });
    const statuses = Object.fromEntries(result.files.map((file) => [file.path, file.status]));
    assert.deepEqual(statuses, {
      'plain.cfg': 'unchanged',
      'old.xm': 'converted',
      'sub/asks.xm': 'decision',
      'sub/host.xm': 'assumed',
    });
    for (const { path: name, before, after, edits } of result.files) {
      assert.equal(before, FILES[name]);
      assert.equal(TextDocument.applyEdits(TextDocument.create('', '', 0, before), [...edits]), after);
      assert.equal(readFileSync(path.join(folder, name), 'utf8'), FILES[name]);
    }
    assert.match(result.files.find((file) => file.path === 'old.xm')!.after, /^name = ["']old1["']$/m);
    assert.match(result.report, /^## Needs a decision\n\n- `sub\/asks\.xm`/m);
    assert.match(result.report, /^## Converted under assumptions\n\n- `sub\/host\.xm`\n {2}- assumed: /m);
    assert.match(result.report, /^## Not a guest configuration\n\n- `notes\.txt`/m);
    assert.ok(steps.length >= result.files.length && steps.every(({ id, done, count }) => id === 7 && done < count));
  }));

test('the text of an open document counts', () =>
  withFiles(async (folder, editor) => {
    const uri = pathToFileURL(path.join(folder, 'old.xm')).href;
    await editor.open(uri, 'name = "new" + "er"\nkernel = "/boot/vmlinuz"\nmemory = 256\n');
    await editor.diagnostics(uri);
    const result = await editor.request<ConvertFolderResult>('xencfg/convertFolder', {
      uri: pathToFileURL(folder).href,
      id: 1,
    });
    const files = result.files.filter((file) => file.path.endsWith('old.xm') || file.path.endsWith('link.xm'));
    assert.equal(files.length, 1);
    assert.match(files[0]!.after, /newer/);
  }));

test('it can be cancelled', () =>
  withFiles(async (folder, editor) => {
    for (let i = 0; i < 300; i++) writeFileSync(path.join(folder, `x${i}.xm`), FILES['old.xm']!);
    const source = new CancellationTokenSource();
    const seen: number[] = [];
    editor.connection.onNotification('xencfg/convertFolderProgress', ({ done }: ConvertFolderProgress) => {
      seen.push(done);
      source.cancel();
    });
    const params = { uri: pathToFileURL(folder).href, id: 1 };
    await assert.rejects(editor.connection.sendRequest('xencfg/convertFolder', params, source.token), /cancelled/);
    assert.ok(seen.length < 300);
  }));
