// Somebody who has just installed the extension opens a folder of mixed files, and goes where the screen leads.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { withVSCode } from './host/session.mjs';
import { command, guestRow, line, openFile, ready, showGuests } from './host/window.mjs';
import { FILES, makeMixedFolder } from './mixed.mjs';
import { runSteps } from './ui-steps.mjs';

const toast = (page, text) => page.locator('.notifications-toasts .notification-toast', { hasText: text });
const lens = (page, text) =>
  page.locator('.editor-group-container.active .codelens-decoration a', { hasText: text }).first();
const inExplorer = (page, name) => page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first();
const inFolder = (profile, name) => path.join(profile.folder, 'servers', name);

/** In this order: each goes on from where the one before has led. */
const STEPS = {
  async 'a file that only reads like a guest is offered to be one, with all of its kind'({ page, shot }) {
    await inExplorer(page, 'guests').click();
    await inExplorer(page, 'build.cfg').click();
    const offer = toast(page, 'build.cfg reads like a Xen guest configuration');
    await offer.waitFor();
    await shot('offer');
    await offer.locator('.monaco-button', { hasText: 'Always for **/guests/*.cfg' }).click();
    await lens(page, 'xm file').waitFor();
    await inExplorer(page, 'intranet.cfg').click();
    await lens(page, 'xl file').waitFor();
    await page.waitForSelector('.monaco-editor .squiggly-warning');
    await shot('offer-taken');
  },

  async 'what is no guest is neither underlined nor asked about'({ page }) {
    await inExplorer(page, 'other').click();
    for (const name of ['setup.cfg', 'grub.cfg', 'win7.xml', 'mail.cfg.bak']) {
      await openFile(page, name);
      await page.waitForTimeout(500);
      assert.equal(await page.locator('.monaco-editor [class*="squiggly-"]').count(), 0, name);
      assert.equal(await page.locator('.notifications-toasts .notification-toast').count(), 0, name);
    }
  },

  async 'the view names every guest, whatever its file is called'({ page, shot }) {
    await showGuests(page, 'web01');
    const names = ['build', 'cluster-beta', 'db.example.org', 'erp', 'firewall', 'koeln', 'mail', 'router', 'win2022'];
    for (const name of [...names, 'xen/lab.cfg', 'xen/broken.cfg', 'xen/windows-lines.cfg']) {
      await guestRow(page, name).first().waitFor();
    }
    assert.equal(await guestRow(page, '').count(), names.length + 6);
    await shot('view');
  },

  async 'from the view through the preview to a converted, checked file'({ page, shot, profile }) {
    await guestRow(page, 'mail').first().click();
    await lens(page, 'Preview as xl').click();
    await line(page, 'format=raw').waitFor();
    await lens(page, 'xl accepts it').waitFor();
    await shot('preview');
    await lens(page, 'Convert').click();
    const source = '.editor-group-container:not(.active) .monaco-editor';
    await line(page, 'format=raw', source).click();
    await page.keyboard.press('Control+s');
    await guestRow(page, 'mail').filter({ hasText: 'xl ·' }).first().waitFor();
    await shot('converted');
    assert.match(readFileSync(inFolder(profile, 'xen/mail.cfg'), 'utf8'), /format=raw/);
  },

  async 'a file with the line ends of Windows keeps them, or says what to do'({ page, shot }) {
    await guestRow(page, 'windows-lines').first().click();
    await page.waitForSelector('.monaco-editor [class*="squiggly-"]');
    await shot('line-ends');
  },

  async 'a file in another encoding is not converted before it is read in its own'({ page, shot }) {
    await showGuests(page, 'koeln');
    await guestRow(page, 'koeln').first().click();
    await lens(page, 'xm file').waitFor();
    await command(page, 'Xencfg: Convert to xl');
    const warning = toast(page, 'latin.cfg is not in the encoding that it was opened with');
    await warning.waitFor();
    await shot('encoding');
    await warning.locator('.monaco-button', { hasText: 'Choose Encoding' }).click();
    const row = (text) => page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
    await row('Reopen with Encoding').click();
    await page.locator('.quick-input-widget input[placeholder^="Select File Encoding"]').fill('ISO 8859-1');
    await row('ISO 8859-1').click();
    await line(page, '# Büro, Köln').waitFor();
    await command(page, 'Xencfg: Convert to xl');
    await line(page, 'format=raw').waitFor();
    await line(page, '# Büro, Köln').waitFor();
  },

  async 'the whole folder goes into a new one beside it, and the originals stay'({ page, shot, profile }) {
    const before = readFileSync(inFolder(profile, 'xen/shop.cfg'), 'utf8');
    await page.locator('.sidebar .composite.title a[aria-label^="Convert Folder"]').click();
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'servers' }).first().click();
    await shot('folder-destination');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Into a new folder' }).first().click();
    await line(page, '# Conversion').waitFor();
    const apply = page.locator('.part.panel .monaco-button', { hasText: 'Apply' }).first();
    await apply.waitFor();
    await shot('folder-changes');
    await apply.click();
    await toast(page, 'The xl files are in').waitFor();
    await shot('folder-done');
    const converted = path.join(profile.folder, 'servers-xl/xen/shop.cfg');
    assert(existsSync(converted), `${converted} is written`);
    assert.equal(readFileSync(inFolder(profile, 'xen/shop.cfg'), 'utf8'), before);
  },

  async 'without guests, and without a folder, the view says how to come by one'({ page, shot, url, profile }) {
    const empty = path.join(profile.folder, 'empty');
    mkdirSync(empty);
    const welcome = page.locator('.sidebar .welcome-view-content');
    const open = async (query) => {
      await page.goto(`${new URL(url).origin}/?${query}`);
      await page.locator('.activitybar a[aria-label^="Xen Guests"]').click({ timeout: 60_000 });
    };
    await open('ew=true');
    await welcome.filter({ hasText: 'Open a folder' }).waitFor();
    await welcome.locator('.monaco-button', { hasText: 'Walkthrough' }).click();
    await page.locator('.getting-started-step', { hasText: 'Ready the host' }).first().waitFor();
    await shot('welcome-no-folder');
    await open(`folder=${encodeURIComponent(empty)}`);
    await welcome.filter({ hasText: 'No file of this workspace describes a Xen guest' }).waitFor();
    await shot('welcome-no-guest');
    await welcome.locator('.monaco-button', { hasText: 'New Guest' }).click();
    await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
    await page.keyboard.press('Enter');
    await lens(page, 'xl file').waitFor();
    await shot('welcome-new-guest');
    await command(page, 'View: Revert and Close Editor');
    await page.goto(url);
    await ready(page);
  },
};

/** Same result as the runs in api.mjs. */
export function runNewcomer({ vsix, only }) {
  assert(Object.keys(FILES).length >= 30, 'thirty files');
  const session = (use) => withVSCode({ vsix, where: 'node', makeFolder: makeMixedFolder }, use);
  return runSteps(session, STEPS, { where: 'node', only, prefix: 'newcomer-' });
}
