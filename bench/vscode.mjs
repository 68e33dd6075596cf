// npm run bench:vscode: the extension in a real VS Code: its activation, and typing. See README.md.
//   node bench/vscode.mjs [--quick]
import os from 'node:os';
import path from 'node:path';
import { ensureDebian, ensureNpm, ensureVscode } from '../scripts/ensure.mjs';
import { quantile } from './lsp/clock.mjs';
import { table } from './lsp/table.mjs';

ensureNpm();
ensureVscode();
ensureDebian(['browser']);
// Only now: these import npm packages.
const { makePackage } = await import('../scripts/package.mjs');
const { withVSCode } = await import('../test/vscode/host/session.mjs');
const { ready } = await import('../test/vscode/host/window.mjs');
const { activationTimes } = await import('./vscode/activation.mjs');
const { typingTimes, watchErrors, writeGuests } = await import('./vscode/typing.mjs');

const root = path.join(import.meta.dirname, '..');
const quick = process.argv.includes('--quick');
const STARTS = quick ? 3 : 9;
const KEYS = quick ? 10 : 40;

/** What is typed into: content (see lsp/content.mjs), lines, and the line that the keys go to. */
const TEXTS = [
  { content: 'one guest', lines: 60, at: 4 },
  { content: 'one guest', lines: 5000, at: 2500 },
  { content: 'guests', lines: 5000, at: 2500 },
];

const vsix = await makePackage(path.join(root, 'out/xencfg.vsix'));
const load = () => os.loadavg()[0].toFixed(1);
console.log(`${os.cpus()[0]?.model ?? os.arch()}, ${os.cpus().length} cores, load ${load()}\n`);
const HEAD = ['', 'p50', 'p95', 'most'];
const row = (name, times) => [name, ...[0.5, 0.95, 1].map((share) => `${Math.round(quantile(times, share))} ms`)];

await withVSCode({ vsix, where: 'node' }, async ({ page, url, profile }) => {
  const folder = path.join(profile.folder, 'workspace');
  const files = TEXTS.map(({ content, lines }) => writeGuests(folder, content, lines));
  await watchErrors(page);
  const starts = [];
  for (let start = 0; start <= STARTS; start++) {
    await page.goto(url);
    await ready(page);
    starts.push(await activationTimes(page));
    // the first one leaves its compiled code to those after it
    if (start === 0) await page.waitForTimeout(10_000);
  }
  const [first, ...later] = starts;
  const rows = ['load', 'call', 'sum', 'finish'].map((part) =>
    row(
      part,
      later.map(({ ours }) => ours[part]),
    ),
  );
  const others = later.flatMap(({ others }) => others.map(({ sum }) => sum));
  rows.push(row("sum of VS Code's own", others));
  console.log(table(`Activation, ${STARTS} starts (the first one ever: ${first.ours.sum} ms):`, HEAD, rows));
  const typed = [];
  for (const [index, { content, lines, at }] of TEXTS.entries()) {
    const times = await typingTimes(page, files[index], at, KEYS);
    typed.push(row(`${content}, ${lines} lines`, times.slice(3)));
  }
  console.log(table(`Key to wavy line, ${KEYS} keys:`, HEAD, typed));
});
console.log(`load ${load()} at the end`);
process.exit(0);
