// npm run bench:vscode: the extension in a real VS Code: how long its activation takes, and how long a mistake takes from
// the key to the screen. See README.md.
//   node bench/vscode.mjs [--quick]
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureDebian, ensureNpm, ensureVscode } from '../scripts/ensure.mjs';

ensureNpm();
ensureVscode();
ensureDebian(['browser']);
// Only now: these import npm packages.
const { makePackage } = await import('../scripts/package.mjs');
const { withVSCode } = await import('../test/vscode/host/session.mjs');
const { command, openFile, ready } = await import('../test/vscode/host/window.mjs');
const { LONG_TEXTS } = await import('./corpus.mjs');

const root = path.join(import.meta.dirname, '..');
const quick = process.argv.includes('--quick');
const KEYS = quick ? 20 : 100;
const STARTS = quick ? 2 : 5;
const LINES = [60, 5000];

const vsix = await makePackage(path.join(root, 'out/xencfg.vsix'));
console.log(`${os.cpus()[0]?.model ?? os.arch()}, ${os.cpus().length} cores, load ${os.loadavg()[0].toFixed(1)}\n`);

await withVSCode({ vsix, where: 'node' }, async ({ page, url }) => {
  const workspace = new URL(url).searchParams.get('folder');
  for (const lines of LINES) {
    writeFileSync(path.join(workspace, `lines-${lines}.xl`), LONG_TEXTS['guest files'](root, lines));
  }
  const activations = [];
  for (let start = 0; start < STARTS; start++) {
    await page.goto(url);
    await ready(page);
    await openFile(page, 'web01.cfg');
    activations.push(await activation(page));
  }
  console.log('|  | middle | 95 of 100 | most |\n| --- | --: | --: | --: |');
  console.log(row('activation', activations));
  for (const lines of LINES) {
    await page.goto(url); // the list of running extensions takes the keys
    await ready(page);
    const times = await typing(page, `lines-${lines}.xl`).catch(async (error) => {
      await page.screenshot({ path: path.join(root, 'out/screenshots/failed-bench.png') });
      throw error;
    });
    console.log(row(`key to squiggle, ${lines.toLocaleString('en')} lines`, times));
  }
});
console.log(`\nload ${os.loadavg()[0].toFixed(1)} at the end`);
process.exit(0);

/** Milliseconds of the activation, as VS Code's own list of running extensions says. */
async function activation(page) {
  await page.locator('.codelens-decoration').first().waitFor();
  await command(page, 'Developer: Show Running Extensions');
  const time = page.locator('.runtime-extensions-editor .extension', { hasText: 'Xencfg' }).locator('.activation-time');
  await time.filter({ hasText: /\d+ms/ }).waitFor();
  const [, milliseconds] = /(\d+)ms/.exec(await time.textContent());
  return Number(milliseconds);
}

/** Milliseconds from a key that misspells a setting to its underline on the screen, many times in the first line of a file. */
async function typing(page, name) {
  await openFile(page, name);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.type('max_event_channels = 1023');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Home');
  await page.waitForFunction(isPlain);
  const times = [];
  for (let key = 0; key < KEYS; key++) {
    const time = page.evaluate(watchNextUnderline);
    await page.keyboard.press('x');
    times.push(await time);
    await page.keyboard.press('Backspace');
    await page.waitForFunction(isPlain);
    await page.waitForTimeout(60);
  }
  return times;
}

/** Runs in the page: true while nothing is underlined in the line of the cursor. */
function isPlain() {
  const editor = document.querySelector('.editor-group-container.active .editor-instance .monaco-editor');
  const { top } = editor.querySelector('.cursor').getBoundingClientRect();
  const underlines = [...editor.querySelectorAll('.view-overlays [class*="squiggly"]')];
  return !underlines.some((underline) => Math.abs(underline.getBoundingClientRect().top - top) < 8);
}

/** Runs in the page: resolves with the time between the next key and the frame that shows its underline. */
function watchNextUnderline() {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('no underline within 20 s')), 20_000);
    const isUnderlined = () => {
      const editor = document.querySelector('.editor-group-container.active .editor-instance .monaco-editor');
      const { top } = editor.querySelector('.cursor').getBoundingClientRect();
      const underlines = [...editor.querySelectorAll('.view-overlays [class*="squiggly"]')];
      return underlines.some((underline) => Math.abs(underline.getBoundingClientRect().top - top) < 8);
    };
    const onKey = (event) => {
      if (event.key !== 'x') return;
      const start = performance.now();
      document.removeEventListener('keydown', onKey, true);
      const look = () => {
        if (isUnderlined()) {
          clearTimeout(late);
          resolve(performance.now() - start);
        } else requestAnimationFrame(look);
      };
      look();
    };
    document.addEventListener('keydown', onKey, true);
  });
}

function row(name, times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part) => `${Math.round(sorted[Math.min(sorted.length - 1, Math.floor((sorted.length - 1) * part))])} ms`;
  return `| ${name} | ${at(0.5)} | ${at(0.95)} | ${at(1)} |`;
}
