import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { MAX_DIAGNOSTICS } from '../../server/src/lsp/limits';
import { Editor, type Editor as EditorType, FULL, PLAIN } from './editor';

const URI = 'file:///etc/xen/odd';
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 1_000_000, character: 0 } };

/** Asks everything there is about a document, at its start, in its middle and past its end. */
async function askAll(editor: EditorType, uri = URI): Promise<void> {
  const document = editor.document(uri);
  const middle = document.positionAt(document.getText().length / 2);
  await editor.diagnostics(uri);
  for (const position of [{ line: 0, character: 0 }, middle, { line: 999_999, character: 999_999 }]) {
    await editor.hover(uri, position);
    await editor.completion(uri, position);
  }
  await editor.actions(uri, WHOLE);
  await editor.actions(uri, WHOLE, { only: ['source.fixAll'] });
  const { text } = await editor.preview(uri);
  assert.equal(editor.apply(uri, (await editor.convert(uri)).edits as never), text);
}

const ODD: Record<string, string> = {
  'an empty file': '',
  'a blank': ' ',
  'a lone newline': '\n',
  'CR LF': 'name = "a"\r\nvcpu = 2\r\ndisk = [\r\n "phy:/dev/x,xvda,w!"\r\n]\r\n',
  'lone CRs': 'name = "a"\rvcpu = 2\rmemory = 5\r',
  'a byte order mark': '\ufeffname = "a"\nbuilder = "linux"\n',
  'a NUL': 'name = "a\0b"\nmemory = 5\0\n',
  'lone surrogates': 'name = "\udc80\ud800x\udfff"\nvcpu = 2\n# \udcff\n',
  'emoji before a finding': '# 😀\nname = "😀"; vcpu = 2\n',
  'control characters': 'name\x01 = \x02"\x03"\n\x1b[0m\n',
  'only brackets': '['.repeat(2_000),
  'only quotes': '"'.repeat(2_001),
  'a very long line': `extra = "${'x'.repeat(500_000)}"\n`,
  'no newline at the end': 'name = "a"',
  'a Python that ends early': 'import os\nif os.uname()[4] == "x',
  'Python, deeply nested': `x = ${'('.repeat(1_000)}1${')'.repeat(1_000)}\n`,
  'Python that would not end': 'while True:\n    pass\nname = "a"\n',
};

for (const [what, text] of Object.entries(ODD)) {
  test(`${what}: every request is answered`, () =>
    Editor.with(async (editor) => {
      await editor.open(URI, text);
      await askAll(editor);
    }));
}

test('positions are UTF-16 code units', () =>
  Editor.with(async (editor) => {
    await editor.open(URI, ODD['emoji before a finding']!);
    const [finding] = await editor.found(URI, 'unknown-key');
    assert.deepEqual(finding?.range, { start: { line: 1, character: 13 }, end: { line: 1, character: 17 } });
  }));

test('a binary file gets one finding that says so, and no other', () =>
  Editor.with(async (editor) => {
    const bytes = Buffer.from(Array.from({ length: 4_000 }, (_, i) => (i * 7919) % 256));
    for (const text of [bytes.toString('latin1'), bytes.toString('utf8')]) {
      await editor.open(URI, `\x7fELF\x02\x01\x01\0\0\0${text}`);
      const diagnostics = await editor.diagnostics(URI);
      assert.deepEqual(
        diagnostics.map(({ code, severity }) => ({ code, severity })),
        [{ code: 'foreign-format', severity: 1 }],
      );
      assert.match(diagnostics[0]!.message, /binary/);
      await askAll(editor);
      await editor.close(URI);
    }
  }));

test('a file of more than 10 MB gets one finding that says so, and is not analysed', () =>
  Editor.with(async (editor) => {
    const line = 'memory = 512 # a line of a guest that is far too long\n';
    await editor.open(URI, line.repeat(Math.ceil((10 * 1024 * 1024 + 1) / line.length)));
    const [finding, ...others] = await editor.diagnostics(URI);
    assert.deepEqual(others, []);
    assert.equal(finding?.code, 'not-checked');
    assert.match(finding.message, /10 MB/);
    await askAll(editor);
    await editor.change(URI, 'vcpu = 2\n');
    assert.equal((await editor.found(URI, 'unknown-key')).length, 1);
  }));

/** Cuts that show every kind of half-typed text without asking at each of some thousand characters. */
const STEP = 3;

test('half-typed: every sample, grown a few characters at a time, is checked and completed at its end', () =>
  Editor.with(async (editor) => {
    const samples = readdirSync('samples', { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(cfg|xl|xm)$/.test(name),
    );
    assert.ok(samples.length >= 10);
    for (const sample of samples) {
      const uri = `file:///${path.basename(sample)}`;
      const text = readFileSync(path.join('samples', sample), 'utf8');
      await editor.open(uri, '');
      for (let length = 0; length < text.length; length += STEP) {
        const end = editor.document(uri).positionAt(length);
        await editor.change(uri, text.slice(length, length + STEP), { start: end, end });
        const typed = editor.document(uri);
        const answers = [editor.diagnostics(uri), editor.completion(uri, typed.positionAt(length + STEP))] as const;
        const [diagnostics] = await Promise.all(answers);
        for (const { range } of diagnostics) {
          const [start, end] = [typed.offsetAt(range.start), typed.offsetAt(range.end)];
          assert.deepEqual([typed.positionAt(start), typed.positionAt(end)], [range.start, range.end]);
          assert.ok(start <= end);
        }
      }
      assert.equal(editor.document(uri).getText(), text);
      await editor.close(uri);
    }
  }));

test('places that are none and documents that are not open get nothing', () =>
  Editor.with(async (editor) => {
    await editor.open(URI, 'name = "a"\nvcpu = 2\n');
    const unknown = 'file:///nowhere';
    assert.equal(await editor.hover(unknown, WHOLE.start), null);
    assert.deepEqual(await editor.completion(unknown, WHOLE.start), []);
    assert.deepEqual(await editor.actions(unknown, WHOLE), []);
    assert.deepEqual(await editor.diagnostics(unknown), []);
    await editor.hover(URI, { line: -5, character: -5 });
    assert.equal(await editor.hover(URI, { line: 77, character: 3 }), null);
    assert.deepEqual(await editor.actions(URI, { start: WHOLE.end, end: WHOLE.start }, { only: ['quickfix'] }), []);
    await editor.close(unknown);
    await editor.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: unknown, version: 2 },
      contentChanges: [{ text: 'x' }],
    });
    assert.equal((await editor.found(URI, 'unknown-key')).length, 1);
  }));

test('requests without their parameters do not end the server', () =>
  Editor.with(async (editor) => {
    await editor.open(URI, 'name = "a"\nvcpu = 2\n');
    for (const method of ['hover', 'completion', 'codeAction', 'diagnostic']) {
      for (const params of [null, {}, { textDocument: {} }, { textDocument: { uri: URI }, position: 'here' }]) {
        await editor.request(`textDocument/${method}`, params).catch((error: Error) => error);
      }
    }
    await assert.rejects(editor.request('xencfg/nothing', {}), /Unhandled method/);
    assert.equal((await editor.found(URI, 'unknown-key')).length, 1);
    editor.log.length = 0; // what was wrong with the requests
  }));

test('a burst of edits ends with the findings of the last one', () =>
  Editor.with(async (editor) => {
    await editor.open(URI, '');
    for (let i = 0; i < 200; i++) await editor.change(URI, `name = "a"\nvcpu${i % 2 === 0 ? '' : 's'} = ${i}\n`);
    const { diagnostics } = await editor.publication(URI, ({ version }) => version === 201);
    assert.ok(diagnostics.every(({ code }) => code !== 'unknown-key'));
    assert.equal(editor.published.at(-1)?.version, 201);
  }, PLAIN));

test('a cancelled request is answered as cancelled, and the next one as ever', () =>
  Editor.with(async (editor) => {
    const text = `name = "a"\n${'vcpu = 2\n'.repeat(20_000)}`;
    await editor.open(URI, text);
    const { CancellationTokenSource } = await import('vscode-jsonrpc/node');
    const source = new CancellationTokenSource();
    const params = { textDocument: { uri: URI } };
    const first = editor.connection.sendRequest('textDocument/diagnostic', params);
    const second = editor.connection.sendRequest('textDocument/diagnostic', params, source.token);
    source.cancel();
    await assert.rejects(second, { code: -32800 });
    await first;
    const report = await editor.pull(URI);
    assert.ok(report.kind === 'full' && report.items.length === MAX_DIAGNOSTICS);
  }, FULL));
