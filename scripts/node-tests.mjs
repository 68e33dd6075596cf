// Bundles a folder's *.test.ts files and hands them to node's test runner.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.join(import.meta.dirname, '..');

/** Runs the tests of a folder whose file names hold one of `parts` (all when there are none); gives the exit code. */
export async function runTests(folder, parts, options = []) {
  const tests = readdirSync(path.join(root, folder), { recursive: true })
    .filter((name) => name.endsWith('.test.ts') && (parts.length === 0 || parts.some((part) => name.includes(part))))
    .map((name) => path.join(folder, name));
  if (tests.length === 0) {
    console.error(`no test's name in ${folder} holds ${parts.join(' or ')}`);
    return 1;
  }
  // a folder of its own for each run, so that two runs do not disturb one another
  const outdir = path.join(root, 'out', `${path.basename(folder)}-${process.pid}`);
  try {
    await build({
      absWorkingDir: root,
      entryPoints: tests,
      outbase: folder,
      outdir,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      sourcemap: 'inline',
      packages: 'external',
      logLevel: 'warning',
    });
    const files = tests.map((name) => path.join(outdir, path.relative(folder, name).replace(/\.ts$/, '.js')));
    const words = ['--enable-source-maps', '--test', ...options, ...files];
    return spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit' }).status ?? 1;
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
