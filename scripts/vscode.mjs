// Runs the VS Code suite against the packaged extension.
//   node scripts/vscode.mjs [RUN]... [--verbose] [--vsix FILE] [--only TEXT]
// Runs: node, web, serverless, ui, web-ui, serverless-ui, newcomer, translated, quiet, start, oldest, oldest-web.
// Without names all of them run but those in the oldest VS Code; --only: those tests whose titles hold the text.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDebian, ensureNpm, ensureOldestVscode, ensureVscode } from './ensure.mjs';
import { stopOnSignals } from './processes.mjs';

const root = path.join(import.meta.dirname, '..');
const { values: options, positionals } = parseArgs({
  options: {
    verbose: { type: 'boolean', default: false },
    vsix: { type: 'string' },
    only: { type: 'string', default: '' },
  },
  allowPositionals: true,
});

ensureNpm();
ensureVscode();
if (positionals.some(isOldest)) ensureOldestVscode();
ensureDebian(['browser']);
// Only now: these import npm packages.
const { makePackage } = await import('./package.mjs');
const { buildSuite } = await import('../test/vscode/build.mjs');
const { runInNode, runInOldest, runInOldestWeb, runInWeb, runServerless } = await import('../test/vscode/api.mjs');
const { runServerlessUi, runUi, runWebUi } = await import('../test/vscode/ui.mjs');
const { runNewcomer } = await import('../test/vscode/newcomer.mjs');
const { runQuiet } = await import('../test/vscode/quiet.mjs');
const { runStart } = await import('../test/vscode/start.mjs');
const { runTranslated } = await import('../test/vscode/translated.mjs');

/** In this order: `start` makes a build that is not minified. */
const RUNS = {
  node: runInNode,
  web: runInWeb,
  serverless: runServerless,
  ui: runUi,
  'web-ui': runWebUi,
  'serverless-ui': runServerlessUi,
  newcomer: runNewcomer,
  translated: runTranslated,
  quiet: runQuiet,
  start: runStart,
  oldest: runInOldest,
  'oldest-web': runInOldestWeb,
};
const names = positionals.length > 0 ? positionals : Object.keys(RUNS).filter((name) => !isOldest(name));
const unknown = names.find((name) => !Object.hasOwn(RUNS, name));
if (unknown) {
  console.error(`unknown run ${unknown}: one of ${Object.keys(RUNS).join(', ')}`);
  process.exit(2);
}

stopOnSignals(130);
mkdirSync(path.join(root, 'out/screenshots'), { recursive: true });
const vsix = options.vsix ? path.resolve(options.vsix) : await makePackage(path.join(root, 'out/xencfg.vsix'));
const suite = await buildSuite(options.only);

let passed = 0;
let failed = 0;
for (const name of names) {
  const start = performance.now();
  console.log(`${name}:`);
  const problems = await runOnce(name);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  for (const problem of problems) console.log(`  FAIL ${name}: ${problem}`);
  console.log(`${name}: ${problems.length > 0 ? 'failed' : 'passed'} in ${seconds} s\n`);
  failed += problems.length;
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

function isOldest(name) {
  return name.startsWith('oldest');
}

/** @returns what went wrong beside the passed tests, which it counts */
async function runOnce(name) {
  try {
    const { tests, code, unmet } = await RUNS[name]({ vsix, suite, verbose: options.verbose, only: options.only });
    const good = tests.filter(({ state }) => state === 'passed');
    passed += good.length;
    const bad = tests.filter(({ state }) => state !== 'passed').map(({ title, state }) => `${title} (${state})`);
    if (good.length === 0) bad.push('no test passed');
    if (code !== 0 && code !== 1) bad.push(`VS Code ended the run with: ${code}`);
    return [...bad, ...unmet];
  } catch (error) {
    return [String(error?.stack ?? error)];
  }
}
