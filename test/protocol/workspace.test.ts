import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type {
  CompletionItem,
  Location,
  SymbolInformation,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { Editor, FULL, rangeOf } from './editor';

const STORE = 'name = "store"\nkernel = "/boot/v"\nvif = [ "mac=00:16:3e:00:00:01,bridge=dmz7,script=vif-nat7" ]\n';
const WEB = 'name = "web"\nkernel = "/boot/v"\ndisk = [ "vdev=xvda,backend=store,target=/srv/w.img" ]\nvif = [ "" ]\n';

/** Runs a test in a folder with the two guests, of which neither is open. */
async function inFolder(work: (editor: Editor, uri: (name: string) => string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'xencfg-names-'));
  const uri = (name: string) => pathToFileURL(path.join(folder, name)).href;
  try {
    mkdirSync(path.join(folder, 'boot'));
    writeFileSync(path.join(folder, 'boot/vmlinuz-7'), '');
    writeFileSync(path.join(folder, 'store.cfg'), STORE);
    writeFileSync(path.join(folder, 'web.cfg'), WEB);
    await Editor.with((editor) => work(editor, uri), FULL, undefined, {}, [uri('')]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Asks again until the files of the folder have been read. */
async function asked<Found>(ask: () => Promise<readonly Found[]>, count: number): Promise<readonly Found[]> {
  for (let tries = 0; tries < 200; tries++) {
    const found = await ask();
    if (found.length >= count) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('it was not found');
}

test('workspace symbols: guests and addresses of files that are not open', () =>
  inFolder(async (editor, uri) => {
    const ask = (query: string) => () => editor.request<SymbolInformation[]>('workspace/symbol', { query });
    const all = await asked(ask(''), 3);
    assert.deepEqual(all.map(({ name }) => name).sort(), ['00:16:3e:00:00:01', 'store', 'web']);
    const [store] = await ask('STR')();
    assert.equal(store?.name, 'store');
    assert.deepEqual(store.location, { uri: uri('store.cfg'), range: rangeOf(STORE, 'store') });
    const [mac] = await ask('zz')();
    assert.equal(mac, undefined);
    assert.equal((await ask('3e:00')())[0]?.containerName, 'store');
  }));

test('definition, references and rename reach files that are not open', () =>
  inFolder(async (editor, uri) => {
    await editor.open(uri('web.cfg'), WEB);
    const params = { textDocument: { uri: uri('web.cfg') }, position: rangeOf(WEB, 'store').start };
    const [place] = await asked(() => editor.request<Location[]>('textDocument/definition', params), 1);
    assert.deepEqual(place, { uri: uri('store.cfg'), range: rangeOf(STORE, 'store') });
    const context = { includeDeclaration: false };
    const uses = await editor.request<Location[]>('textDocument/references', { ...params, context });
    assert.deepEqual(uses, [{ uri: uri('web.cfg'), range: rangeOf(WEB, 'store') }]);
    const renamed = await editor.request<WorkspaceEdit>('textDocument/rename', { ...params, newName: 'disks' });
    const changes = renamed.documentChanges as TextDocumentEdit[];
    assert.deepEqual(
      changes.map(({ textDocument }) => [textDocument.uri, textDocument.version]),
      [
        [uri('web.cfg'), 1],
        [uri('store.cfg'), null],
      ],
    );
  }));

test('completion: bridges, scripts and addresses of the other guests, paths of the file system', () =>
  inFolder(async (editor, uri) => {
    await editor.open(uri('web.cfg'), WEB);
    const at = rangeOf(WEB, 'vif = [ "').end;
    const offered = async (insert: string): Promise<string[]> => {
      await editor.change(uri('web.cfg'), WEB.replace('[ ""', `[ "${insert}"`));
      const position = { line: at.line, character: at.character + insert.length };
      return (await editor.completion(uri('web.cfg'), position)).map(({ label }) => label);
    };
    await asked(async () => (await offered('bridge=')).filter((label) => label === 'dmz7'), 1);
    assert.ok((await offered('script=')).includes('vif-nat7'));
    const macs = (await offered('mac=')).filter((label) => /^00:16:3e:(..:){2}..$/.test(label));
    assert.equal(macs.length, 1);
    assert.notEqual(macs[0], '00:16:3e:00:00:01');
    const folder = path.join(new URL(uri('boot')).pathname, '/');
    await editor.change(uri('web.cfg'), `kernel = "${folder}"\n`);
    const position = { line: 0, character: `kernel = "${folder}`.length };
    const files: CompletionItem[] = await editor.completion(uri('web.cfg'), position);
    assert.deepEqual(
      files.filter(({ kind }) => kind === 17).map(({ label }) => label),
      ['vmlinuz-7'],
    );
  }));
