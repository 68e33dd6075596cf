// Random edits and requests at random places: no request may fail, and nothing may be left in memory.
//   XENCFG_FUZZ=10000 node scripts/protocol.mjs fuzz
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  createMessageConnection,
  type MessageConnection,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type { Position, Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ClientConsole, connect as serve } from '../../server/src/lsp/connection';
import { StreamWriter } from '../../server/src/lsp/message-writer';
import { startServer } from '../../server/src/lsp/start';
import { loadPython } from '../../server/src/python';
import { Random } from '../conformance/generate/random';
import { FULL } from './editor';

const STEPS = Number(process.env.XENCFG_FUZZ ?? 2000);
/** What may be left after all documents are closed, in bytes: caches that are as large for any number of edits. */
const ROOM = 12 * 1024 * 1024;
const SHORT = 4000;

const texts = ['samples', 'samples/legacy', 'test/fixtures/clean', 'test/fixtures/xm', 'test/fixtures/python']
  .flatMap((folder) => readdirSync(folder).map((name) => path.join(folder, name)))
  .filter((file) => /\.(cfg|xm|xl|hvm|py)$/.test(file))
  .map((file) => readFileSync(file, 'utf8').slice(0, SHORT));

/** A file of xend's. */
const SXP = `# managed
(domain
    (name web) (vcpus 2) (memory 512)
    (image (linux (kernel /boot/vmlinuz) (args 'root=/dev/xvda1 \\x41')))
    (device (vbd (uname phy:/dev/vg/web) (dev xvda) (mode w)))
    (device (pci (dev (bus 0x1) (slot 0x2) (func 0x0))))
)
(xend-port 8000)
`;

const INSERTS = [
  '"',
  "'",
  '[',
  ']',
  ',',
  '=',
  '\n',
  '\r\n',
  '#',
  '\\',
  '(',
  ')',
  '\0',
  '😀',
  '\ud800',
  '%',
  ':',
  ';',
  ' ',
  '    ',
  '+=',
]
  .concat([
    'name = "a"\n',
    'disk = [ "',
    'vif = [ "mac=",\n',
    'if x:\n    ',
    'def f(a):\n',
    '"%s" % x',
    '\ufeff',
    '"""',
    'lambda x: ',
  ])
  .concat(['# xencfg: ignore ', 'for i in range(9):\n', 'import os\n', 'memory = 0x']);

type Params = (random: Random, uri: string, document: TextDocument) => object;

function position(random: Random, document: TextDocument): Position {
  if (random.oneIn(30)) return { line: random.below(200_000), character: random.below(200_000) };
  return document.positionAt(random.below(document.getText().length + 1));
}

function range(random: Random, document: TextDocument): Range {
  const [start, end] = [random, random].map((r) => r.below(document.getText().length + 1)).sort((a, b) => a - b);
  return { start: document.positionAt(start!), end: document.positionAt(end!) };
}

const options = { tabSize: 4, insertSpaces: true };
const whole: Params = (_, uri) => ({ textDocument: { uri } });
const at: Params = (random, uri, document) => ({ textDocument: { uri }, position: position(random, document) });
const over: Params = (random, uri, document) => ({ textDocument: { uri }, range: range(random, document) });

const REQUESTS: Readonly<Record<string, Params>> = {
  'textDocument/diagnostic': whole,
  'textDocument/hover': at,
  'textDocument/completion': at,
  'textDocument/signatureHelp': at,
  'textDocument/documentSymbol': whole,
  'textDocument/foldingRange': whole,
  'textDocument/selectionRange': (random, uri, document) => ({
    textDocument: { uri },
    positions: [position(random, document), position(random, document)],
  }),
  'textDocument/documentHighlight': at,
  'textDocument/definition': at,
  'textDocument/references': (...of) => ({ ...at(...of), context: { includeDeclaration: true } }),
  'textDocument/prepareRename': at,
  'textDocument/rename': (...of) => ({ ...at(...of), newName: of[0].pick(['other', 'a b', '', 'memory', '😀']) }),
  'textDocument/documentLink': whole,
  'textDocument/semanticTokens/full': whole,
  'textDocument/semanticTokens/full/delta': (...of) => ({ ...whole(...of), previousResultId: `${of[0].below(50)}` }),
  'textDocument/semanticTokens/range': over,
  'textDocument/inlayHint': over,
  'textDocument/codeLens': whole,
  'textDocument/formatting': (...of) => ({ ...whole(...of), options }),
  'textDocument/rangeFormatting': (...of) => ({ ...over(...of), options }),
  'textDocument/onTypeFormatting': (...of) => ({ ...at(...of), ch: '\n', options }),
  'textDocument/codeAction': (...of) => ({ ...over(...of), context: { diagnostics: [] } }),
  'workspace/symbol': () => ({ query: 'a' }),
  'xencfg/guests': () => ({}),
  'xencfg/guestCards': (_, uri) => ({ uris: [uri] }),
  'xencfg/preview': (_, uri) => ({ uri }),
};

/** A server in this process, and the editor's end of the line. */
function connect(): { editor: MessageConnection; errors: string[] } {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const log = new ClientConsole();
  const rpc = createMessageConnection(new StreamMessageReader(up), new StreamWriter(down), log);
  log.attach(rpc);
  startServer(serve(rpc, log, { exit: () => {} }, true), {
    name: 'test',
    loadPython: () =>
      loadPython({
        runtime: readFileSync('dist/web-tree-sitter.wasm'),
        grammar: readFileSync('dist/tree-sitter-python.wasm'),
      }),
  });
  const editor = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  const errors: string[] = [];
  editor.onNotification('window/logMessage', ({ type, message }: { type: number; message: string }) => {
    if (type === 1) errors.push(message);
  });
  editor.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
    items.map(() => ({ inlayHints: true })),
  );
  editor.onRequest('client/registerCapability', () => null);
  editor.onRequest('workspace/diagnostic/refresh', () => null);
  editor.listen();
  return { editor, errors };
}

/** What a request may be answered in place of a result: it was cancelled, or a name can't be renamed so. */
function isAllowed(method: string, error: unknown): boolean {
  if (!(error instanceof ResponseError)) return false;
  return error.code === -32800 || (error.code === -32803 && /ename$/.test(method));
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function heap(): number {
  for (let i = 0; i < 3; i++) collect();
  return process.memoryUsage().heapUsed;
}

test(`${STEPS} random edits and requests: no error, no leak`, async () => {
  const { editor, errors } = connect();
  await editor.sendRequest('initialize', { processId: null, rootUri: null, capabilities: FULL });
  await editor.sendNotification('initialized', {});
  const random = new Random('fuzz');
  const documents = new Map<string, TextDocument>();
  const pending: Promise<void>[] = [];

  const open = async (uri: string) => {
    const isSxp = uri.endsWith('.sxp');
    const text = random.oneIn(10) ? '' : isSxp ? SXP : random.pick(texts);
    const languageId = isSxp ? 'xen-sxp' : 'xen-cfg';
    documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    await editor.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  };
  const close = async (uri: string) => {
    documents.delete(uri);
    await editor.sendNotification('textDocument/didClose', { textDocument: { uri } });
  };
  const edit = async (uri: string, document: TextDocument) => {
    const old = document.getText();
    const start = random.below(old.length + 1);
    const end = random.oneIn(2) ? start : Math.min(old.length, start + random.below(random.oneIn(20) ? 500 : 12));
    const text = old.length > SHORT * 2 ? '' : random.pick(INSERTS);
    const change = { range: { start: document.positionAt(start), end: document.positionAt(end) }, text };
    const version = document.version + 1;
    documents.set(uri, TextDocument.update(document, [change], version));
    await editor.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [change],
    });
  };
  const ask = (uri: string, document: TextDocument) => {
    const method = random.pick(Object.keys(REQUESTS));
    const answer = editor.sendRequest(method, REQUESTS[method]!(random, uri, document)).then(
      () => undefined,
      (error) => assert.ok(isAllowed(method, error), `${method}: ${error}\n${JSON.stringify(document.getText())}`),
    );
    pending.push(answer);
  };

  const run = async (steps: number) => {
    for (let step = 0; step < steps; step++) {
      const uri = `file:///etc/xen/guest${random.pick(['0', '1', '2', '3', '.sxp'])}`;
      const document = documents.get(uri);
      if (!document) await open(uri);
      else if (random.oneIn(60)) await close(uri);
      else if (random.oneIn(2)) await edit(uri, document);
      else ask(uri, document);
      if (pending.length >= 8) await Promise.all(pending.splice(0));
    }
    await Promise.all(pending.splice(0));
    for (const uri of [...documents.keys()]) await close(uri);
    await editor.sendRequest('workspace/symbol', { query: '' });
  };

  // what is loaded and made once is there after a while
  await run(Math.ceil(STEPS / 4));
  const before = heap();
  await run(STEPS);
  const after = heap();
  assert.deepEqual(errors, []);
  assert.deepEqual(await editor.sendRequest('workspace/symbol', { query: '' }), []);
  const grown = after - before;
  console.log(`heap: ${(before / 1e6).toFixed(1)} MB before, ${(after / 1e6).toFixed(1)} MB after`);
  assert.ok(grown < ROOM, `${(grown / 1024 / 1024).toFixed(1)} MB are left`);
  editor.dispose();
});
