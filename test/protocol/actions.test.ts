import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { CodeAction } from 'vscode-languageserver';
import { Editor, FULL, PLAIN, rangeOf } from './editor';

const URI = 'file:///etc/xen/shop';
const TEXT = `name = "shop"
builder = 'linux'
vcpu = 2
disk = [ 'tap:aio:/srv/shop.img,xvda,w!' ]
`;
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

function titles(actions: readonly CodeAction[]): string[] {
  return actions.map(({ title }) => title);
}

test('quick fix: a single safe fix is preferred, and its edit does what it says', () =>
  Editor.with(async (editor) => {
    await editor.open(URI, TEXT);
    const actions = await editor.actions(URI, rangeOf(TEXT, "'linux'"), { only: ['quickfix'] });
    assert.deepEqual(titles(actions), [actions[0]!.title, 'Ignore xm-builder here', 'Ignore xm-builder in this file']);
    assert.equal(actions[0]!.kind, 'quickfix');
    assert.deepEqual(
      actions.map(({ isPreferred }) => isPreferred),
      [true, undefined, undefined],
    );
    assert.deepEqual(
      actions[0]!.diagnostics?.map(({ code }) => code),
      ['xm-builder'],
    );
    assert.match(editor.applyAction(URI, actions[0]), /^type = 'pv'$/m);
  }));

test('quick fix: an unsafe fix says so and is never preferred', () =>
  Editor.with(async (editor) => {
    await editor.open(URI, TEXT);
    const actions = await editor.actions(URI, rangeOf(TEXT, 'vcpu'), { only: ['quickfix'] });
    const fixes = actions.filter(({ title }) => !title.startsWith('Ignore '));
    assert.ok(fixes.length > 0);
    for (const action of fixes) {
      assert.match(action.title, / \(may change the meaning\)$/);
      assert.equal(action.isPreferred, undefined);
    }
    assert.match(editor.applyAction(URI, actions[0]), /^vcpus = 2$/m);
  }));

test('only the kinds that are asked for come back', () =>
  Editor.with(async (editor) => {
    await editor.open(URI, TEXT);
    const kinds = async (only: string[] | undefined) => {
      const actions = await editor.actions(URI, WHOLE, only && { only });
      return [...new Set(actions.map(({ kind }) => kind))];
    };
    assert.deepEqual(await kinds(undefined), ['quickfix', 'refactor.rewrite']);
    assert.deepEqual(await kinds(['quickfix']), ['quickfix']);
    assert.deepEqual(await kinds(['refactor']), ['refactor.rewrite']);
    for (const kind of ['source', 'source.fixAll', 'source.fixAll.xencfg']) {
      assert.deepEqual(await kinds([kind]), ['source.fixAll.xencfg']);
    }
    for (const kind of ['source.organizeImports', 'refactor.extract', 'source.fixAll.eslint', 'quick']) {
      assert.deepEqual(await kinds([kind]), []);
    }
  }));

test('an automatic request computes no conversion', () =>
  Editor.with(async (editor) => {
    await editor.open(URI, TEXT);
    const actions = await editor.actions(URI, WHOLE, { triggerKind: 2 });
    assert.ok(actions.length > 0);
    assert.ok(actions.every(({ kind }) => kind === 'quickfix'));
  }));

test('fix all applies safe fixes only', () =>
  Editor.with(async (editor) => {
    await editor.open(URI, TEXT);
    const actions = await editor.actions(URI, WHOLE, { only: ['source.fixAll'] });
    assert.equal(actions.length, 1);
    const fixed = editor.applyAction(URI, actions[0]);
    assert.match(fixed, /^type = 'pv'$/m);
    assert.match(fixed, /^vcpu = 2$/m);
    assert.match(fixed, /w!/);
    await editor.change(URI, fixed);
    assert.deepEqual(await editor.actions(URI, WHOLE, { only: ['source.fixAll'] }), []);
  }));

test('"Convert the whole file" is resolved to what the preview shows', () =>
  Editor.with(async (editor) => {
    const text = readFileSync('samples/legacy/shop.xm', 'utf8');
    await editor.open(URI, text);
    const [action] = await editor.actions(URI, WHOLE, { only: ['refactor'] });
    assert.equal(action?.title, 'Convert the whole file to xl');
    assert.equal(action.edit, undefined);
    const resolved = await editor.request<CodeAction>('codeAction/resolve', action);
    assert.equal(editor.applyAction(URI, resolved), (await editor.preview(URI)).text);
  }));

test('a client that cannot resolve gets the conversion at once', () =>
  Editor.with(async (editor) => {
    const text = readFileSync('samples/legacy/shop.xm', 'utf8');
    await editor.open(URI, text);
    const [action] = await editor.actions(URI, WHOLE, { only: ['refactor'] });
    assert.ok(action?.edit?.changes);
    assert.equal(editor.applyAction(URI, action), (await editor.preview(URI)).text);
  }, PLAIN));

test('a good file is offered nothing', () =>
  Editor.with(async (editor) => {
    await editor.open(URI, readFileSync('samples/web01.cfg', 'utf8'));
    assert.deepEqual(titles(await editor.actions(URI, WHOLE)), []);
  }));

const TWO = `builder = 'linux'
disk = [ 'tap:aio:/a,xvda,w', 'tap:aio:/b,xvdb,w' ]
`;

test('fix all of a rule: when it is chosen, or at once for a client that cannot resolve', async () => {
  for (const capabilities of [FULL, PLAIN]) {
    await Editor.with(async (editor) => {
      await editor.open(URI, TWO);
      const actions = await editor.actions(URI, rangeOf(TWO, 'tap:aio:/a'), { only: ['quickfix'] });
      let action = actions.find(({ title }) => title === 'Fix all 2 findings of xm-disk-prefix in the file');
      assert.ok(action);
      assert.equal(action.edit === undefined, capabilities === FULL);
      if (capabilities === FULL) action = await editor.request<CodeAction>('codeAction/resolve', action);
      const fixed = editor.applyAction(URI, action);
      assert.doesNotMatch(fixed, /tap:/);
      assert.match(fixed, /^builder = 'linux'$/m);
    }, capabilities);
  }
});

test('ignore: here and in the file; the finding is gone', () =>
  Editor.with(async (editor) => {
    for (const where of ['here', 'in this file']) {
      await editor.open(URI, TEXT);
      const actions = await editor.actions(URI, rangeOf(TEXT, 'vcpu'), { only: ['quickfix'] });
      const ignore = actions.find(({ title }) => title === `Ignore unknown-key ${where}`);
      await editor.change(URI, editor.applyAction(URI, ignore));
      assert.deepEqual(await editor.found(URI, 'unknown-key'), []);
      await editor.close(URI);
    }
  }));

test('read about a rule: through VS Code, or through the client that shows documents', async () => {
  const rulePage = 'https://example.org/{code}';
  const ask = async (editor: Editor) => {
    await editor.open(URI, TEXT);
    const actions = await editor.actions(URI, rangeOf(TEXT, 'vcpu'), { only: ['quickfix'] });
    return actions.find(({ title }) => title === 'Read about unknown-key')?.command;
  };
  await Editor.with(
    async (editor) => {
      const command = await ask(editor);
      assert.equal(command?.command, 'vscode.open');
      assert.deepEqual(command.arguments, ['https://example.org/unknown-key']);
    },
    FULL,
    { rulePage, commands: true },
  );
  await Editor.with(async (editor) => assert.equal(await ask(editor), undefined), FULL, { rulePage });
  await Editor.with(
    async (editor) => {
      const shown: string[] = [];
      editor.connection.onRequest('window/showDocument', ({ uri }: { uri: string }) => {
        shown.push(uri);
        return { success: true };
      });
      const command = await ask(editor);
      assert.ok(editor.initialized.capabilities.executeCommandProvider?.commands.includes(command!.command));
      await editor.request('workspace/executeCommand', command);
      assert.deepEqual(shown, ['https://example.org/unknown-key']);
    },
    { ...FULL, window: { showDocument: { support: true } } },
    { rulePage },
  );
});

test('refactorings at the cursor', () =>
  Editor.with(async (editor) => {
    const text = 'disk = [ "/dev/x,raw,xvda,rw" ]\n';
    await editor.open(URI, text);
    const actions = await editor.actions(URI, rangeOf(text, 'xvda'), { only: ['refactor.rewrite'] });
    const named = actions.find(({ title }) => title === 'Write the disk with named options');
    assert.equal(editor.applyAction(URI, named), 'disk = [ "format=raw,vdev=xvda,access=rw,target=/dev/x" ]\n');
  }));

test('CR LF: line ends are changed as a whole, for no place of the protocol lies within one', () =>
  Editor.with(async (editor) => {
    const text = TEXT.replace('vcpu = 2', 'vcpus = 1 + 1').replaceAll('\n', '\r\n');
    await editor.open(URI, text);
    const actions = await editor.actions(URI, WHOLE);
    const toLf = actions.find(({ title }) => title === 'Change all line ends to LF');
    assert.equal(editor.applyAction(URI, toLf), text.replaceAll('\r\n', '\n'));
    const [fixAll] = await editor.actions(URI, WHOLE, { only: ['source.fixAll.xencfg'] });
    assert.doesNotMatch(editor.applyAction(URI, fixAll), /\r/);
  }));
