import * as vscode from 'vscode';
import { type KeyRow, keysFor, shapeOf } from '../../../server/src/schema';
import { NEWEST_RELEASE } from '../../../server/src/syntax/release';
import { equal, ok } from './expect';
import { closeAll, codeOf, openUntitled, until } from './guests';

/** Every key that has a heading in the newest manual page. */
const MANUAL = keysFor(NEWEST_RELEASE).filter(({ undocumented }) => !undocumented);

/** A value of a shape that the key does not take. */
const WRONG = { scalar: '[ "wrong" ]', list: '"wrong"', either: '[ [ "wrong" ] ]', nested: '"wrong"' };

suite('the manual', () => {
  teardown(closeAll);

  test('every key is offered, with what it does', async () => {
    ok(MANUAL.length > 150, `${MANUAL.length} keys in the manual`);
    const document = await openUntitled('\n');
    const documented = await until('completions with documentation', async () => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        new vscode.Position(0, 0),
        undefined,
        2 * MANUAL.length,
      );
      const told = items.filter(({ documentation }) => plain(documentation).length >= 60);
      return told.length > 0 && new Set(told.map(({ label }) => (typeof label === 'string' ? label : label.label)));
    });
    none(MANUAL.filter(({ name }) => !documented.has(name)));
  });

  test('every key is explained', async () => {
    const document = await openUntitled(MANUAL.map(({ name }) => `${name} = ""\n`).join(''));
    const explain = async (line: number): Promise<string> => {
      const position = new vscode.Position(line, 1);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        position,
      );
      return hovers.flatMap(({ contents }) => contents.map(plain)).join('\n');
    };
    await until('a hover of ours', async () => (await explain(0)) !== '');
    const texts = await Promise.all(MANUAL.map((_, line) => explain(line)));
    none(MANUAL.filter(({ name }, line) => !texts[line]!.includes(name) || texts[line]!.length < name.length + 60));
    // those still on their way would be taken for those of the next text, which has the same name
    await until('its problems', () => vscode.languages.getDiagnostics(document.uri).length > 0);
  });

  test('every key is checked', async () => {
    const [frame, others] = [['name', 'type'], MANUAL.filter(({ name }) => name !== 'name' && name !== 'type')];
    const all = await unreported('name = "guest"\ntype = "hvm"\n', others);
    const first = await unreported(
      '',
      MANUAL.filter(({ name }) => frame.includes(name)),
    );
    none([...all, ...first]);
  });
});

/** The keys without a problem on their line, each used wrong in one document behind `head`. */
async function unreported(head: string, rows: readonly KeyRow[]): Promise<KeyRow[]> {
  await closeAll();
  // the next text without a file gets the name of the one before
  await until('the problems of the text before are gone', () =>
    vscode.languages.getDiagnostics().every(([{ scheme }, found]) => scheme !== 'untitled' || found.length === 0),
  );
  const document = await openUntitled(`${head}${rows.map((row) => `${row.name} = ${WRONG[shapeOf(row)]}\n`).join('')}`);
  const found = await until('problems', () => {
    const all = vscode.languages.getDiagnostics(document.uri);
    return all.length > 0 && all;
  });
  const lines = new Set(found.filter((one) => codeOf(one) !== '').map(({ range }) => range.start.line));
  const before = head.split('\n').length - 1;
  return rows.filter((_, index) => !lines.has(before + index));
}

function none(missing: readonly KeyRow[]): void {
  equal(missing.map(({ name }) => name).join(' '), '');
}

function plain(text: vscode.MarkdownString | vscode.MarkedString | undefined): string {
  return typeof text === 'string' ? text : (text?.value ?? '');
}
