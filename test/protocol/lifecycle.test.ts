import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import {
  createMessageConnection,
  type InitializeResult,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { Editor, FULL, PLAIN } from './editor';

const URI = 'file:///etc/xen/web1';

test('the server says what it can do', () =>
  Editor.with(async (editor) => {
    assert.match(editor.initialized.serverInfo?.name ?? '', /^Xencfg/);
    const { textDocumentSync, diagnosticProvider, codeActionProvider } = editor.initialized.capabilities;
    assert.deepEqual(textDocumentSync, { openClose: true, change: 2 });
    assert.deepEqual(diagnosticProvider, { interFileDependencies: false, workspaceDiagnostics: true });
    assert.ok(typeof codeActionProvider === 'object');
    assert.deepEqual(codeActionProvider.codeActionKinds, ['quickfix', 'refactor.rewrite', 'source.fixAll.xencfg']);
  }));

test('initialize is answered before the schema is read', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'xencfg-start-'));
  try {
    // alone: the data files lie beside it otherwise
    cpSync('dist/server.js', path.join(folder, 'server.js'));
    const child = spawn(process.execPath, [path.join(folder, 'server.js'), '--stdio']);
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.listen();
    const params = { processId: null, rootUri: null, capabilities: {} };
    const answer: InitializeResult = await connection.sendRequest('initialize', params);
    assert.equal(answer.capabilities.hoverProvider, true);
    connection.dispose();
    child.kill();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a client that cannot pull is offered no pull diagnostics', () =>
  Editor.with(async (editor) => {
    assert.equal(editor.initialized.capabilities.diagnosticProvider, undefined);
  }, PLAIN));

test('the server asks to hear of settings and files where the client can tell', () =>
  Editor.with(async (editor) => {
    await editor.open(URI, 'name = "web1"\n');
    await editor.pull(URI);
    assert.deepEqual(editor.registered.toSorted(), [
      'workspace/didChangeConfiguration',
      'workspace/didChangeWatchedFiles',
    ]);
  }, FULL));

test('the server ends with the channel, with 1 when nobody said shutdown', async () => {
  const editor = await Editor.start();
  const ended = once(editor.process, 'exit');
  editor.process.stdin!.end();
  assert.deepEqual(await ended, [1, null]);
  editor.connection.dispose();
});

test('lsp without a way to talk is a usage error', () => {
  const run = spawnSync(process.execPath, ['dist/xencfg.js', 'lsp'], { encoding: 'utf8', timeout: 10_000, input: '' });
  assert.equal(run.status, 2);
  assert.equal(run.stdout, '');
  assert.match(run.stderr, /--stdio/);
});
