// How long the extension's activation takes, as VS Code itself says.
import { command, line, openFile } from '../../test/vscode/host/window.mjs';

/** A line of the table of extensions: its name, `true` for an eager one, and milliseconds. */
const ROW = /^\| (?<name>[\w-]+\.[\w-]+) \| \w+ \| (?<load>\d+) \| (?<call>\d+) \| (?<finish>\d+) \|/;

/**
 * Milliseconds of the activation in a window that was just opened, as "Developer: Startup Performance" has them:
 * `load` to load the code, `call` until activate() returned, their `sum`, which is what the list of running extensions
 * shows, and `finish` until all of it was done: for ours, until the server runs. Those of VS Code's own extensions, which
 * do next to nothing, tell how busy the machine was.
 * @returns {Promise<{ ours: Times, others: Times[] }>}
 */
export async function activationTimes(page) {
  await openFile(page, 'web01.cfg');
  await page.locator('.codelens-decoration').first().waitFor();
  await command(page, 'Developer: Startup Performance');
  // not the editor that was there before
  await line(page, 'System Info').waitFor();
  await page.keyboard.press('Control+f');
  await page.locator('.find-widget.visible').waitFor();
  await page.keyboard.type('| xencfg.xencfg');
  await page.keyboard.press('Enter');
  await line(page, '| xencfg.xencfg').waitFor();
  const texts = await page.locator('.editor-group-container.active .monaco-editor .view-line').allTextContents();
  await page.keyboard.press('Escape');
  await command(page, 'View: Close All Editors');
  const rows = texts.flatMap((text) => {
    const found = ROW.exec(text.replace(/\s+/g, ' '))?.groups;
    if (!found) return [];
    const [load, call, finish] = [Number(found.load), Number(found.call), Number(found.finish)];
    return [{ name: found.name, load, call, sum: load + call, finish }];
  });
  const ours = rows.find(({ name }) => name === 'xencfg.xencfg');
  return { ours, others: rows.filter((row) => row !== ours) };
}
