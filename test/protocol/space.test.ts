import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver';
import { Editor, FULL, PLAIN, rangeOf, until } from './editor';

/** A guest that takes nothing from another one, but what is said. */
function guest(name: string, ...lines: string[]): string {
  return [`name = "${name}"`, 'kernel = "/boot/vmlinuz"', 'memory = 512', ...lines, ''].join('\n');
}

const MAC = "vif = [ 'mac=00:16:3e:5a:00:01' ]";

/** A folder of files for one test, and an editor that has it open. */
class Folder {
  readonly path = mkdtempSync(path.join(tmpdir(), 'xencfg-space-'));

  uri(name = ''): string {
    return pathToFileURL(path.join(this.path, name)).href;
  }

  write(name: string, text: string): string {
    const place = path.join(this.path, name);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, text);
    return this.uri(name);
  }

  /** Runs a test with an editor that has the folder open. */
  async with(
    work: (editor: Editor) => Promise<void>,
    capabilities = FULL,
    settings: unknown = {},
    folders = [this.uri()],
  ): Promise<void> {
    try {
      await Editor.with(work, capabilities, undefined, settings, folders);
    } finally {
      rmSync(this.path, { recursive: true, force: true });
    }
  }
}

/** Tells the server of changes as an editor that watches files does; 1 created, 2 changed, 3 deleted. */
function tell(editor: Editor, ...changes: readonly [uri: string, type: 1 | 2 | 3][]): Promise<void> {
  return editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: changes.map(([uri, type]) => ({ uri, type })),
  });
}

/** What the server last sent for a file. */
function sent(editor: Editor, uri: string): readonly Diagnostic[] {
  return editor.published.findLast((params) => params.uri === uri)?.diagnostics ?? [];
}

function codesOf(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code }) => String(code)).sort();
}

/** Waits until exactly these codes were sent for a file that is not open. */
async function untilSent(editor: Editor, uri: string, codes: readonly string[]): Promise<readonly Diagnostic[]> {
  return until(() => {
    const diagnostics = sent(editor, uri);
    return codesOf(diagnostics).join() === [...codes].sort().join() ? diagnostics : undefined;
  });
}

/** Asks again and again until a document has exactly these codes. */
async function untilPulled(editor: Editor, uri: string, codes: readonly string[]): Promise<Diagnostic[]> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const diagnostics = await editor.diagnostics(uri);
    if (codesOf(diagnostics).join() === [...codes].sort().join()) return diagnostics;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`${uri} never had ${codes.join()}: ${codesOf(await editor.diagnostics(uri)).join()}`);
}

test('what two files cannot both have shows in both, open or not, with the other place and a fix', async () => {
  const folder = new Folder();
  const a = folder.write('a.cfg', guest('a', MAC));
  const b = folder.write('sub/b.cfg', guest('b', MAC));
  await folder.with(async (editor) => {
    const [closed] = await untilSent(editor, a, ['shared-mac']);
    assert.match(String(closed!.message), /sub\/b\.cfg:4/);
    assert.deepEqual(
      closed!.relatedInformation?.map(({ location }) => location),
      [{ uri: b, range: rangeOf(guest('b', MAC), '00:16:3e:5a:00:01') }],
    );
    await editor.open(a, guest('a', MAC));
    const [open] = await untilPulled(editor, a, ['shared-mac']);
    await untilSent(editor, a, []);
    assert.equal(codesOf(sent(editor, b)).join(), 'shared-mac');
    const actions = await editor.actions(a, open!.range);
    const fix = actions.find(({ title }) => /another address/.test(title));
    assert.match(editor.applyAction(a, fix), /mac=00:16:3e:(?!5a:00:01)/);
    await editor.change(a, '00:16:3e:5a:00:02', open!.range);
    assert.deepEqual(await editor.diagnostics(a), []);
    await untilSent(editor, b, []);
    await editor.close(a);
    await untilSent(editor, a, ['shared-mac']);
    await untilSent(editor, b, ['shared-mac']);
  });
});

test('an edit in one document is announced for the other one, and only then', async () => {
  const folder = new Folder();
  const a = folder.write('a.cfg', guest('a'));
  const b = folder.write('b.cfg', guest('b'));
  await folder.with(async (editor) => {
    await editor.open(a, guest('a'));
    await editor.open(b, guest('b'));
    const before = await editor.pull(b);
    await editor.diagnostics(a);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const quiet = editor.refreshes;
    await editor.change(a, guest('a', 'vcpus = 2'));
    await editor.diagnostics(a);
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.equal(editor.refreshes, quiet);
    await editor.change(a, guest('b'));
    await untilPulled(editor, a, ['duplicate-name']);
    await until(() => (editor.refreshes > quiet ? true : undefined));
    const after = await editor.pull(b, before.resultId);
    assert.equal(after.kind, 'full');
    assert.deepEqual(codesOf(after.kind === 'full' ? after.items : []), ['duplicate-name']);
    const again = await editor.pull(b, after.resultId);
    assert.equal(again.kind, 'unchanged');
  });
});

test('create, change, rename and delete are followed; a folder goes with what is in it', async () => {
  const folder = new Folder();
  const a = folder.write('a.cfg', guest('a', MAC));
  await folder.with(async (editor) => {
    await editor.open(a, guest('a', MAC));
    await untilPulled(editor, a, []);
    const b = folder.write('sub/b.cfg', guest('b', MAC));
    await tell(editor, [folder.uri('sub'), 1]);
    await untilPulled(editor, a, ['shared-mac']);
    folder.write('sub/b.cfg', guest('a'));
    await tell(editor, [b, 2]);
    await untilPulled(editor, a, ['duplicate-name']);
    renameSync(path.join(folder.path, 'sub/b.cfg'), path.join(folder.path, 'sub/c.cfg'));
    await tell(editor, [b, 3], [folder.uri('sub/c.cfg'), 1]);
    const [moved] = await untilSent(editor, folder.uri('sub/c.cfg'), ['duplicate-name']);
    assert.match(String(moved!.message), /a\.cfg:1/);
    await untilSent(editor, b, []);
    rmSync(path.join(folder.path, 'sub'), { recursive: true });
    await tell(editor, [folder.uri('sub'), 3]);
    await untilPulled(editor, a, []);
    await untilSent(editor, folder.uri('sub/c.cfg'), []);
  });
});

test('folders come and go', async () => {
  const one = new Folder();
  const two = new Folder();
  const a = one.write('a.cfg', guest('a', MAC));
  two.write('b.cfg', guest('b', MAC));
  await one.with(async (editor) => {
    await editor.open(a, guest('a', MAC));
    await untilPulled(editor, a, []);
    const event = { uri: two.uri(), name: 'second' };
    await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [event], removed: [] },
    });
    const [found] = await untilPulled(editor, a, ['shared-mac']);
    assert.match(String(found!.message), /second\/b\.cfg:4/);
    await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [event] },
    });
    await untilPulled(editor, a, []);
  });
  rmSync(two.path, { recursive: true });
});

test('links: one guest whatever leads to it, no loop, no folder outside; unreadable files and other programs are passed over', async () => {
  const folder = new Folder();
  const outside = new Folder();
  outside.write('x.cfg', guest('web', MAC));
  const web = folder.write('web.cfg', guest('web', MAC, "disk = [ '/dev/null,raw,xvda,rw' ]"));
  mkdirSync(path.join(folder.path, 'auto'));
  symlinkSync('../web.cfg', path.join(folder.path, 'auto/web.cfg'));
  symlinkSync('..', path.join(folder.path, 'auto/loop'));
  symlinkSync(outside.path, path.join(folder.path, 'elsewhere'));
  symlinkSync('nowhere', path.join(folder.path, 'dangling.cfg'));
  folder.write('web.cfg.bak', guest('web', MAC));
  folder.write('binary.cfg', `\0${guest('web', MAC)}`);
  folder.write('.git/web.cfg', guest('web', MAC));
  const secret = folder.write('secret.cfg', guest('web', MAC));
  chmodSync(path.join(folder.path, 'secret.cfg'), 0);
  execFileSync('mkfifo', [path.join(folder.path, 'pipe.cfg')]);
  await folder.with(async (editor) => {
    const link = folder.uri('auto/web.cfg');
    await editor.open(link, guest('web', MAC, "disk = [ '/dev/null,raw,xvda,rw' ]"));
    const expected = process.getuid?.() === 0 ? ['duplicate-name', 'shared-mac'] : [];
    await untilPulled(editor, link, expected);
    assert.deepEqual(sent(editor, web), []);
    unlinkSync(path.join(folder.path, 'secret.cfg'));
    await tell(editor, [secret, 3]);
    await untilPulled(editor, link, []);
    const other = folder.write('other.cfg', guest('other', "disk = [ '/dev/../dev/null,raw,xvda,rw' ]"));
    await tell(editor, [other, 1]);
    await untilPulled(editor, link, ['shared-disk']);
    await editor.close(link);
    unlinkSync(path.join(folder.path, 'web.cfg'));
    await tell(editor, [web, 3]);
    await untilSent(editor, other, []);
  });
  rmSync(outside.path, { recursive: true });
});

test('a client that only takes what is sent to it gets the same', async () => {
  const folder = new Folder();
  const a = folder.write('a.cfg', guest('a', MAC));
  const b = folder.write('b.cfg', guest('b', MAC));
  await folder.with(async (editor) => {
    await untilSent(editor, b, ['shared-mac']);
    await editor.open(a, guest('a', MAC));
    await editor.publication(a, ({ version, diagnostics }) => version === 1 && diagnostics.length === 1);
    await editor.change(a, guest('a'));
    await editor.publication(a, ({ version, diagnostics }) => version === 2 && diagnostics.length === 0);
    await untilSent(editor, b, []);
    await editor.close(a);
    await untilSent(editor, a, ['shared-mac']);
    await untilSent(editor, b, ['shared-mac']);
  }, PLAIN);
});

test('200 guests: each conflict once in each file, and sums over the host', async () => {
  const folder = new Folder();
  for (let i = 0; i < 200; i++) {
    const mac = `00:16:3e:00:00:${(i >> 1).toString(16).padStart(2, '0')}`;
    folder.write(`h${i % 10}/g${i}.cfg`, guest(`g${i}`, `vif = [ 'mac=${mac}' ]`, `vcpus = ${i === 7 ? 4 : 1}`));
  }
  await folder.with(
    async (editor) => {
      const wanted = (i: number) => (i === 7 ? ['shared-mac', 'host-vcpus'] : ['shared-mac']);
      for (let i = 0; i < 200; i++) {
        const uri = folder.uri(`h${i % 10}/g${i}.cfg`);
        if (i === 0) await untilSent(editor, uri, [...wanted(i), 'host-memory']);
        else await untilSent(editor, uri, wanted(i));
      }
    },
    FULL,
    { host: { cpus: 8, memory: 4096 } },
  );
});

test('nothing is looked at where the setting says so', async () => {
  const folder = new Folder();
  const a = folder.write('a.cfg', guest('a', MAC));
  folder.write('b.cfg', guest('b', MAC));
  await folder.with(
    async (editor) => {
      await editor.open(a, guest('a', MAC));
      assert.deepEqual(await editor.diagnostics(a), []);
      await editor.configure({ acrossFiles: true });
      await untilPulled(editor, a, ['shared-mac']);
      await editor.configure({ acrossFiles: false });
      await untilPulled(editor, a, []);
    },
    FULL,
    { acrossFiles: false },
  );
});

test('files that the client alone can reach', async () => {
  const files = new Map([
    ['memfs:/site/a.cfg', guest('a', MAC)],
    ['memfs:/site/sub/b.cfg', guest('b', MAC)],
    ['memfs:/site/photo.png', guest('c', MAC)],
  ]);
  const editor = await Editor.start(FULL, { files: true }, {}, []);
  editor.connection.onRequest('xencfg/listFiles', ({ uri }: { uri: string }) => ({
    uris: [...files.keys()].filter((one) => one === uri || one.startsWith(`${uri}/`)),
  }));
  editor.connection.onRequest('xencfg/readFile', ({ uri }: { uri: string }) => ({ text: files.get(uri) ?? null }));
  try {
    await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: 'memfs:/site', name: 'site' }], removed: [] },
    });
    await untilSent(editor, 'memfs:/site/sub/b.cfg', ['shared-mac']);
    await editor.open('memfs:/site/a.cfg', guest('a', MAC));
    const [found] = await untilPulled(editor, 'memfs:/site/a.cfg', ['shared-mac']);
    assert.match(String(found!.message), /sub\/b\.cfg:4/);
    files.delete('memfs:/site/sub/b.cfg');
    await tell(editor, ['memfs:/site/sub', 3]);
    await untilPulled(editor, 'memfs:/site/a.cfg', []);
    assert.equal(await editor.stop(), 0);
    assert.deepEqual(editor.errors, []);
  } finally {
    editor.process.kill();
  }
});

test('what .gitignore and the excludes of .xencfg.json leave out is no guest, until they say otherwise', async () => {
  const folder = new Folder();
  const a = folder.write('hosts/ö 1/a.cfg', guest('a', MAC));
  folder.write('.git/HEAD', 'ref: refs/heads/main\n');
  const ignores = folder.write('.gitignore', 'old/\n*.was\n');
  const config = folder.write('hosts/.xencfg.json', '{ "excludes": ["ö 1/tr*/"] }');
  folder.write('hosts/ö 1/.gitignore', '!new.was\n');
  for (const name of ['old/a.cfg', 'a.was', 'try/deep/a.cfg']) folder.write(`hosts/ö 1/${name}`, guest(name, MAC));
  await folder.with(
    async (editor) => {
      const paths = async () => {
        const known = await editor.request<{ guests: { path: string }[]; complete: boolean }>('xencfg/guests', null);
        return known.complete ? known.guests.map(({ path }) => path).sort() : undefined;
      };
      const untilKnown = async (...expected: string[]) => {
        for (let attempt = 0; (await paths())?.join() !== expected.join(); attempt++) {
          assert.ok(attempt < 200, `known: ${await paths()}`);
          await new Promise((resolve) => setTimeout(resolve, 25));
        }
      };
      await untilKnown('ö 1/a.cfg');
      assert.deepEqual(sent(editor, a), []);
      await tell(editor, [folder.write('hosts/ö 1/b.was', guest('b', MAC)), 1]);
      await tell(editor, [folder.write('hosts/ö 1/new.was', guest('new', MAC)), 1]);
      await untilKnown('ö 1/a.cfg', 'ö 1/new.was');
      await untilSent(editor, a, ['shared-mac']);
      folder.write('.gitignore', '*.was\n');
      await tell(editor, [ignores, 2], [folder.uri('hosts/ö 1/.gitignore'), 2]);
      await untilKnown('ö 1/a.cfg', 'ö 1/new.was', 'ö 1/old/a.cfg');
      folder.write('hosts/.xencfg.json', '{}');
      await tell(editor, [config, 2]);
      await untilKnown('ö 1/a.cfg', 'ö 1/new.was', 'ö 1/old/a.cfg', 'ö 1/try/deep/a.cfg');
    },
    FULL,
    {},
    [folder.uri('hosts')],
  );
});
