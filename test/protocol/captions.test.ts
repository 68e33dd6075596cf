import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { CodeLens, DocumentSymbol } from 'vscode-languageserver';
import { Editor, FULL } from './editor';

const URI = 'file:///etc/xen/shop';
const EMPTY = 'file:///etc/xen/empty';
const TEXT = `name = "shop"
builder = 'linux'
memory = 512
vcpu = 2
vcpus = 2
root = "/dev/xvda1"
disk = [ 'tap:aio:/srv/shop.img,xvda,w!', 'tap:aio:/srv/a.img,xvdb,w', 'tap:aio:/srv/b.img,xvdc,w' ]
`;
const NAMED = 'name = "a"\ndisk = [ "/dev/vg/a,raw,xvda,rw" ]\nserial = ""\n';
const PROGRAM = 'vm = 7\nname = "vm%d" % vm\nmemory = 512\n';
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

/** A text that went through the translations as a whole. */
const SAID = /^⟦.*⟧$/s;

/** Runs with a server that was handed a language that nobody speaks. */
async function inPseudo(work: (editor: Editor) => Promise<void>): Promise<void> {
  const { pseudo } = await import(path.resolve('scripts/l10n.mjs'));
  const bundle = JSON.parse(readFileSync('l10n/bundle.l10n.json', 'utf8')) as Record<string, string>;
  const translations = Object.fromEntries(Object.keys(bundle).map((text) => [text, pseudo(text)]));
  await Editor.with(work, FULL, { translations, commands: true, rulePage: 'https://example.org/{code}' });
}

test('code lenses are in the language that the client hands over', () =>
  inPseudo(async (editor) => {
    await editor.open(URI, TEXT);
    const lenses = await editor.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: URI } });
    assert.ok(lenses.length === 3);
    for (const { command } of lenses) assert.match(command!.title, SAID);
    assert.match(lenses[1]!.command!.title, /⟦\d+ érrórs⟧/);
  }));

test('so are the titles of code actions, but for those that are a fix of a finding', () =>
  inPseudo(async (editor) => {
    await editor.open(URI, TEXT);
    const actions = await editor.actions(URI, WHOLE, { triggerKind: 1 });
    const fixes = actions.filter(({ kind, title }) => kind === 'quickfix' && !SAID.test(title));
    const others = actions.filter((action) => !fixes.includes(action)).map(({ title }) => title);
    for (const { title, edit } of fixes) assert.ok(edit, `${title} is a fix`);
    for (const text of ['Fíx áll', 'Ignóré', 'Réád ábóút', 'Cónvért thé whólé', '(máy chángé']) {
      assert.ok(
        others.some((title) => title.includes(text)),
        `${text} in ${others.join(' | ')}`,
      );
    }
    const all = await editor.actions(URI, WHOLE, { only: ['source.fixAll.xencfg'] });
    assert.match(all[0]!.title, SAID);
  }));

test('so are refactorings, the outline, completions to begin with, and why a name stays', () =>
  inPseudo(async (editor) => {
    await editor.open(URI, NAMED);
    const place = { line: 1, character: 15 };
    const actions = await editor.actions(URI, { start: place, end: place }, { only: ['refactor.rewrite'] });
    const titles = actions.map(({ title }) => title);
    assert.ok(titles.length >= 2);
    for (const title of titles) assert.match(title, SAID);
    const symbols = await editor.request<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: URI },
    });
    const disk = symbols[0]!.children!.find(({ name }) => name === 'disk');
    assert.equal(disk?.detail, '⟦1 éntry⟧');
    await editor.open(EMPTY, 'name = "a"\ndisk = [ "" ]\n');
    const items = await editor.completion(EMPTY, { line: 1, character: 10 });
    const snippets = items.filter(({ kind }) => kind === 15);
    assert.ok(snippets.length > 0);
    for (const { label } of snippets) assert.match(label, SAID);
    await assert.rejects(
      editor.request('textDocument/prepareRename', { textDocument: { uri: URI }, position: { line: 0, character: 1 } }),
      /⟦name ís á kéy/,
    );
  }));

test('a client that hands over something else gets English', () =>
  Editor.with(
    async (editor) => {
      await editor.open(URI, PROGRAM);
      const lenses = await editor.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: URI } });
      assert.equal(lenses[0]!.command!.title, 'xm file, Xen 4.22');
    },
    FULL,
    { translations: { '{0} file, Xen {1}': 7, 'Preview as xl': null } as never },
  ));
