// Tests the TextMate grammars: the assertions in test/grammar/, and the scopes of every sample against
// test/grammar/snapshots/. Exit status 1 when one differs.
//   node scripts/grammar.mjs [--update]     --update rewrites the snapshots
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const require = createRequire(import.meta.url);
const update = process.argv.includes('--update');
const snapshots = path.join(root, 'test/grammar/snapshots');
const work = path.join(root, 'out/grammar');

/** Runs one of vscode-tmgrammar-test's two programs over a glob pattern, with package.json's grammar; false when a test failed. */
function run(program, pattern, ...options) {
  const file = require.resolve(`vscode-tmgrammar-test/dist/${program}.js`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...options, pattern], {
    cwd: root,
    encoding: 'utf8',
    timeout: 120_000,
  });
  if (status !== 0) process.stdout.write(stdout + stderr);
  return status === 0;
}

/** That every scope of the assertions exists: one that does not makes `- SCOPE` hold for ever. */
function checkNames() {
  const grammars = list(path.join(root, 'syntaxes'), /\.json$/).map((file) =>
    readFileSync(path.join(root, 'syntaxes', file), 'utf8'),
  );
  const names = grammars.flatMap((grammar) => [...grammar.matchAll(/"name": "([^"]+)"/g)]);
  const known = new Set(names.flatMap(([, scopes]) => scopes.split(' ')));
  const wrong = assertions.flatMap(({ file, scopes }) =>
    scopes
      .split(/\s+/)
      .filter((scope, at, all) => (scope === '-' ? all.indexOf('-') < at : scope !== '' && !known.has(scope)))
      .map((scope) => `${file}: ${scope === '-' ? 'two groups of exclusions' : 'no such scope'}: ${scopes}`),
  );
  for (const message of wrong) console.log(message);
  return wrong.length === 0;
}

/** Paths of the files below a folder whose name matches, relative to it and sorted. */
function list(folder, name) {
  return readdirSync(folder, { recursive: true })
    .filter((file) => name.test(file))
    .sort();
}

const cases = list(path.join(root, 'test/grammar'), /^[^/\\]+\.(?:cfg|sxp)$/);
const assertions = cases.flatMap((file) =>
  [...readFileSync(path.join(root, 'test/grammar', file), 'utf8').matchAll(/^#\s*(?:\^+|<[~-]+)\s(.*)/gm)].map(
    ([, scopes]) => ({ file, scopes }),
  ),
);
let ok = checkNames();
ok = run('unit', 'test/grammar/*.{cfg,sxp}') && ok;

// The program keeps a snapshot beside its source, and accepts a file that has none: both are mended here.
rmSync(work, { recursive: true, force: true });
mkdirSync(snapshots, { recursive: true });
cpSync(path.join(root, 'samples'), work, { recursive: true });
if (!update) cpSync(snapshots, work, { recursive: true });
const samples = list(work, /\.(?:cfg|xl|xm)$/);
const kept = list(snapshots, /\.snap$/);
if (!update) {
  const wanted = samples.map((file) => `${file}.snap`);
  for (const file of wanted.filter((name) => !kept.includes(name))) {
    console.log(`test/grammar/snapshots/${file} is missing: look at the sample's colours, then run with --update`);
    ok = false;
  }
  for (const file of kept.filter((name) => !wanted.includes(name))) {
    console.log(`test/grammar/snapshots/${file} belongs to no sample`);
    ok = false;
  }
}
ok = run('snapshot', 'out/grammar/**/*.{cfg,xl,xm}', '--scope', 'source.xen-cfg') && ok;
if (update) {
  rmSync(snapshots, { recursive: true, force: true });
  for (const file of list(work, /\.snap$/)) cpSync(path.join(work, file), path.join(snapshots, file));
}

const count = `${assertions.length} assertions in ${cases.length} files, ${samples.length} snapshots`;
console.log(ok ? `ok: ${count}` : `failed, out of ${count}`);
process.exit(ok && assertions.length > 0 && samples.length > 0 ? 0 : 1);
