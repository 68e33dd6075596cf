// Runs the suites one after the other and says at the end how each went: `npm test [-- [SUITE]... [--verbose]]`.
// Installs what they want first. What a suite prints goes to out/logs/SUITE.log, and to the terminal when it fails.
import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDebian, ensureNodes, ensureNpm, ensureOldestVscode, ensureVscode } from './ensure.mjs';
import { run, stopOnSignals } from './processes.mjs';

const root = path.join(import.meta.dirname, '..');
const logs = path.join(root, 'out/logs');

/** Both of node's test reporters: TAP, and the one with signs that newer versions print. */
const NODE_TESTS = { passed: /^(?:#|ℹ) pass (\d+)$/m, failed: /^(?:#|ℹ) (?:fail|cancelled) (\d+)$/gm };

/**
 * In the order in which they run: quick ones first. `passed` and `failed` find how many there were in what a suite prints;
 * one that ran nothing has failed. The type checker fails by itself when it finds no files.
 */
const SUITES = {
  types: { command: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'] },
  lint: { command: ['node_modules/@biomejs/biome/bin/biome', 'check', '.'], passed: /^Checked (\d+) files/m },
  unit: { command: ['scripts/unit.mjs'], ...NODE_TESTS },
  grammar: { command: ['scripts/grammar.mjs'], passed: /^ok: (\d+) assertions/m },
  protocol: { command: ['scripts/protocol.mjs'], ...NODE_TESTS, build: true },
  package: {
    command: ['scripts/nodes.mjs'],
    passed: /^(\d+) passed, \d+ failed$/m,
    failed: /^\d+ passed, (\d+) failed$/m,
  },
  conformance: {
    command: ['scripts/conformance.mjs'],
    passed: /(\d+) (?:inputs in|texts;)/g,
    debian: 'conformance',
  },
  vscode: vscode('node', 'web', 'serverless', 'start'),
  ui: vscode('ui', 'web-ui', 'serverless-ui', 'newcomer', 'translated', 'quiet'),
  oldest: vscode('oldest', 'oldest-web'),
};

/** Minutes after which a suite counts as hanging. */
const LIMIT = 10;

/** A suite of runs in a real VS Code. */
function vscode(...runs) {
  return {
    command: ['scripts/vscode.mjs', ...runs],
    passed: /^(\d+) passed, \d+ failed$/m,
    failed: /^\d+ passed, (\d+) failed$/m,
    debian: 'browser',
  };
}

const { names, verbose } = options();
stopOnSignals(130);
ensureNpm();
if (names.includes('package')) ensureNodes();
if (names.some((name) => SUITES[name].debian === 'browser')) ensureVscode();
if (names.includes('oldest')) ensureOldestVscode();
ensureDebian(names.flatMap((name) => SUITES[name].debian ?? []));
mkdirSync(logs, { recursive: true });

const results = [];
let built = false;
for (const name of names) {
  const suite = SUITES[name];
  if (suite.build && !built) built = (await runSuite('build', { command: ['scripts/build.mjs'] })).ok;
  const result =
    suite.build && !built ? { name, ok: false, seconds: 0, why: 'the build failed' } : await runSuite(name, suite);
  results.push(result);
}

console.log('');
for (const { name, ok, seconds, passed, failed, why } of results) {
  const counts = [passed !== undefined && `${passed} ok`, failed && `${failed} failed`, why].filter(Boolean).join(', ');
  console.log(`${name.padEnd(12)} ${ok ? 'pass' : 'FAIL'} ${seconds.toFixed(1).padStart(7)} s   ${counts}`.trimEnd());
}
const bad = results.filter(({ ok }) => !ok).length;
console.log(`${results.length - bad} passed, ${bad} failed`);
process.exit(bad > 0 ? 1 : 0);

function options() {
  try {
    const { values, positionals } = parseArgs({
      options: { verbose: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const unknown = positionals.find((name) => !Object.hasOwn(SUITES, name));
    if (unknown) throw new Error(`there is no suite ${unknown}`);
    const names = Object.keys(SUITES).filter((name) => positionals.length === 0 || positionals.includes(name));
    return { names, verbose: values.verbose };
  } catch (error) {
    console.error(`${error.message}\nusage: npm test [-- [${Object.keys(SUITES).join('] [')}] [--verbose]]`);
    process.exit(2);
  }
}

/** @returns how it went: ok, seconds, counts where the output has them, and why it failed when that is not plain */
async function runSuite(name, suite) {
  const start = performance.now();
  const log = createWriteStream(path.join(logs, `${name}.log`));
  let output = '';
  const onData = (text) => {
    output += text;
    log.write(text);
    if (verbose) process.stdout.write(text);
  };
  console.log(`${name} ...`);
  const [script, ...args] = suite.command;
  const missing = !existsSync(path.join(root, script));
  const code = missing ? 1 : await run(process.execPath, [script, ...args], { cwd: root, onData, minutes: LIMIT });
  log.end();
  const result = { name, seconds: (performance.now() - start) / 1000, ...counts(suite, output) };
  const why = reason({ missing, code, script, ...result });
  const ok = why === undefined && code === 0;
  if (!ok && !verbose) process.stdout.write(`${output}\n`);
  if (!ok) console.log(`${name} failed${why ? `: ${why}` : ''}`);
  return { ...result, ok, why };
}

function reason({ missing, code, script, passed, failed }) {
  if (missing) return `${script} is missing`;
  if (code === 'late') return `no end after ${LIMIT} minutes`;
  if (passed === 0) return 'nothing was tested';
  if (code === 0 && failed > 0) return 'exit code 0 in spite of failures';
  return undefined;
}

/** Sums of what the suite's patterns find; a pattern that finds nothing counts 0. */
function counts(suite, output) {
  const sum = (pattern) =>
    pattern && [...output.matchAll(new RegExp(pattern, 'gm'))].reduce((total, [, n]) => total + Number(n), 0);
  return { passed: sum(suite.passed), failed: sum(suite.failed) };
}
