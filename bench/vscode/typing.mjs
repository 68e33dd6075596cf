// From a key that is pressed in VS Code's window to the wavy line below what it made wrong.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { command, openFile } from '../../test/vscode/host/window.mjs';
import { CONTENTS, LANGUAGES, write } from '../lsp/content.mjs';

/** Wavy lines of errors in the editor in front. */
const ERRORS = '.editor-group-container.active .monaco-editor .squiggly-error';

/** Behind each key the hand rests so long, in milliseconds: nothing of the key before is under way any more. */
const REST = 300;

/** A text of so many lines as a file in the folder that VS Code has open. @returns its name */
export function writeGuests(folder, content, lines) {
  const name = `${content.replace(' ', '-')}-${lines}.xl`;
  writeFileSync(path.join(folder, name), write(LANGUAGES.xl, CONTENTS[content](lines)).text);
  return name;
}

/** Makes the page note when a key was pressed, and when the number of wavy lines changed. To be called before it is opened. */
export const watchErrors = (page) =>
  page.addInitScript((errors) => {
    let pressed = 0;
    const count = () => document.querySelectorAll(errors).length;
    addEventListener(
      'keydown',
      () => {
        pressed = performance.now();
      },
      { capture: true },
    );
    /** Begins to wait until there is a wavy line, or none; `shown` gives the milliseconds since the last key then. */
    window.watchErrors = (wanted) => {
      window.shown = new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          if (count() > 0 !== wanted) return;
          observer.disconnect();
          resolve(performance.now() - pressed);
        });
        observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['class'] });
      });
    };
  }, ERRORS);

/**
 * Types a bracket behind the text of a line, where none may stand, and takes it away again.
 * @returns for each time, the milliseconds from the key to the wavy line
 */
export async function typingTimes(page, file, line, count) {
  await openFile(page, file);
  await page.locator('.codelens-decoration').first().waitFor();
  await command(page, 'Go to Line/Column...');
  await page.locator('.quick-input-widget input').first().fill(`:${line}`);
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  const times = [];
  for (let n = 0; n < count; n++) {
    times.push(await after(page, ')', true));
    await page.keyboard.press('Escape');
    await after(page, 'Backspace', false);
  }
  return times;
}

async function after(page, key, wanted) {
  await page.waitForTimeout(REST);
  await page.evaluate((wanted) => window.watchErrors(wanted), wanted);
  await page.keyboard.press(key);
  return page.evaluate(() => window.shown);
}
