// Compares Xencfg with the real libxlutil of this machine on named cases and on generated inputs.
//   node scripts/conformance.mjs [--count N] [--seed S] [--only text,disk] [--counters] [--workers N]
//   node scripts/conformance.mjs --xl [--count N] [--seed S] [--builds 4.17,4.20] [--all]
//                                       the model beside the real xl of several releases; also part of a run without arguments
//   node scripts/conformance.mjs --defaults [--count N] [--seed S] [--builds 4.17,4.20] [--all]
//                                       what libxl fills in and refuses after xl, against the real one; part of --xl
//   node scripts/conformance.mjs --keys [--count N] what is said of keys that xl does not read, against those it asks for; likewise
//   node scripts/conformance.mjs --python [--count N] [--seed S]   the evaluator beside the real Python 2.7; likewise
//   node scripts/conformance.mjs --fixes           what fixes promise, against the real xl; also part of a run without arguments
// --record writes the library's answers into the named cases.
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { unpackPython } from './python-release.mjs';
import { buildReleases } from './xen-releases.mjs';

const root = path.join(import.meta.dirname, '..');
const sources = path.join(root, 'test/conformance/oracle');
const programs = path.join(root, 'out/oracle');
const XL = '/usr/lib/xen-4.17/bin/xl';

const WARNINGS = ['-O2', '-Wall', '-Wno-unused', '-Wno-clobbered'];
const LIBRARIES = ['-rdynamic', '-lxlutil', '-lxenlight'];
const PROGRAMS = [
  { name: 'cfgdump', from: ['cfgdump.c', 'jsonout.h', 'libtrap.h'], flags: LIBRARIES },
  { name: 'specdump', from: ['specdump.c', 'jsonout.h', 'libtrap.h'], flags: LIBRARIES },
  { name: 'xldry.so', from: ['xldry.c', 'jsonout.h'], flags: ['-shared', '-fPIC', '-ldl'] },
];

function fail(message) {
  console.error(`conformance: ${message}`);
  process.exit(2);
}

function changed(file) {
  return existsSync(file) ? statSync(file).mtimeMs : 0;
}

/** Builds the programs around the real library that are older than their sources. */
function buildOracle() {
  if (!existsSync('/usr/include/libxlutil.h') || !existsSync(XL) || spawnSync('gcc', ['--version']).error) {
    fail(
      'the real libxlutil and xl are not installed. As root:\n' +
        '  apt-get install --no-install-recommends libxen-dev xen-utils-4.17 gcc pkg-config libc6-dev',
    );
  }
  mkdirSync(programs, { recursive: true });
  for (const { name, from, flags } of PROGRAMS) {
    const program = path.join(programs, name);
    if (from.every((file) => changed(path.join(sources, file)) < changed(program))) continue;
    const run = spawnSync('gcc', [...WARNINGS, '-o', program, path.join(sources, from[0]), ...flags], {
      stdio: 'inherit',
    });
    if (run.status !== 0) fail(`gcc cannot build ${name}`);
  }
  copyFileSync(path.join(sources, 'xl-dry'), path.join(programs, 'xl-dry'));
  chmodSync(path.join(programs, 'xl-dry'), 0o755);
  try {
    buildReleases(
      programs,
      ['xldry.c', 'jsonout.h'].map((name) => path.join(sources, name)),
    );
    unpackPython(programs);
  } catch (error) {
    fail(`other releases of xl, or Python 2.7, are missing: ${error.message}`);
  }
}

buildOracle();
const args = process.argv.slice(2);
const coverage = path.join(root, 'out/conformance/coverage');
const XL_SUITES = ['xl-main', 'xl-defaults', 'xl-blocks'];
const NAMES = { '--fixes': 'fixes', '--keys': 'keys', '--python': 'python-main', '--defaults': 'xl-defaults' };
const chosen = Object.keys(NAMES)
  .filter((name) => args.includes(name))
  .map((name) => NAMES[name]);
const entries = args.includes('--xl') ? XL_SUITES : chosen.length > 0 ? chosen : ['main'];
if (args.length === 0) entries.push('fixes', 'keys', 'python-main', ...XL_SUITES);

// all bundles first: a suite may run for hours, and what builds the next one would have to wait for it
await build({
  absWorkingDir: root,
  entryPoints: entries.map((entry) => `test/conformance/${entry}.ts`),
  outdir: path.join(root, 'out/conformance'),
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  packages: 'external',
  logLevel: 'warning',
});

/** Runs one of the suites; gives its exit status. */
function suite(entry) {
  const outfile = path.join(root, `out/conformance/${entry}.mjs`);
  const command = ['--enable-source-maps', outfile, '--root', root, ...args];
  const env = { ...process.env };
  if (entry === 'xl-main') rmSync(coverage, { recursive: true, force: true });
  if (entries.includes('xl-blocks') && entry !== 'xl-blocks') env.NODE_V8_COVERAGE = coverage;
  if (entry === 'xl-blocks') command.push('--coverage', coverage);
  return spawnSync(process.execPath, command, { stdio: 'inherit', env }).status ?? 1;
}

let status = 0;
for (const entry of entries) status = Math.max(status, suite(entry));
process.exit(status);
