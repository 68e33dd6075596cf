// How long the extension's activation takes, as VS Code itself says.
import { command, line, openFile } from '../../test/vscode/host/window.mjs';

/**
 * Milliseconds of the activation in a window that was just opened, as "Developer: Startup Performance" has them:
 * `load` to load the code, `call` until activate() returned; their `sum` is what the list of running extensions shows.
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
  const found = line(page, '| xencfg.xencfg');
  await found.waitFor();
  const [, , , load, call] = (await found.textContent()).split('|').map((cell) => cell.trim());
  await page.keyboard.press('Escape');
  await command(page, 'View: Close All Editors');
  return { load: Number(load), call: Number(call), sum: Number(load) + Number(call) };
}
