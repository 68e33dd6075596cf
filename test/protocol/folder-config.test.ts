import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Editor, FULL, until } from './editor';

const TEXT = 'name = "web"\nkernel = "/k"\ntype = "pv"\ncolour = "red"\n';

test('.xencfg.json above a document holds before the settings of the editor, and is read again when it changes', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'xencfg-config-'));
  const file = path.join(folder, 'etc/.xencfg.json');
  const uri = pathToFileURL(path.join(folder, 'etc/xen/web.cfg')).href;
  mkdirSync(path.join(folder, 'etc/xen'), { recursive: true });
  writeFileSync(file, '{ "severities": { "unknown-key": "error" }, "release": "4.5", "bad": 1 }');
  const found = async (editor: Editor) =>
    (await editor.diagnostics(uri)).map(({ code, severity }) => `${code} ${severity}`).sort();
  const changed = (editor: Editor) =>
    editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: pathToFileURL(file).href, type: 2 }],
    });
  try {
    await Editor.with(
      async (editor) => {
        await editor.open(uri, TEXT);
        assert.deepEqual(await found(editor), ['key-release 2', 'unknown-key 1']);
        writeFileSync(file, '{ "knownKeys": ["colour"] }');
        await changed(editor);
        assert.deepEqual(await found(editor), []);
        rmSync(file);
        await changed(editor);
        assert.deepEqual(await found(editor), ['unknown-key 4']);
        await until(() => editor.log.find(({ message }) => /\.xencfg\.json:1:63: "bad" is no setting/.test(message)));
      },
      FULL,
      undefined,
      { severity: { 'unknown-key': 'hint' } },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
