// What a person does in VS Code's window, by keyboard and mouse.

/** Waits until the workbench is there. */
export const ready = (page) => page.waitForSelector('.monaco-workbench .explorer-folders-view', { timeout: 60_000 });

/** Runs a command by its whole title, through the command palette. */
export async function command(page, title) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').first().fill(`>${title}`);
  // a command with another one's words may stand before it
  const row = page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
  await row.click();
  await row.waitFor({ state: 'hidden' });
}

/** Opens a file of the workspace by its name and waits for its text. */
export async function openFile(page, name) {
  await page.keyboard.press('Control+p');
  const input = page.locator('.quick-input-widget input').first();
  await input.fill(name);
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name }).waitFor();
  await page.keyboard.press('Enter');
  await input.waitFor({ state: 'hidden' });
  await page.locator('.editor-group-container.active .tab.active', { hasText: name }).waitFor();
  await page.locator('.editor-group-container.active .monaco-editor .view-line').first().waitFor();
}

/** The line of an editor that holds `text`; blanks in `text` stand for any white space. */
export function line(page, text, editor = '.editor-group-container.active .monaco-editor') {
  const words = text.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return page.locator(`${editor} .view-line`, { hasText: new RegExp(words.join('\\s+')) }).first();
}

/** Puts the cursor at the start of a line. */
export async function putCursorAt(page, text) {
  await line(page, text).click({ position: { x: 2, y: 8 } });
  await page.keyboard.press('Home');
}

/** Closes every editor; changes are dropped. */
export async function closeEditors(page) {
  await page.keyboard.press('Escape');
  for (let left = 5; left > 0 && (await page.locator('.editor-group-container .tab').count()) > 0; left--) {
    await command(page, 'View: Revert and Close Editor');
  }
  await page.locator('.editor-group-container.empty').first().waitFor();
}

/** Brings the view of all guests to the front, and waits until `guest` is there and some have their state. */
export async function showGuests(page, guest = 'build7') {
  if ((await page.locator('.sidebar .composite.title', { hasText: 'Xen Guests' }).count()) === 0) {
    await page.locator('.activitybar a[aria-label^="Xen Guests"]').click();
  }
  await guestRow(page, guest).first().waitFor();
  await guestRow(page, 'xm: ').first().waitFor();
}

/** Lines of that view with a text. */
export function guestRow(page, text) {
  return page.locator('.sidebar .monaco-list-row', { hasText: text });
}

/** Does `ask` until the answer is shown: just after its start VS Code drops requests (see api/guests.ts). */
export async function untilShown(answer, ask, dismiss = () => {}) {
  for (let attempt = 0; !(await answer.first().isVisible()); attempt++) {
    if (attempt > 0) await dismiss();
    await ask();
    try {
      await answer.first().waitFor({ timeout: 4000 });
    } catch (error) {
      if (attempt === 4) throw error;
    }
  }
}
