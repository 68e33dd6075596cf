// Installs what is missing and nothing else, with node's own modules alone (a clean clone has no packages yet).
//   node scripts/ensure.mjs [npm] [nodes] [vscode] [oldest] [browser] [conformance]     without names: everything
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findProgram } from './programs.mjs';

const root = path.join(import.meta.dirname, '..');
const nodes = path.join(root, 'test/nodes');

/** What a part of the project wants from Debian 12; `instead`: programs that do as well when they are on the PATH. */
const DEBIAN = {
  browser: [{ name: 'chromium', instead: ['chromium', 'chromium-browser', 'google-chrome'] }],
  conformance: [
    { name: 'gcc' },
    { name: 'gcc-aarch64-linux-gnu' },
    { name: 'libc6-dev' },
    { name: 'libc6-dev-arm64-cross' },
    { name: 'libxen-dev' },
    { name: 'pkg-config', instead: ['pkg-config'] },
    { name: 'qemu-user', instead: ['qemu-aarch64'] },
    { name: 'xen-utils-4.17' },
  ],
};

/** The project's own packages, exactly as the lockfile has them. */
export function ensureNpm() {
  if (!matchesLockfile(root)) npm(['ci'], root, 'npm packages');
}

/** The Node versions that the npm package is tried on, below test/nodes/: about 350 MB. */
export function ensureNodes() {
  if (!matchesLockfile(nodes)) npm(['ci'], nodes, 'Node 20, 22 and 24');
}

/** VS Code (code-server with the Node that it wants) and playwright, below test/vscode/: about 800 MB. */
export function ensureVscode() {
  ensureCodeServer(path.join(root, 'test/vscode'), "VS Code (code-server, 800 MB) and its tests' packages");
}

/** The oldest VS Code that is supported, below test/vscode-oldest/: about 500 MB. */
export function ensureOldestVscode() {
  if (!process.version.startsWith('v20.')) ensureNodes();
  ensureCodeServer(path.join(root, 'test/vscode-oldest'), 'the oldest VS Code (code-server, 500 MB)');
}

function ensureCodeServer(folder, what) {
  if (!matchesLockfile(folder)) npm(['ci'], folder, what);
  // VS Code's server is a package inside the package, with a lockfile of its own that `npm ci` does not accept.
  const vscode = path.join(folder, 'node_modules/code-server/lib/vscode');
  const stamp = path.join(vscode, 'node_modules/.installed');
  const shrinkwrap = createHash('sha256')
    .update(readFileSync(path.join(vscode, 'npm-shrinkwrap.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === shrinkwrap) return;
  // packages of the older one disagree about each other's versions
  npm(['install', '--omit=dev', '--no-save', '--legacy-peer-deps'], vscode, "the VS Code server's packages");
  writeFileSync(stamp, shrinkwrap);
}

/**
 * The Debian packages of some parts, all at once: 'browser' (a Chromium for playwright, unless $CHROMIUM names one) and
 * 'conformance' (the Xen programs that we are compared with, and what builds against their libraries).
 */
export function ensureDebian(parts) {
  const installed = (name) =>
    spawnSync('dpkg', ['--status', name], { encoding: 'utf8' }).stdout?.includes('Status: install ok installed');
  const missing = parts
    .filter((part) => part !== 'browser' || process.env.CHROMIUM === undefined)
    .flatMap((part) => DEBIAN[part])
    .filter(({ name, instead = [] }) => !instead.some((program) => findProgram(program)) && !installed(name))
    .map(({ name }) => name);
  if (missing.length === 0) return;
  if (!findProgram('apt-get')) {
    fail(`These Debian packages, or your system's equal of them, are needed: ${missing.join(' ')}`);
  }
  if (process.getuid?.() !== 0) {
    fail(`Debian packages are missing. Install them with:\n\n  sudo apt-get install ${missing.join(' ')}\n`);
  }
  console.log(`Installing Debian packages: ${missing.join(' ')}`);
  const apt = (...args) =>
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=550', '-qq', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  const install = () => apt('install', '-y', '--no-install-recommends', ...missing);
  // The package lists of a fresh machine are empty, those of an old one name versions that are gone.
  if (!install() && !(apt('update') && install())) fail(`apt-get could not install ${missing.join(' ')}`);
}

/** Whether node_modules holds what the lockfile says: npm keeps a copy of what it installed. */
function matchesLockfile(folder) {
  const packages = (file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')).packages;
  if (!existsSync(path.join(folder, 'node_modules/.package-lock.json'))) return false;
  const installed = packages('node_modules/.package-lock.json');
  return Object.entries(packages('package-lock.json')).every(
    ([name, wanted]) => name === '' || wanted.optional || installed[name]?.version === wanted.version,
  );
}

function npm(args, cwd, what) {
  console.log(`Installing ${what} ...`);
  const bin = path.join(root, `test/vscode/node_modules/node-${process.platform}-${process.arch}/bin`);
  const inHost = cwd.startsWith(path.join(root, 'test/vscode/')) && existsSync(bin);
  const done = spawnSync('npm', [...args, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, PATH: inHost ? `${bin}${path.delimiter}${process.env.PATH}` : process.env.PATH },
  });
  if (done.status !== 0) fail(`npm ${args[0]} failed in ${cwd}`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

if (process.argv[1] === import.meta.filename) {
  const parts = ['npm', 'nodes', 'vscode', 'oldest', ...Object.keys(DEBIAN)];
  const names = process.argv.length > 2 ? process.argv.slice(2) : parts;
  const unknown = names.find((name) => !parts.includes(name));
  if (unknown) fail(`unknown part ${unknown}: one of ${parts.join(', ')}`);
  if (names.includes('npm')) ensureNpm();
  if (names.includes('nodes')) ensureNodes();
  if (names.includes('vscode')) ensureVscode();
  if (names.includes('oldest')) ensureOldestVscode();
  ensureDebian(names.filter((name) => name in DEBIAN));
}
