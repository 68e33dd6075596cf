// A client as other editors are: it writes and reads the protocol's bytes itself, and says of itself nothing at all.
import assert from 'node:assert/strict';
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

interface Message {
  readonly id?: number;
  readonly method?: string;
  // biome-ignore lint/suspicious/noExplicitAny: what comes is what the test is about
  readonly params?: any;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly result?: any;
  readonly error?: unknown;
}

class PlainClient {
  readonly received: Message[] = [];
  readonly #server: ChildProcessByStdio<Writable, Readable, null>;
  #bytes = Buffer.alloc(0);
  #wake: () => void = () => {};
  #id = 0;

  constructor() {
    this.#server = spawn(process.execPath, ['dist/xencfg.js', 'lsp', '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#server.stdout.on('data', (data: Buffer) => {
      this.#bytes = Buffer.concat([this.#bytes, data]);
      this.#read();
    });
  }

  /** A message as bytes, with its header. */
  frame(message: object): Buffer {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
  }

  notify(method: string, params: object): void {
    this.write(this.frame({ method, params }));
  }

  write(bytes: Buffer): void {
    this.#server.stdin.write(bytes);
  }

  async request(method: string, params: object | null = null): Promise<Message> {
    const id = ++this.#id;
    this.write(this.frame({ id, method, ...(params && { params }) }));
    return this.until((message) => message.id === id);
  }

  /** The first message that fits, waited for. */
  async until(fits: (message: Message) => boolean): Promise<Message> {
    for (;;) {
      const found = this.received.find(fits);
      if (found) return found;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  async exit(): Promise<number> {
    const ended = once(this.#server, 'exit');
    this.write(this.frame({ method: 'exit' }));
    return (await ended)[0] as number;
  }

  #read(): void {
    for (;;) {
      const end = this.#bytes.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/^Content-Length: (\d+)$/im.exec(this.#bytes.toString('latin1', 0, end))?.[1]);
      assert.ok(length > 0, 'every message says how long it is');
      if (this.#bytes.length < end + 4 + length) return;
      this.received.push(JSON.parse(this.#bytes.toString('utf8', end + 4, end + 4 + length)));
      this.#bytes = this.#bytes.subarray(end + 4 + length);
      this.#wake();
    }
  }
}

const uri = 'file:///etc/xen/web';
const text = `# é😀\nname = "é"\nbuilder = 'linux'\nmemory=512\ndisk = [ 'tap:aio:/srv/a.img,xvda,w' ]\n`;

test('a client without any ability: diagnostics are sent, requests answered, nothing but LSP is spoken', async () => {
  const client = new PlainClient();
  const { result } = await client.request('initialize', { processId: null, rootUri: null, capabilities: {} });
  assert.equal(result.capabilities.textDocumentSync.change, 2);
  assert.equal(result.capabilities.diagnosticProvider, undefined);
  assert.equal(result.capabilities.executeCommandProvider, undefined);
  client.notify('initialized', {});
  const document = { uri, languageId: 'anything', version: 1, text };
  client.notify('textDocument/didOpen', { textDocument: document });
  const published = await client.until(({ method }) => method === 'textDocument/publishDiagnostics');
  const codes = published.params.diagnostics.map(({ code }: { code: string }) => code);
  assert.ok(codes.includes('xm-builder'), codes.join());

  const about = { textDocument: { uri } };
  const position = { line: 3, character: 2 };
  const range = { start: position, end: position };
  const options = { tabSize: 4, insertSpaces: true };
  const ask = async (method: string, params: object = {}) => {
    const answer = await client.request(`textDocument/${method}`, { ...about, ...params });
    assert.equal(answer.error, undefined, method);
    return answer.result;
  };
  assert.match((await ask('hover', { position })).contents.value, /^memory/);
  const items = await ask('completion', { position });
  const memory = items.find(({ label }: { label: string }) => label === 'memory');
  assert.equal(memory.insertTextFormat, 1);
  assert.equal(typeof memory.documentation, 'string');
  assert.ok((await ask('documentSymbol'))[0].location.uri === uri);
  assert.deepEqual(await ask('formatting', { options }), [
    { range: { start: { line: 3, character: 6 }, end: { line: 3, character: 6 } }, newText: ' ' },
    { range: { start: { line: 3, character: 7 }, end: { line: 3, character: 7 } }, newText: ' ' },
  ]);
  assert.equal((await ask('foldingRange')).length, 0);
  assert.equal((await ask('selectionRange', { positions: [position] })).length, 1);
  assert.ok((await ask('semanticTokens/full')).data.length > 0);
  assert.equal((await ask('documentHighlight', { position })).length, 1);
  assert.deepEqual(await ask('definition', { position }), []);
  assert.ok((await ask('codeLens')).length > 0);
  assert.deepEqual(await ask('inlayHint', { range }), []);
  assert.ok(Array.isArray(await ask('documentLink')));
  assert.ok((await ask('signatureHelp', { position: { line: 4, character: 12 } })).signatures.length === 1);
  assert.deepEqual(await ask('codeAction', { range, context: { diagnostics: [] } }), []);

  // bytes come as they come: two messages at once, one in pieces
  const contentChanges = [{ range: { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } }, text: '' }];
  const change = client.frame({
    method: 'textDocument/didChange',
    params: { textDocument: { uri, version: 2 }, contentChanges },
  });
  const ping = client.frame({
    id: 77,
    method: 'textDocument/hover',
    params: { ...about, position: { line: 1, character: 1 } },
  });
  const both = Buffer.concat([change, ping]);
  for (let at = 0; at < both.length; at += 7) client.write(both.subarray(at, at + 7));
  assert.match((await client.until(({ id }) => id === 77)).result.contents.value, /^name/);
  const again = await client.until(({ params }) => params?.uri === uri && params.version === 2);
  const left = again.params.diagnostics.map(({ code }: { code: string }) => code);
  assert.ok(!left.includes('xm-builder') && left.includes('xm-disk-prefix'), left.join());

  client.notify('textDocument/didClose', { textDocument: { uri } });
  await client.until(({ params }) => params?.uri === uri && params.diagnostics?.length === 0);
  assert.deepEqual((await client.request('shutdown')).result, null);
  assert.equal(await client.exit(), 0);
  const methods = new Set(client.received.flatMap(({ method }) => method ?? []));
  assert.deepEqual(
    [...methods].filter((method) => !/^(textDocument\/publishDiagnostics|window\/logMessage)$/.test(method)),
    [],
  );
});

test('a client that knows one root alone: its folder is read', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'xencfg-root-'));
  const client = new PlainClient();
  try {
    for (const file of ['a', 'b']) writeFileSync(path.join(folder, file), 'name = "web"\nkernel = "/k"\nmemory = 64\n');
    const rootUri = pathToFileURL(folder).href;
    await client.request('initialize', { processId: null, rootUri, capabilities: {} });
    client.notify('initialized', {});
    const { params } = await client.until(({ params }) => params?.uri === `${rootUri}/b`);
    assert.equal(params.diagnostics[0].code, 'duplicate-name');
    await client.request('shutdown');
    assert.equal(await client.exit(), 0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
