// What a person sees whose VS Code has another language: one that nobody speaks (scripts/l10n.mjs), so that what did not go
// through l10n stands out.
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pseudo } from '../../scripts/l10n.mjs';
import { withVSCode } from './host/session.mjs';
import { command, openFile, putCursorAt, untilShown } from './host/window.mjs';
import { runSteps } from './ui-steps.mjs';
import { root } from './workspace.mjs';

const LANGUAGE = 'de';
const TRANSLATED = /^[^\p{L}]*(?:⟦.*⟧[^\p{L}]*)+$/su;

const lenses = (page) => page.locator('.editor-group-container.active .codelens-decoration a');
const textOf = (texts) => texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter(Boolean);

/** All of the texts went through l10n. */
function allTranslated(texts) {
  assert.ok(texts.length > 0);
  for (const text of texts) assert.match(text, TRANSLATED);
}

const STEPS = {
  async 'code lenses above a file, and above its preview'({ page, shot }) {
    await openFile(page, 'mail.xm');
    await lenses(page).nth(2).waitFor();
    allTranslated(textOf(await lenses(page).allTextContents()));
    await lenses(page)
      .filter({ hasText: pseudo('Preview as xl') })
      .click();
    await page.locator('.tab.active', { hasText: '⟦mail.xm (ás xl)⟧' }).waitFor();
    await lenses(page)
      .filter({ hasText: pseudo('Convert') })
      .waitFor();
    await shot('preview');
    allTranslated(textOf(await lenses(page).allTextContents()));
  },

  async 'actions for findings and for the file: all but the fixes themselves'({ page, shot }) {
    await openFile(page, 'mail.xm');
    await page.waitForSelector('.monaco-editor .squiggly-error');
    await putCursorAt(page, "builder = 'linux'");
    for (let n = 0; n < 11; n++) await page.keyboard.press('ArrowRight');
    const rows = page.locator('.action-widget .monaco-list-row.action');
    await untilShown(
      rows.filter({ hasText: '⟦Réád ábóút xm-builder⟧' }),
      () => page.keyboard.press('Control+.'),
      () => page.keyboard.press('Escape'),
    );
    await shot('actions');
    const plain = textOf(await rows.allTextContents()).filter((text) => !TRANSLATED.test(text));
    assert.deepEqual(plain, ['Write type="pv"']);
    await page.keyboard.press('Escape');
  },

  async 'commands, view, status, questions and messages'({ page, shot }) {
    await openFile(page, 'mail.xm');
    await lenses(page).first().waitFor();
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').first().fill('>Xencfg: ⟦');
    const rows = page.locator('.quick-input-list .monaco-list-row .label-name');
    await rows.nth(8).waitFor();
    await shot('commands');
    // VS Code itself shows the English title below each
    const english = new Set(Object.values(JSON.parse(readFileSync(path.join(root, 'package.nls.json'), 'utf8'))));
    const titles = textOf(await rows.allTextContents()).map((title) => title.replace('Xencfg: ', ''));
    allTranslated(titles.filter((title) => !english.has(title)));
    await page.keyboard.press('Escape');

    await page.locator('.activitybar a[aria-label^="⟦Xén Gúésts⟧"]').click();
    const guests = page.locator('.sidebar .monaco-list-row .label-description');
    await guests.filter({ hasText: '⟦réfúséd by xl: 3 érrórs⟧' }).first().waitFor();
    await shot('view');
    for (const text of textOf(await guests.allTextContents())) assert.match(text, /^(?:xl |⟦.*⟧)/);

    await page.locator('.statusbar-item[id="status.languageStatus"]').hover();
    const status = page.locator('.hover-language-status', { hasText: 'xm · Xen 4.' });
    await status.locator('a', { hasText: pseudo('Select Release') }).waitFor();
    await shot('status');
    assert.match(await status.textContent(), /⟦Án xm fílé, whích xl réfúsés⟧|⟦.*érrórs⟧/);

    await command(page, pseudo('Select Xen Release'));
    const input = page.locator('.quick-input-widget', { hasText: pseudo('Xen release that the guests run on') });
    await input.locator('.monaco-list-row', { hasText: '⟦Xén 4.17⟧' }).waitFor();
    await page.keyboard.press('Escape');

    await command(page, pseudo('Set Parameters'));
    await page.locator('.notification-toast', { hasText: '⟦mail.xm tákés nó párámétérs.⟧' }).waitFor();
    await shot('message');
  },
};

/** Runs the steps in a VS Code whose language has a translation of all of our texts. */
export function runTranslated({ vsix, only }) {
  const session = (use) =>
    withVSCode({ vsix, where: 'node' }, async (session) => {
      const [name] = readdirSync(session.profile.extensions).filter((name) => name.startsWith('xencfg.'));
      translate(path.join(session.profile.extensions, name));
      await session.page.addInitScript((language) => {
        globalThis._VSCODE_NLS_LANGUAGE = language;
      }, LANGUAGE);
      return use(session);
    });
  return runSteps(session, STEPS, { where: 'node', only, prefix: 'translated-' });
}

/** Puts translations of the manifest and of what code shows beside an installed extension. */
function translate(extension) {
  const translation = (file) => {
    const texts = Object.entries(JSON.parse(readFileSync(path.join(root, file), 'utf8')));
    return JSON.stringify(Object.fromEntries(texts.map(([key, text]) => [key, pseudo(text)])));
  };
  writeFileSync(path.join(extension, `package.nls.${LANGUAGE}.json`), translation('package.nls.json'));
  mkdirSync(path.join(extension, 'l10n'), { recursive: true });
  writeFileSync(path.join(extension, `l10n/bundle.l10n.${LANGUAGE}.json`), translation('l10n/bundle.l10n.json'));
}
