// What the commands, the walkthrough and the keyboard lead to, in the window of a real VS Code.
import assert from 'node:assert/strict';
import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { command, guestRow, line, openFile, putCursorAt, untilShown } from './host/window.mjs';

/** A program in the place of xl that says what Xencfg does not expect. */
const XL = `#!/bin/sh
echo "Parsing config from $4" >&2
echo "something that only this host knows" >&2
exit 1
`;

/** Settings of a machine that has a real xl, as it were. */
export function realXl(folder) {
  const xl = path.join(folder, 'xl');
  writeFileSync(xl, XL);
  chmodSync(xl, 0o755);
  return { 'xencfg.realXl.command': [xl] };
}

const toast = (page, text) => page.locator('.notifications-toasts .notification-toast', { hasText: text });
const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

export const COMMAND_STEPS = {
  async 'the server restarts, and underlines what is typed then'({ page }) {
    await openFile(page, 'web01.cfg');
    await page.locator('.codelens-decoration').first().waitFor();
    await command(page, 'Xencfg: Restart Server');
    await putCursorAt(page, 'memory =');
    await page.keyboard.press('End');
    await page.keyboard.type(')');
    await page.waitForSelector('.monaco-editor .squiggly-error');
  },

  async 'the output is shown, and a report for its makers is copied'({ page, shot }) {
    await openFile(page, 'router.cfg');
    await page.locator('.codelens-decoration').first().waitFor();
    await command(page, 'Xencfg: Show Output');
    await page.locator('.part.panel .composite.title', { hasText: 'Output' }).waitFor();
    assert.equal(await page.locator('.part.panel select option:checked').first().textContent(), 'Xencfg');
    await shot('output');
    await page.keyboard.press('Control+j');
    await command(page, 'Xencfg: Copy Bug Report');
    await toast(page, 'The report is in the clipboard').waitFor();
    const report = await clipboard(page);
    assert.match(report, /^- Xencfg \d/);
    assert.match(report, /^- Server: Xencfg.*, running$/m);
    assert.doesNotMatch(report, /^\s*(?:kernel|disk|memory)\s*=/m);
  },

  async 'a release that is picked in the language status holds for the file'({ page, shot }) {
    await openFile(page, 'monitoring.cfg');
    const release = (name) => page.locator('.codelens-decoration', { hasText: `Xen ${name}` }).first();
    await release('4.22').waitFor();
    const pick = async (name) => {
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Xen 4.' }).first().waitFor();
      await page.keyboard.type(name);
      await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: `Xen ${name}` }).waitFor();
      await page.keyboard.press('Enter');
      await release(name).waitFor();
    };
    await page.locator('.statusbar-item[id="status.languageStatus"]').hover();
    await page.locator('.hover-language-status a', { hasText: 'Select Release' }).click();
    await pick('4.17');
    await shot('release-picked');
    await command(page, 'Xencfg: Select Xen Release');
    await pick('4.22');
  },

  async 'the walkthrough: every step opens, its commands do what they say'({ page, shot }) {
    await openFile(page, 'erp.xm');
    await command(page, 'Xencfg: Open the Walkthrough "From xm to xl"');
    const step = (text) => page.locator('.getting-started-step', { hasText: text }).first();
    const button = (text) => page.locator('.getting-started-step.expanded .monaco-button', { hasText: text }).first();
    await step('Ready the host').waitFor();
    await shot('walkthrough');
    const copies = {
      'Ready the host': ['Copy: xl info', 'xl info'],
      'Make the bridge': ['Copy: show the bridges', 'ip -brief link show type bridge'],
      'Look at the disks': ['Copy: list the volumes', 'lvs -o lv_path,lv_size'],
      'Check with the real xl': ['Copy: xl -N create', 'xl -N create /etc/xen/GUEST.cfg'],
      'Take the guests out of xend': ["Copy: save a guest's description", 'xm list --long GUEST > GUEST.sxp'],
      'Use xl in place of xm': ['Copy: start a guest', 'xl create /etc/xen/GUEST.cfg'],
    };
    for (const [title, [label, text]] of Object.entries(copies)) {
      if (!(await button(label).isVisible())) await step(title).click();
      await button(label).click();
      await page.waitForFunction(async (wanted) => (await navigator.clipboard.readText()) === wanted, text);
    }
    await step('Take the Python out of the files').click();
    await button('Convert a Folder').click();
    await page.locator('.quick-input-widget', { hasText: 'Folder whose guest files are to be converted' }).waitFor();
    await page.keyboard.press('Escape');
    await button('Preview the Open File as xl').click();
    await page.locator('.tab.active', { hasText: 'erp.xm (as xl)' }).waitFor();
    await shot('walkthrough-preview');
  },

  async 'by keyboard alone: from the view of guests to a problem and its fix'({ page, shot }) {
    await command(page, 'View: Show Xen Guests');
    await guestRow(page, 'mail').first().waitFor();
    await page.keyboard.press('Home');
    const focused = page.locator('.sidebar .monaco-list-row.focused');
    for (let row = 0; row < 40 && !(await focused.textContent())?.includes('mail'); row++) {
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('ArrowRight');
    await guestRow(page, 'Disks').first().waitFor();
    await page.keyboard.press('Shift+F10');
    await page.locator('.context-view .action-label', { hasText: 'Save as xl' }).waitFor();
    await shot('keyboard-menu');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: 'mail.xm' }).waitFor();
    await page.waitForSelector('.monaco-editor .squiggly-error');
    await command(page, 'View: Focus Active Editor Group');
    await page.keyboard.press('F8');
    await page.locator('.marker-widget').waitFor();
    await shot('keyboard-problem');
    const fixes = page.locator('.action-widget .monaco-list-row');
    await untilShown(fixes, () => page.keyboard.press('Control+.'));
    await page.keyboard.press('Enter');
    await page.locator('.tab.active.dirty').waitFor();
    await page.keyboard.press('Escape');
  },

  async 'what a real xl says is shown at its line, and where it differs can be reported'({ page, shot, where }) {
    await openFile(page, 'router.cfg');
    await line(page, 'name =').waitFor();
    if (where !== 'node') {
      // no menu shows the command where no program can be started
      await page.keyboard.press('F1');
      await page.locator('.quick-input-widget input').first().fill('>Xencfg: Check with');
      await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
      const rows = await page.locator('.quick-input-list .monaco-list-row').allTextContents();
      assert(!rows.some((row) => row.includes('Check with the Real xl')), rows.join());
      return;
    }
    await command(page, 'Xencfg: Check with the Real xl');
    const message = toast(page, 'xl refuses router.cfg. It does not say what Xencfg expects of Xen 4.');
    await message.waitFor();
    await page.waitForSelector('.monaco-editor .squiggly-error');
    await shot('real-xl');
    await message.locator('.monaco-button', { hasText: 'Show Differences' }).click();
    await line(page, '# xl and Xencfg differ about').waitFor();
    await line(page, 'something that only this host knows').waitFor();
    await shot('real-xl-report');
  },
};
