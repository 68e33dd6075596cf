// What a person does in VS Code's window, by keyboard and mouse.

/** Waits until the workbench is there. */
export const ready = (page) => page.waitForSelector('.monaco-workbench .explorer-folders-view', { timeout: 60_000 });

/** Runs a command by its title, through the command palette. */
export async function command(page, title) {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input').first();
  await input.fill(`>${title}`);
  const row = page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
  await row.click();
  await input.waitFor({ state: 'hidden' });
}

/** Opens a file of the workspace by its name and waits for its text. */
export async function openFile(page, name) {
  await page.keyboard.press('Control+p');
  const input = page.locator('.quick-input-widget input').first();
  await input.fill(name);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
  await page.keyboard.press('Enter');
  await input.waitFor({ state: 'hidden' });
  await page.locator(`.editor-instance[aria-label^="${name}"], .tab.active[aria-label^="${name}"]`).first().waitFor();
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

/** Drops the changes of the editor in front and closes it, and whatever else is open. */
export async function closeEditors(page) {
  await page.keyboard.press('Escape');
  await command(page, 'View: Revert and Close Editor');
  await command(page, 'View: Close All Editors');
  await page.locator('.editor-group-container.empty').first().waitFor();
}

/** Changes the colour theme in the user settings that the server keeps; `kind` is the class of the workbench. */
export async function setTheme(page, name, kind) {
  await command(page, 'Preferences: Color Theme');
  const row = page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first();
  await page.locator('.quick-input-widget input').first().fill(name);
  await row.click();
  await page.waitForSelector(`.monaco-workbench.${kind}`);
}
