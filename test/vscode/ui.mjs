// What a person sees and does, in the window of a real VS Code with the packaged extension. Screenshots: out/screenshots/.
import assert from 'node:assert/strict';
import { withServerless, withVSCode } from './host/session.mjs';
import { command, guestRow, line, openFile, putCursorAt, showGuests, untilShown } from './host/window.mjs';
import { COMMAND_STEPS, realXl } from './ui-commands.mjs';
import { runSteps } from './ui-steps.mjs';

/** Each step begins and ends without open editors. */
const STEPS = {
  async 'problems are underlined and listed'({ page, shot }) {
    await openFile(page, 'mail.xm');
    await page.waitForSelector('.monaco-editor .squiggly-error');
    await page.waitForSelector('.monaco-editor .squiggly-warning');
    await page.keyboard.press('Control+Shift+m');
    // the list holds those of all guests, of files that are not open too
    const filter = page.locator('.part.panel input[placeholder^="Filter"]');
    await filter.fill('xm-restart');
    await page.locator('.markers-panel .monaco-list-row', { hasText: 'xm-restart' }).waitFor();
    await shot('problems');
    await filter.fill('');
    await page.keyboard.press('Control+j');
  },

  async 'highlighting gives each kind of word a colour and a scope of its own'({ page, shot }) {
    await openFile(page, 'shop.xm');
    const colour = async (text, word) => {
      const span = line(page, text).locator('span span', { hasText: word }).first();
      return span.evaluate((element) => getComputedStyle(element).color);
    };
    for (const [kind, name] of [
      ['vs-dark', 'dark'],
      ['vs', 'light'],
    ]) {
      await command(page, 'Preferences: Toggle between Light/Dark Themes');
      await page.waitForSelector(`.monaco-workbench.${kind}`);
      const colours = {
        key: await colour('memory = 4096', 'memory'),
        string: await colour("NAME = 'shop-web2'", 'shop-web2'),
        number: await colour('NUMBER = 2', '2'),
        comment: await colour('# One file for', 'One'),
        python: await colour('import re', 'import'),
      };
      assert.equal(new Set(Object.values(colours)).size, 5, `five colours: ${JSON.stringify(colours)}`);
      await shot(`highlighting-${name}`);
    }
    await putCursorAt(page, 'memory = 4096');
    await command(page, 'Developer: Inspect Editor Tokens and Scopes');
    await page.locator('.token-inspect-widget', { hasText: 'support.type.property-name.xen-cfg' }).waitFor();
  },

  async 'a quick fix is offered and applied'({ page, shot }) {
    await openFile(page, 'mail.xm');
    await page.waitForSelector('.monaco-editor .squiggly-error');
    await putCursorAt(page, "builder = 'linux'");
    for (let n = 0; n < 11; n++) await page.keyboard.press('ArrowRight');
    const fix = page.locator('.action-widget .monaco-list-row', { hasText: 'Write type="pv"' });
    await untilShown(
      fix,
      () => page.keyboard.press('Control+.'),
      () => page.keyboard.press('Escape'),
    );
    await shot('quick-fix');
    await fix.click();
    await line(page, "type = 'pv'").waitFor();
  },

  async 'the preview stands beside the original and follows typing'({ page, shot }) {
    await openFile(page, 'shop.xm');
    await command(page, 'Xencfg: Preview as xl');
    await line(page, 'memory = 1024').waitFor();
    await page.locator('.codelens-decoration a', { hasText: 'Proof' }).waitFor();
    await shot('preview');
    const first = '.editor-group-container:not(.active) .monaco-editor';
    await line(page, "NAME = 'shop-web2'", first).click();
    await page.keyboard.press('End');
    await page.keyboard.press('Backspace');
    await page.keyboard.type("9'");
    await line(page, 'shop-web29-root', first).waitFor();
    await page.keyboard.press('Control+z');
  },

  async 'a template with functions becomes three xl files'({ page, shot, where }) {
    await openFile(page, 'lab.xm');
    await page.locator('.codelens-decoration a', { hasText: 'Parameter vmid has no value' }).click();
    const input = page.locator('.quick-input-widget input').first();
    await input.fill('1..21');
    await page.locator('.quick-input-widget', { hasText: '21: there are 20 seats, not 21' }).waitFor();
    await shot('parameters-refused');
    await input.fill('1..3');
    await page.locator('.quick-input-widget', { hasText: 'not 21' }).waitFor({ state: 'hidden' });
    await page.keyboard.press('Enter');
    await page.locator('.codelens-decoration a', { hasText: 'Parameter vmid = 1..3' }).waitFor();
    await command(page, 'Xencfg: Preview as xl');
    await line(page, 'name = "lab1"').waitFor();
    await page.locator('.codelens-decoration a', { hasText: 'xl accepts it' }).waitFor();
    await shot('template-preview');
    await page.locator('.codelens-decoration a', { hasText: 'Proof' }).click();
    if (where === 'node') {
      const frame = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
      await frame.locator('tr', { hasText: 'on_crash' }).filter({ hasText: 'changed default' }).waitFor();
    } else {
      // here VS Code has no pages of Markdown: the proof is its text
      await line(page, 'changed default').waitFor();
    }
    await shot('template-proof');
    await page.keyboard.press('Control+w');
    await page.locator('.codelens-decoration a', { hasText: 'Save as' }).click();
    const dialog = page.locator('.quick-input-widget', { hasText: 'Folder for the 3 guests of lab.xm' });
    await dialog.waitFor();
    await shot('template-folder');
    await dialog.locator('.monaco-button', { hasText: 'Save 3 Files Here' }).click();
    await line(page, 'name = "lab1"').waitFor();
    await page.locator('.notifications-toasts', { hasText: 'Written: lab1.cfg, lab2.cfg, lab3.cfg.' }).waitFor();
    await shot('template-saved');
    for (const name of ['lab2', 'lab3']) {
      await page.locator('.explorer-folders-view .monaco-list-row', { hasText: `${name}.cfg` }).dblclick();
      await line(page, `name = "${name}"`).waitFor();
    }
  },

  async 'an assumption is set by keyboard and shown above the preview'({ page, shot }) {
    await openFile(page, 'erp.xm');
    await command(page, 'Xencfg: Preview as xl');
    const lens = (text) => page.locator('.codelens-decoration a', { hasText: text });
    await lens('Assumed: os.uname() is that of an x86_64 Linux host').waitFor();
    await shot('assumptions');
    await command(page, 'Xencfg: Set Assumptions');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'os.uname()[4]' }).waitFor();
    await shot('assumptions-list');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget', { hasText: 'The text that it came to' }).waitFor();
    await page.keyboard.type('i686');
    await page.keyboard.press('Enter');
    await lens("Assumed: os.uname()[4] is 'i686'").waitFor();
    await shot('assumptions-set');
  },

  async 'the diff editor shows the file as xl and follows typing'({ page, shot }) {
    await openFile(page, 'shop.xm');
    await command(page, 'Xencfg: Compare with the File as xl');
    await page.waitForSelector('.monaco-diff-editor .line-insert');
    await line(page, 'memory = 1024', '.monaco-diff-editor .editor.modified').waitFor();
    await page.mouse.move(640, 700); // away from what shows a text of its own
    await page.waitForTimeout(500);
    await shot('compare');
    await line(page, "NAME = 'shop-web2'", '.monaco-diff-editor .editor.original').click();
    await page.keyboard.press('Home');
    await page.keyboard.press('Control+Delete');
    await page.keyboard.type('NAME');
    await page.keyboard.press('End');
    await page.keyboard.press('Backspace');
    await page.keyboard.type("9'");
    await line(page, 'shop-web29-root', '.monaco-diff-editor .editor.modified').waitFor();
    await shot('compare-follows');
  },

  async 'the conversion is one undo'({ page, shot }) {
    await openFile(page, 'shop.xm');
    await line(page, 'import re').waitFor();
    await command(page, 'Xencfg: Convert to xl');
    await line(page, 'memory = 1024').waitFor();
    await line(page, 'import re').waitFor({ state: 'detached' });
    await shot('converted');
    await line(page, 'memory = 1024').click();
    await page.keyboard.press('Control+z');
    await line(page, 'import re').waitFor();
    await page.locator('.tab.active:not(.dirty)').first().waitFor();
  },

  async 'the view of all guests: what each is, its devices, and its actions'({ page, shot }) {
    await showGuests(page);
    await guestRow(page, 'refused by xl').first().waitFor();
    await guestRow(page, 'build7').first().click();
    await page.locator('.editor-group-container.active .tab.active', { hasText: 'build7.cfg' }).waitFor();
    await guestRow(page, 'build7').first().locator('.monaco-tl-twistie').click();
    await guestRow(page, 'Disks').first().waitFor();
    await guestRow(page, 'Network cards').first().waitFor();
    await shot('guests');
    await guestRow(page, 'erp').first().hover();
    await guestRow(page, 'erp').first().locator('a[aria-label="Preview as xl"]').click();
    await page.locator('.tab.active', { hasText: 'erp.xm (as xl)' }).waitFor();
    await guestRow(page, 'build7').first().click({ button: 'right' });
    await page.locator('.context-view .action-label', { hasText: 'Compare with the File as xl' }).waitFor();
    await shot('guests-menu');
    await page.keyboard.press('Escape');
  },

  async 'a new guest begins with what there is to begin with'({ page, shot }) {
    await showGuests(page);
    await page.locator('.sidebar .composite.title a[aria-label="New Guest"]').click();
    await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
    await shot('new-guest');
    await page.keyboard.press('Escape');
  },

  async 'the language status tells verdict and findings, and leads to the releases'({ page, shot }) {
    await openFile(page, 'monitoring.cfg');
    await page.waitForSelector('.monaco-editor .squiggly-error, .monaco-editor .squiggly-warning');
    await page.locator('.statusbar-item[id="status.languageStatus"]').hover();
    await page.locator('.hover-language-status', { hasText: 'xl · Xen 4.' }).waitFor();
    await shot('status');
    await page.locator('.hover-language-status a', { hasText: 'Select Release' }).click();
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Xen 4.17' }).waitFor();
    await shot('releases');
    await page.keyboard.press('Escape');
  },

  async 'high contrast: states and findings are told by signs and words'({ page, shot }) {
    await openFile(page, 'mail.xm');
    await page.waitForSelector('.monaco-editor .squiggly-error');
    await showGuests(page);
    for (const [theme, kind] of [
      ['Dark High Contrast', 'hc-black'],
      ['Light High Contrast', 'hc-light'],
    ]) {
      await chooseTheme(page, theme);
      await page.waitForSelector(`.monaco-workbench.${kind}`);
      await guestRow(page, 'refused by xl').first().locator('.codicon-error').first().waitFor();
      await guestRow(page, 'xm: ').first().locator('.codicon-wand').first().waitFor();
      await shot(kind);
    }
    await chooseTheme(page, 'Dark Modern');
    await page.waitForSelector('.monaco-workbench.vs-dark');
  },

  async 'completion shows keys with their documentation'({ page, shot }) {
    await openFile(page, 'web01.cfg');
    await page.locator('.monaco-editor .view-line').first().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('on_w');
    const row = page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'on_watchdog' });
    await untilShown(
      row,
      () => page.keyboard.press('Control+Space'),
      () => page.keyboard.press('Escape'),
    );
    const details = page.locator('.suggest-details', { hasText: 'Read by Xen' });
    await untilShown(details, () => page.keyboard.press('Control+Space')); // while the list is shown this toggles them
    await shot('completion');
    await page.keyboard.press('Enter');
    await line(page, 'on_watchdog').waitFor();
  },

  async 'hovering over a key says what it is'({ page, shot }) {
    await openFile(page, 'web01.cfg');
    await page.keyboard.press('Control+Home');
    const key = line(page, 'memory =').locator('span span', { hasText: 'memory' }).first();
    const hover = page.locator('.monaco-hover:not(.hidden) .hover-contents', { hasText: 'memory' }).first();
    await untilShown(
      hover,
      () => key.hover(),
      () => page.mouse.move(600, 700),
    );
    await shot('hover');
  },
};

/** All steps, in the order in which they run. */
const ALL = { ...STEPS, ...COMMAND_STEPS };

/** The steps with the extension in the Node extension host. Same result as the runs in api.mjs. */
export const runUi = ({ vsix, only }) =>
  runSteps((use) => withVSCode({ vsix, where: 'node', settings: realXl }, use), ALL, { where: 'node', only });

/** The steps with the extension in the web extension host. */
export const runWebUi = ({ vsix, only }) =>
  runSteps((use) => withVSCode({ vsix, where: 'web' }, use), ALL, { where: 'web', only, prefix: 'web-' });

/** Steps that begin in the view of guests: without a server VS Code finds no file by its name. */
const FROM_VIEW = Object.fromEntries(
  Object.entries(ALL).filter(([title]) => /view of (?:all )?guests|^a new guest/.test(title)),
);

/** Those without any server behind VS Code. */
export const runServerlessUi = ({ vsix, only }) =>
  runSteps((use) => withServerless({ vsix }, use), FROM_VIEW, { where: 'serverless', only, prefix: 'serverless-' });

async function chooseTheme(page, name) {
  await command(page, 'Preferences: Color Theme');
  await page.locator('.quick-input-widget input').first().fill(name);
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name }).waitFor();
  await page.keyboard.press('Enter');
}
