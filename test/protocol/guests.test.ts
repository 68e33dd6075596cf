import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { GuestCard, GuestCardsResult, GuestsResult } from '../../server/src/lsp/protocol';
import { Editor, FULL, until } from './editor';

const XL = `name = "web"
type = "hvm"
memory = 2048
vcpus = 2
disk = [ "phy:/dev/vg/web,xvda,w", "file:/iso/a.iso,hdc:cdrom,r" ]
vif = [ "mac=00:16:3e:00:00:01,bridge=xenbr0" ]
pci = [ "01:00.0" ]
`;
const XM = `import os
name = "mail" + "1"
kernel = "/boot/vmlinuz"
memory = 512
disk = [ "phy:/dev/vg/%s,xvda,w" % name ]
`;
const REFUSED = 'name = "bad"\nkernel = "/k"\nmemory = 512\nvcpus = "many"\ndisk = [ "a,b,c,d,e,f,g" ]\n';
const TEMPLATE = 'name = "@@NAME@@"\nkernel = "/boot/vmlinuz"\nmemory = @@MEM@@\ndisk = [ "phy:/dev/@@VG@@,xvda,w" ]\n';
const OTHER = 'define host {\n  host_name web\n  address 10.0.0.1\n}\n';

/** An editor with a folder of files open, that counts how often it was told of other guests. */
async function withFolder(
  files: Readonly<Record<string, string>>,
  work: (editor: Editor, folder: { path: string; uri: (name: string) => string }, news: () => number) => Promise<void>,
  settings: unknown = {},
): Promise<void> {
  const place = mkdtempSync(path.join(tmpdir(), 'xencfg-guests-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(place, name), text);
  const uri = (name: string) => pathToFileURL(path.join(place, name)).href;
  let count = 0;
  try {
    await Editor.with(
      async (editor) => {
        editor.connection.onNotification('xencfg/guestsChanged', () => void count++);
        await work(editor, { path: place, uri }, () => count);
      },
      FULL,
      { guests: true },
      settings,
      [pathToFileURL(place).href],
    );
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** The list, once it holds exactly these paths and all folders were read. */
async function guestsOf(editor: Editor, paths: readonly string[]): Promise<GuestsResult['guests']> {
  for (let attempt = 0; ; attempt++) {
    const { guests, complete } = await editor.request<GuestsResult>('xencfg/guests', undefined);
    const found = guests.map(({ path }) => path).join();
    if (complete && found === paths.join()) return guests;
    assert.ok(attempt < 200, `the guests are ${found}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

async function cardOf(editor: Editor, uri: string): Promise<GuestCard | undefined> {
  const { cards } = await editor.request<GuestCardsResult>('xencfg/guestCards', { uris: [uri] });
  return cards[0];
}

const ALL = {
  'a.cfg': XL,
  'b.cfg': XM,
  'c.cfg': REFUSED,
  'd.cfg': TEMPLATE,
  'e.cfg': OTHER,
  'xl.conf': 'autoballoon=0\n',
};

test('the guests of a folder: no template, no file of another program, none of the host', async () => {
  await withFolder(ALL, async (editor, { uri }) => {
    const guests = await guestsOf(editor, ['a.cfg', 'b.cfg', 'c.cfg']);
    assert.deepEqual(
      guests.map(({ uri, name }) => [uri, name]),
      [
        [uri('a.cfg'), 'web'],
        [uri('b.cfg'), 'mail1'],
        [uri('c.cfg'), 'bad'],
      ],
    );
  });
});

test('a card says what xl makes of the guest, and names its devices with their lines', async () => {
  await withFolder(ALL, async (editor, { uri }) => {
    assert.deepEqual(await cardOf(editor, uri('a.cfg')), {
      uri: uri('a.cfg'),
      state: 'xl',
      constructs: 0,
      errors: 0,
      warnings: 0,
      notes: 0,
      detail: 'HVM, 2 GiB, 2 vCPUs',
      release: '4.22',
      devices: [
        { key: 'disk', name: 'xvda', detail: '/dev/vg/web', line: 4 },
        { key: 'disk', name: 'hdc', detail: '/iso/a.iso', line: 4 },
        { key: 'vif', name: '00:16:3e:00:00:01', detail: 'xenbr0', line: 5 },
        { key: 'pci', name: '01:00.0', line: 6 },
      ],
    });
    const xm = await cardOf(editor, uri('b.cfg'));
    assert.equal(xm?.state, 'xm');
    assert.ok(xm.constructs >= 3, `${xm.constructs} constructs`);
    assert.deepEqual(xm.devices, [{ key: 'disk', name: 'xvda', detail: '/dev/vg/mail1', line: 4 }]);
    const refused = await cardOf(editor, uri('c.cfg'));
    assert.equal(refused?.state, 'refused');
    assert.ok(refused.errors >= 1);
    for (const name of ['d.cfg', 'gone.cfg']) assert.equal(await cardOf(editor, uri(name)), undefined, name);
  });
});

test('the editor is told when a file changes, goes or comes, and not for a change elsewhere', async () => {
  await withFolder({ 'a.cfg': XL }, async (editor, { path: folder, uri }, news) => {
    const [before] = await guestsOf(editor, ['a.cfg']);
    await until(() => (news() > 0 ? true : undefined));
    const told = news();
    const changed = (name: string, type: 1 | 2 | 3) =>
      editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uri(name), type }] });
    writeFileSync(path.join(folder, 'notes'), OTHER);
    await changed('notes', 1);
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.equal(news(), told);
    writeFileSync(path.join(folder, 'b.cfg'), XM);
    await changed('b.cfg', 1);
    await until(() => (news() > told ? true : undefined));
    const [same] = await guestsOf(editor, ['a.cfg', 'b.cfg']);
    assert.equal(same?.version, before?.version);
    unlinkSync(path.join(folder, 'b.cfg'));
    await changed('b.cfg', 3);
    await guestsOf(editor, ['a.cfg']);
    await editor.open(uri('a.cfg'), XL.replace('"web"', '"other"'));
    await editor.diagnostics(uri('a.cfg'));
    const [open] = await guestsOf(editor, ['a.cfg']);
    assert.equal(open?.name, 'other');
    assert.notEqual(open.version, before?.version);
  });
});

test('another release is another version, and another card', async () => {
  await withFolder({ 'a.cfg': XL.replace('"hvm"', '"pvh"') }, async (editor, { uri }) => {
    const [before] = await guestsOf(editor, ['a.cfg']);
    assert.equal((await cardOf(editor, uri('a.cfg')))?.release, '4.22');
    await editor.configure({ xenRelease: '4.4' });
    const card = await cardOf(editor, uri('a.cfg'));
    assert.equal(card?.release, '4.4');
    const [after] = await guestsOf(editor, ['a.cfg']);
    assert.notEqual(after?.version, before?.version);
  });
});
