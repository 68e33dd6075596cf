import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource, ProgressType } from 'vscode-jsonrpc/node';
import type {
  Diagnostic,
  WorkspaceDiagnosticReport,
  WorkspaceDiagnosticReportPartialResult,
} from 'vscode-languageserver';
import { Editor, FULL, until } from './editor';

const MAC = "vif = [ 'mac=00:16:3e:5a:00:01' ]\n";

/** A guest with one finding of its own. */
function guest(name: string): string {
  return `name = "${name}"\nkernel = "/k"\nmemory = 512\ncolour = "${name}"\n${MAC}`;
}

/** Runs a test with two guests in a folder that the editor has open. */
async function withTwo(work: (editor: Editor, a: string, b: string, write: Write) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'xencfg-pull-'));
  const write: Write = (name, text) => {
    writeFileSync(path.join(folder, name), text);
    return pathToFileURL(path.join(folder, name)).href;
  };
  mkdirSync(path.join(folder, 'sub'));
  try {
    const [a, b] = [write('a.cfg', guest('a')), write('sub/b.cfg', guest('b'))];
    write('README', 'No guest.\n');
    await Editor.with((editor) => work(editor, a, b, write), FULL, undefined, {}, [pathToFileURL(folder).href]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Write = (name: string, text: string) => string;

function codesOf(items: readonly Diagnostic[]): string {
  return items
    .map(({ code }) => String(code))
    .sort()
    .join();
}

/** What a report says of each file: its codes, or what it says instead. */
function said({ items }: WorkspaceDiagnosticReport): [string, string][] {
  return items.map((item) => [item.uri, item.kind === 'full' ? codesOf(item.items) : item.kind]);
}

function ids({ items }: WorkspaceDiagnosticReport) {
  return items.flatMap(({ uri, resultId: value }) => (value === undefined ? [] : [{ uri, value }]));
}

test('asked once: every guest that is not open, what is unchanged said so, and what is gone cleared', () =>
  withTwo(async (editor, a, b, write) => {
    const ask = (previousResultIds: { uri: string; value: string }[]) =>
      editor.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds });
    const first = await ask([]);
    assert.deepEqual(said(first), [
      [a, 'shared-mac,unknown-key'],
      [b, 'shared-mac,unknown-key'],
    ]);
    assert.deepEqual(said(await ask(ids(first))), [
      [a, 'unchanged'],
      [b, 'unchanged'],
    ]);
    write('sub/b.cfg', guest('b').replace(MAC, ''));
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: b, type: 2 }] });
    const second = await ask(ids(first));
    assert.deepEqual(said(second), [
      [a, 'unknown-key'],
      [b, 'unknown-key'],
    ]);
    write('a.cfg', 'No guest either.\n');
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: a, type: 2 }] });
    assert.deepEqual(said(await ask(ids(second))), [
      [a, ''],
      [b, 'unchanged'],
    ]);
    await editor.open(b, guest('b'));
    await editor.diagnostics(b);
    assert.deepEqual(said(await ask([])), []);
  }));

test('an answer in parts goes on until it is cancelled, and what was sent unasked is taken back', () =>
  withTwo(async (editor, a, b, write) => {
    const sent = (uri: string) => editor.published.findLast((params) => params.uri === uri)?.diagnostics;
    await until(() => (sent(a)?.length && sent(b)?.length ? true : undefined));
    const shown = new Map<string, string>();
    const type = new ProgressType<WorkspaceDiagnosticReportPartialResult>();
    editor.connection.onProgress(type, 'parts', (part) => {
      for (const [uri, codes] of said(part as WorkspaceDiagnosticReport)) shown.set(uri, codes);
    });
    const untilShown = (uri: string, codes: string) => until(() => (shown.get(uri) === codes ? true : undefined));
    const cancel = new CancellationTokenSource();
    const params = { previousResultIds: [], partialResultToken: 'parts' };
    const asked = editor.connection.sendRequest('workspace/diagnostic', params, cancel.token);
    const refused = assert.rejects(asked, /cancelled/);
    await untilShown(a, 'shared-mac,unknown-key');
    await untilShown(b, 'shared-mac,unknown-key');
    await until(() => (sent(a)?.length === 0 && sent(b)?.length === 0 ? true : undefined));
    await editor.open(a, guest('a').replace(MAC, ''));
    assert.equal(codesOf(await editor.diagnostics(a)), 'unknown-key');
    await untilShown(b, 'unknown-key');
    assert.equal(shown.get(a), 'shared-mac,unknown-key', 'an open document is asked for by itself');
    await editor.close(a);
    await untilShown(b, 'shared-mac,unknown-key');
    assert.equal(codesOf(await editor.diagnostics(a)), 'shared-mac,unknown-key');
    const c = write('c.cfg', guest('b'));
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: c, type: 1 }] });
    await untilShown(c, 'duplicate-name,shared-mac,unknown-key');
    rmSync(new URL(c));
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: c, type: 3 }] });
    await untilShown(c, '');
    await editor.configure({ severity: { 'unknown-key': 'off' } });
    await untilShown(a, 'shared-mac');
    cancel.cancel();
    await refused;
  }));

test("the host's own files have their findings too, by the keys that are theirs, and follow their texts", () =>
  withTwo(async (editor, a, b, write) => {
    const conf = write('xl.conf', 'autoballoon = "auto"\nmemory = 512\n');
    const pool = write('sub/cpupool-db', 'name = "db"\ncpus = "0-3"\nvcpus = 4\n');
    write('xl.conf.bak', 'memory = 512\n');
    const note = (uri: string, type: number) =>
      editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
    await note(conf, 1);
    await note(pool, 1);
    const ask = () => editor.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] });
    const host = async () => said(await ask()).filter(([uri]) => uri !== a && uri !== b);
    assert.deepEqual(await host(), [
      [pool, 'unknown-key'],
      [conf, 'unknown-key'],
    ]);
    write('xl.conf', 'autoballoon = "auto"\n');
    await note(conf, 2);
    assert.deepEqual(await host(), [
      [pool, 'unknown-key'],
      [conf, ''],
    ]);
    await editor.open(pool, 'name = "db"\n');
    assert.deepEqual(await editor.diagnostics(pool), []);
    assert.deepEqual(await host(), [[conf, '']]);
    await editor.close(pool);
    assert.equal(codesOf(await editor.diagnostics(pool)), 'unknown-key');
    rmSync(new URL(conf));
    await note(conf, 3);
    assert.deepEqual(await host(), [[pool, 'unknown-key']]);
  }));

test('a client that forgets a document when it has asked a last time is told of it once more', () =>
  withTwo(async (editor, a, _, write) => {
    const parts: [string, string][] = [];
    const type = new ProgressType<WorkspaceDiagnosticReportPartialResult>();
    editor.connection.onProgress(type, 'parts', (part) => {
      parts.push(...said(part as WorkspaceDiagnosticReport));
    });
    const cancel = new CancellationTokenSource();
    const params = { previousResultIds: [], partialResultToken: 'parts' };
    const refused = assert.rejects(
      editor.connection.sendRequest('workspace/diagnostic', params, cancel.token),
      /cancelled/,
    );
    await until(() => parts.find(([uri]) => uri === a));
    const elsewhere = write('../elsewhere.xl', 'colour = 1\n');
    for (const [uri, own] of [
      [a, 'shared-mac,unknown-key'],
      [elsewhere, ''],
    ] as const) {
      await editor.open(uri, 'colour = 1\ncolour = 2\n');
      assert.notEqual(codesOf(await editor.diagnostics(uri)), own);
      await editor.close(uri);
      await editor.diagnostics(uri);
      const before = parts.length;
      assert.deepEqual(await until(() => parts.slice(before).find(([other]) => other === uri)), [uri, own]);
    }
    rmSync(new URL(elsewhere));
    cancel.cancel();
    await refused;
  }));
