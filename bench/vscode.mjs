// npm run bench:vscode: the extension in a real VS Code: how long its activation takes. See README.md.
//   node bench/vscode.mjs [--quick]
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

const root = path.join(import.meta.dirname, '..');
const quick = process.argv.includes('--quick');
const STARTS = quick ? 2 : 5;

const vsix = await makePackage(path.join(root, 'out/xencfg.vsix'));
console.log(`${os.cpus()[0]?.model ?? os.arch()}, ${os.cpus().length} cores, load ${os.loadavg()[0].toFixed(1)}\n`);

await withVSCode({ vsix, where: 'node' }, async ({ page, url }) => {
  const activations = [];
  for (let start = 0; start < STARTS; start++) {
    await page.goto(url);
    await ready(page);
    await openFile(page, 'web01.cfg');
    activations.push(await activation(page));
  }
  console.log('|  | middle | 95 of 100 | most |\n| --- | --: | --: | --: |');
  console.log(row('activation', activations));
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

function row(name, times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part) => `${Math.round(sorted[Math.min(sorted.length - 1, Math.floor((sorted.length - 1) * part))])} ms`;
  return `| ${name} | ${at(0.5)} | ${at(0.95)} | ${at(1)} |`;
}
