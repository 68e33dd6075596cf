// Packs the command line as `npm pack` does, installs it without a network into an empty folder, and runs it there with
// npx on each Node of test/nodes: `node scripts/nodes.mjs`. Measures what the extension has of JavaScript, too.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildEmpty } from './empty.mjs';
import { ensureNodes } from './ensure.mjs';
import { tooLarge } from './size.mjs';
import { fileNames } from './tarball.mjs';

const root = path.join(import.meta.dirname, '..');
const nodes = path.join(root, 'test/nodes/node_modules');

/** All that may be in the package. */
const WANTED =
  /^package\/(dist\/(xencfg|program|server|python)\.js|dist\/(schema|texts)\.json|dist\/[\w-]+\.wasm|man\/xencfg\.1|schemas\/[\w.]+\.json|package\.json|README\.md|CHANGELOG\.md|LICENSE)$/;

const CONFIG = "name = 'web'\nkernel = '/boot/vmlinuz'\nbuilder = 'linux'\nmemory = 64 * 2\n";

let passed = 0;
const failures = [];

function check(what, good, more = '') {
  if (good) passed++;
  else failures.push(`${what}\n${more}`);
}

function run(program, args, cwd, env = {}) {
  return spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    // what npm itself warns of, such as settings of this machine, is not the program's to answer for
    env: { ...process.env, npm_config_update_notifier: 'false', npm_config_loglevel: 'error', ...env },
  });
}

/** Runs the installed package the way a person does. */
function tryOn(version, bin, folder) {
  const env = { PATH: `${bin}${path.delimiter}${process.env.PATH}`, HOME: folder, XDG_CACHE_HOME: '' };
  const npx = (...words) => run('npx', ['--offline', '--no', 'xencfg', ...words], folder, env);
  check(`${version}: which Node`, run('node', ['--version'], folder, env).stdout.startsWith(`v${version}.`));
  // the second time with the compiled program of the first
  for (const turn of ['first', 'second']) {
    const { status, stdout, stderr } = npx('check', '--format', 'json', 'web.cfg');
    const verdict = status === 1 ? JSON.parse(stdout).files[0].verdict : undefined;
    check(`${version}: check, ${turn} time`, verdict === 'refused' && stderr === '', `${status}\n${stdout}${stderr}`);
  }
  const converted = npx('convert', 'web.cfg');
  const good = converted.status === 0 && /memory = 128\n/.test(converted.stdout) && converted.stderr === '';
  check(`${version}: convert`, good, converted.stdout + converted.stderr);
  const many = npx('check', '-q', '--jobs', '2', 'many');
  check(
    `${version}: threads`,
    many.status === 0 && many.stdout === '' && many.stderr === '',
    many.stdout + many.stderr,
  );
  const kept = readdirSync(path.join(folder, '.cache/xencfg')).sort();
  check(`${version}: compiled program`, String(kept) === 'check.v8,convert.v8', String(kept));
}

ensureNodes();
const folder = mkdtempSync(path.join(tmpdir(), 'xencfg-npm-'));
try {
  const stage = path.join(folder, 'stage');
  // of a build of its own, so that the dist/ of somebody who is at work stays
  mkdirSync(stage);
  const built = run(process.execPath, ['scripts/build.mjs', '--minify', '--out', path.join(stage, 'dist')], root);
  check('build', built.status === 0, built.stderr);
  const large = tooLarge(path.join(stage, 'dist'), await buildEmpty(stage));
  check('the JavaScript of the extension', large.length === 0, large.join('\n'));
  for (const name of ['package.json', '.npmignore', 'README.md', 'CHANGELOG.md', 'LICENSE', 'man', 'schemas']) {
    cpSync(path.join(root, name), path.join(stage, name), { recursive: true });
  }
  const packed = run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], stage);
  const tarball = path.join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? 'none');
  check('npm pack', packed.status === 0, packed.stderr);
  for (const name of fileNames(tarball)) check(`${name} belongs into the package`, WANTED.test(name));
  const site = path.join(folder, 'site');
  mkdirSync(path.join(site, 'many'), { recursive: true });
  writeFileSync(path.join(site, 'package.json'), '{}');
  writeFileSync(path.join(site, 'web.cfg'), CONFIG);
  for (let i = 0; i < 300; i++) {
    writeFileSync(path.join(site, `many/g${i}.cfg`), `name = 'g${i}'\nkernel = '/boot/vmlinuz'\ntype = 'pv'\n`);
  }
  const installed = run('npm', ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', tarball], site);
  check('npm install --offline', installed.status === 0, installed.stderr);
  const manifest = JSON.parse(readFileSync(path.join(site, 'node_modules/xencfg/package.json'), 'utf8'));
  check('no dependency at run time', manifest.dependencies === undefined);
  check(
    'nothing but the package is installed',
    String(readdirSync(path.join(site, 'node_modules')).filter((name) => !name.startsWith('.'))) === 'xencfg',
  );
  for (const version of [20, 22, 24]) {
    rmSync(path.join(site, '.cache'), { recursive: true, force: true });
    tryOn(version, path.join(nodes, `node-${version}-${process.arch}`, 'bin'), site);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const failure of failures) console.error(`not ok: ${failure}`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length > 0 ? 1 : 0;
