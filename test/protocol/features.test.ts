import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type CompletionItem,
  type CompletionList,
  InsertReplaceEdit,
  type Position,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import { withoutPlaceholders } from '../../server/src/lsp/completion';
import { Editor, FULL, PLAIN } from './editor';

const URI = 'file:///etc/xen/web1';

async function item(editor: Editor, position: Position, label: string): Promise<CompletionItem> {
  const found = (await editor.completion(URI, position)).find((candidate) => candidate.label === label);
  assert.ok(found, `${label} is offered`);
  return found;
}

test('completion: a half-typed key becomes a snippet that inserts or replaces', () =>
  Editor.with(async (editor) => {
    await editor.open(URI, '# 😀\nname = "a"\nmemxx');
    const memory = await item(editor, { line: 2, character: 3 }, 'memory');
    assert.equal(memory.kind, 10);
    assert.equal(memory.insertTextFormat, 2);
    assert.deepEqual(
      memory.documentation && typeof memory.documentation === 'object' && memory.documentation.kind,
      'markdown',
    );
    const edit = memory.textEdit!;
    assert.ok(InsertReplaceEdit.is(edit));
    assert.match(edit.newText, /^memory = .*\$0/);
    assert.deepEqual(edit.insert, { start: { line: 2, character: 0 }, end: { line: 2, character: 3 } });
    assert.deepEqual(edit.replace, { start: { line: 2, character: 0 }, end: { line: 2, character: 5 } });
  }));

test('completion: a client without snippets and markdown gets plain text', () =>
  Editor.with(async (editor) => {
    await editor.open(URI, 'mem');
    const memory = await item(editor, { line: 0, character: 3 }, 'memory');
    assert.equal(memory.insertTextFormat, 1);
    assert.equal(typeof memory.documentation, 'string');
    assert.equal(editor.apply(URI, [memory.textEdit as TextEdit]), 'memory = ');
  }, PLAIN));

test('completion: values of a key, inside quotes and without', () =>
  Editor.with(async (editor) => {
    await editor.open(URI, 'type = "p"\ntype = \n');
    const quoted = await item(editor, { line: 0, character: 9 }, 'pvh');
    assert.equal(editor.apply(URI, [quoted.textEdit as TextEdit]), 'type = "pvh"\ntype = \n');
    const bare = await item(editor, { line: 1, character: 7 }, 'pvh');
    assert.equal(editor.apply(URI, [bare.textEdit as TextEdit]), 'type = "p"\ntype = "pvh"\n');
  }, PLAIN));

test('completion: what is deprecated is marked', () =>
  Editor.with(async (editor) => {
    await editor.open(URI, 'b');
    assert.deepEqual((await item(editor, { line: 0, character: 1 }, 'builder')).tags, [1]);
    assert.equal((await item(editor, { line: 0, character: 1 }, 'bootloader')).tags, undefined);
  }, FULL));

test('completion: what items have in common is said once to clients that know how, and means the same', async () => {
  const text = '\nme\ntype = "p"\ndisk = [ "/dev/x,raw,xvda,r" ]\nvif = [ "" ]\non_crash = "des\n';
  const places: Position[] = [0, 1, 2, 3, 4, 5].flatMap((line) =>
    [0, 1, 2, 8, 9, 11, 25, 27].map((character) => ({ line, character })),
  );
  const lists = async (completionList: object) => {
    const answers: CompletionList[] = [];
    const completion = { ...FULL.textDocument?.completion, completionList };
    await Editor.with(
      async (editor) => {
        await editor.open(URI, text);
        for (const position of places) {
          const answer: unknown = await editor.completion(URI, position);
          answers.push(Array.isArray(answer) ? { isIncomplete: false, items: answer } : (answer as CompletionList));
        }
      },
      { ...FULL, textDocument: { ...FULL.textDocument, completion } },
    );
    return answers;
  };
  const plain = await lists({});
  const short = await lists({ itemDefaults: ['commitCharacters', 'editRange', 'insertTextFormat', 'data'] });
  assert.ok(
    short.some(({ itemDefaults }) => itemDefaults?.editRange) && !plain.some(({ itemDefaults }) => itemDefaults),
  );
  for (const [at, { itemDefaults: common, items }] of short.entries()) {
    const whole = items.map(({ textEditText, ...rest }) => {
      const range = common?.editRange as { insert: Range; replace: Range };
      const textEdit = rest.textEdit ?? { newText: textEditText ?? rest.label, ...range };
      return { ...rest, insertTextFormat: rest.insertTextFormat ?? common?.insertTextFormat, textEdit };
    });
    // uuids and addresses are others each time
    const fixed = (list: readonly object[]) => JSON.parse(JSON.stringify(list).replace(/[0-9a-f:-]{17,}/g, ''));
    assert.deepEqual(fixed(whole), fixed(plain[at]!.items));
  }
});

test('completion: what is written about an item comes when somebody looks at it', () => {
  const completionItem = {
    ...FULL.textDocument?.completion?.completionItem,
    resolveSupport: { properties: ['documentation'] },
  };
  return Editor.with(
    async (editor) => {
      await editor.open(URI, 'me\ntype = ""\n');
      const memory = await item(editor, { line: 0, character: 2 }, 'memory');
      assert.equal(memory.documentation, undefined);
      const resolve = async (one: CompletionItem) => {
        const { documentation } = await editor.request<CompletionItem>('completionItem/resolve', one);
        return documentation && typeof documentation === 'object' ? documentation.value : documentation;
      };
      assert.match((await resolve(memory)) ?? '', /memory/i);
      await item(editor, { line: 1, character: 8 }, 'pvh');
      assert.equal(await resolve(memory), undefined);
    },
    { ...FULL, textDocument: { ...FULL.textDocument, completion: { completionItem } } },
  );
});

test('completion: nothing in a comment', () =>
  Editor.with(async (editor) => {
    await editor.open(URI, '# mem');
    assert.deepEqual(await editor.completion(URI, { line: 0, character: 5 }), []);
  }));

test('hover: a key, in the markup that the client reads', async () => {
  for (const [capabilities, kind] of [
    [FULL, 'markdown'],
    [PLAIN, 'plaintext'],
  ] as const) {
    await Editor.with(async (editor) => {
      await editor.open(URI, '# 😀\nname = "😀"; memory = 512\n');
      const hover = await editor.hover(URI, { line: 1, character: 14 });
      assert.deepEqual(hover?.range, { start: { line: 1, character: 13 }, end: { line: 1, character: 19 } });
      assert.ok(typeof hover.contents === 'object' && 'kind' in hover.contents);
      assert.equal(hover.contents.kind, kind);
      assert.match(hover.contents.value, /memory/);
      assert.equal(await editor.hover(URI, { line: 0, character: 2 }), null);
    }, capabilities);
  }
});

test('a snippet for clients without snippets', () => {
  const stop = (inner: string) => `\${1${inner}}`;
  assert.equal(withoutPlaceholders(`memory = ${stop(':512')}$0`), 'memory = 512');
  assert.equal(withoutPlaceholders('disk = [ "$0" ]'), 'disk = [ "" ]');
  assert.equal(withoutPlaceholders(`type = "${stop('|pv,hvm,pvh|')}"`), 'type = "pv"');
  assert.equal(withoutPlaceholders(`a \\$5 \\} ${stop(':b\\}c')} ${stop('')}`), 'a $5 } b}c ');
});
