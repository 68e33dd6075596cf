import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnostic } from 'vscode-languageserver';
import { Editor, FULL, PLAIN, rangeOf, until } from './editor';

const URI = 'file:///etc/xen/web1';
/** A guest with one mistake. */
const TEXT = 'name = "web1"\ntype = "pv"\nkernel = "/boot/vmlinuz"\nvcpu = 2\nmemory = 512\n';

function codes(diagnostics: readonly Diagnostic[]): unknown[] {
  return diagnostics.map(({ code }) => code);
}

test('pull: findings with code, source, severity and range', () =>
  Editor.with(async (editor) => {
    await editor.open(URI, TEXT);
    const [finding, ...others] = await editor.diagnostics(URI);
    assert.deepEqual(others, []);
    assert.ok(finding);
    assert.equal(finding.code, 'unknown-key');
    assert.equal(finding.source, 'xencfg');
    assert.equal(finding.severity, 2);
    assert.deepEqual(finding.range, rangeOf(TEXT, 'vcpu'));
    assert.match(finding.message, /vcpus/);
    assert.deepEqual(editor.published, []);
  }));

test('pull: the same version is not sent twice, the next one is', () =>
  Editor.with(async (editor) => {
    await editor.open(URI, TEXT);
    const first = await editor.pull(URI);
    assert.ok(first.resultId);
    assert.deepEqual(await editor.pull(URI, first.resultId), { kind: 'unchanged', resultId: first.resultId });
    await editor.change(URI, 'vcpus', rangeOf(TEXT, 'vcpu'));
    const second = await editor.pull(URI, first.resultId);
    assert.equal(second.kind, 'full');
    assert.deepEqual(second.kind === 'full' && second.items, []);
  }));

test('pull: a changed setting is announced, and judges the document anew', () =>
  Editor.with(async (editor) => {
    await editor.open(URI, TEXT);
    const before = await editor.pull(URI);
    await until(() => editor.registered[0]);
    await editor.configure({ knownKeys: ['vcpu'] });
    await until(() => (editor.refreshes > 0 ? true : undefined));
    const after = await editor.pull(URI, before.resultId!);
    assert.deepEqual(after.kind === 'full' && after.items, []);
  }));

test('the release decides which keys are known', () =>
  Editor.with(
    async (editor) => {
      await editor.open(URI, TEXT);
      assert.deepEqual(
        (await editor.found(URI, 'key-release')).map(({ range }) => range),
        [rangeOf(TEXT, 'type')],
      );
    },
    FULL,
    undefined,
    { xenRelease: '4.4' },
  ));

test('a wrong setting is logged once, and its default holds', () =>
  Editor.with(
    async (editor) => {
      await editor.open(URI, TEXT);
      await editor.open(`${URI}.b`, TEXT);
      assert.equal((await editor.diagnostics(URI)).length, 1);
      assert.equal((await editor.diagnostics(`${URI}.b`)).length, 1);
      const warnings = editor.log.filter(({ type }) => type === 2).map(({ message }) => message);
      assert.equal(warnings.length, 1);
      assert.match(warnings[0]!, /xencfg\.xenRelease/);
    },
    FULL,
    undefined,
    { xenRelease: 4 },
  ));

test('push: findings come by themselves, follow edits and go with the document', () =>
  Editor.with(async (editor) => {
    await editor.open(URI, TEXT);
    const first = await editor.publication(URI, ({ version }) => version === 1);
    assert.deepEqual(codes(first.diagnostics), ['unknown-key']);
    await editor.change(URI, 'vcpus', rangeOf(TEXT, 'vcpu'));
    const second = await editor.publication(URI, ({ version }) => version === 2);
    assert.deepEqual(second.diagnostics, []);
    await editor.change(URI, TEXT);
    await editor.publication(URI, ({ version }) => version === 3);
    await editor.close(URI);
    const last = await editor.publication(URI, ({ version }) => version === undefined);
    assert.deepEqual(last.diagnostics, []);
    assert.equal(editor.published.at(-1), last);
  }, PLAIN));

test('push: settings come with initialize and with their change', () =>
  Editor.with(
    async (editor) => {
      await editor.open(URI, TEXT);
      const first = await editor.publication(URI, () => true);
      assert.deepEqual(first.diagnostics, []);
      editor.published.length = 0;
      await editor.configure(undefined, { xencfg: { knownKeys: [] } });
      const second = await editor.publication(URI, () => true);
      assert.deepEqual(codes(second.diagnostics), ['unknown-key']);
    },
    PLAIN,
    { settings: { knownKeys: ['vcpu'] } },
  ));

test("codes link to the rules' pages where the client says where those are", () =>
  Editor.with(
    async (editor) => {
      await editor.open(URI, TEXT);
      const [finding] = await editor.diagnostics(URI);
      assert.deepEqual(finding?.codeDescription, { href: 'xencfg-rule:/unknown-key.md' });
    },
    FULL,
    { rulePage: 'xencfg-rule:/{code}.md' },
  ));

test('status: a client that wants it hears what each document is', () =>
  Editor.with(
    async (editor) => {
      await editor.open(URI, TEXT);
      await editor.pull(URI);
      await editor.pull(URI);
      const counts = { errors: 0, warnings: 1, notes: 0 };
      const status = { uri: URI, version: 1, release: '4.22', dialect: 'xl', verdict: 'accepted', ...counts };
      assert.deepEqual(editor.statuses, [status]);
    },
    FULL,
    { status: true },
  ));

test('a closed document has no diagnostics', () =>
  Editor.with(async (editor) => {
    await editor.open(URI, TEXT);
    assert.equal((await editor.diagnostics(URI)).length, 1);
    await editor.close(URI);
    assert.deepEqual(await editor.diagnostics(URI), []);
  }));
