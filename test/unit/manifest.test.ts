import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const root = process.cwd();
const read = (name: string) => readFileSync(path.join(root, name), 'utf8');
const manifest = JSON.parse(read('package.json'));
const strings: Record<string, string> = JSON.parse(read('package.nls.json'));
const { contributes } = manifest;

/** Fields of the manifest that people read. */
const SHOWN = new Set(['title', 'description', 'markdownDescription', 'contents']);
const SHOWN_LISTS = new Set(['enumDescriptions', 'markdownEnumDescriptions', 'enumItemLabels']);

function* shownTexts(value: unknown, place: string): Generator<[place: string, text: string]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner === 'string' && SHOWN.has(name)) yield [`${place}.${name}`, inner];
    if (Array.isArray(inner) && SHOWN_LISTS.has(name)) {
      for (const text of inner) yield [`${place}.${name}`, text];
    } else yield* shownTexts(inner, `${place}.${name}`);
  }
}

test('every text of the manifest that people read stands in package.nls.json, and no other', () => {
  const used = new Set<string>();
  const views = Object.values(contributes.views as Record<string, { name: string }[]>).flat();
  const aliases = (contributes.languages as { id: string; aliases?: string[] }[]).flatMap(
    ({ aliases = [] }) => aliases[0] ?? [],
  );
  const texts = [
    ...shownTexts(contributes, 'contributes'),
    ...shownTexts(manifest.capabilities, 'capabilities'),
    ['displayName', manifest.displayName] as [string, string],
    ['description', manifest.description] as [string, string],
    ...views.map(({ name }): [string, string] => ['view', name]),
    ...aliases.map((name): [string, string] => ['language', name]),
  ];
  assert.ok(texts.length > 50);
  for (const [place, text] of texts) {
    const key = /^%([\w.-]+)%$/.exec(text)?.[1];
    assert.ok(key !== undefined && strings[key], `${place}: ${text}`);
    used.add(key);
  }
  assert.deepEqual(
    Object.keys(strings).filter((key) => !used.has(key)),
    [],
  );
});

test('menus, keys and welcome texts name commands that there are', () => {
  const commands = new Set(contributes.commands.map(({ command }: { command: string }) => command));
  const views = new Set(
    Object.values(contributes.views as Record<string, { id: string }[]>).flatMap((all) =>
      all.map(({ id }) => id as string | undefined),
    ),
  );
  const menus = Object.entries(contributes.menus as Record<string, { command: string; when?: string }[]>);
  for (const [menu, entries] of menus) {
    for (const { command } of entries) assert.ok(commands.has(command), `${command} in ${menu}`);
  }
  for (const text of Object.values(strings)) {
    for (const [, command] of text.matchAll(/\(command:([\w.]+)/g)) {
      // VS Code itself makes a command for each view
      const ofView = /^(.+)\.focus$/.exec(command!)?.[1];
      assert.ok(commands.has(command) || /^workbench\./.test(command!) || views.has(ofView), command);
    }
  }
});

test('a command about a document is offered in the palette for one alone, one about a line of a view never', () => {
  const palette: { command: string; when: string }[] = contributes.menus.commandPalette;
  const when = new Map(palette.map(({ command, when }) => [command, when]));
  const titles: { command: string; when: string }[] = contributes.menus['editor/title'];
  for (const { command } of titles) assert.match(when.get(command) ?? '', /resourceLangId == xen-cfg/, command);
  for (const hidden of ['xencfg.openGuest', 'xencfg.copyCommand', 'xencfg.showLeft'])
    assert.equal(when.get(hidden), 'false');
});

test('settings are grouped, each with a place of its own', () => {
  const orders: number[] = [];
  for (const { title, properties } of contributes.configuration) {
    assert.ok(title);
    for (const { order } of Object.values(properties as Record<string, { order: number }>)) orders.push(order);
  }
  assert.deepEqual(
    orders,
    orders.map((_, i) => i + 1),
  );
});

const sources = readdirSync(path.join(root, 'client/src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name): [string, string] => [name, read(path.join('client/src', name))]);

test('what the client shows goes through l10n, and stands in the bundle for translators', async () => {
  const { bundle } = await import(path.join(root, 'scripts/l10n.mjs'));
  assert.equal(read('l10n/bundle.l10n.json'), bundle(), 'node scripts/l10n.mjs writes it');
  const bare =
    /(?:show(?:Information|Warning|Error)Message\(\s*|setStatusBarMessage\(\s*|(?:title|label|detail|description|tooltip|placeHolder|prompt|openLabel|saveLabel|message|failure)\s*[:=]\s*|\.(?:text|name)\s*=\s*)(['"`])(?!\1)([^'"`]*)/g;
  for (const [name, text] of sources) {
    for (const [all, , literal] of text.matchAll(bare)) {
      assert.doesNotMatch(literal!.replace(/\$\{[^}]*(?:\}|$)|\$\([\w~-]+\)/g, ''), /[A-Za-z]{2}/, `${name}: ${all}`);
    }
  }
});
