// Runs the unit tests: bundles test/unit/**/*.test.ts into out/unit and hands them to node's test runner.
//   node scripts/unit.mjs [PART OF A FILE NAME]...
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.join(import.meta.dirname, '..');
const parts = process.argv.slice(2);
const tests = readdirSync(path.join(root, 'test/unit'), { recursive: true })
  .filter((name) => name.endsWith('.test.ts') && (parts.length === 0 || parts.some((part) => name.includes(part))))
  .map((name) => path.join('test/unit', name));
if (tests.length === 0) {
  console.error(`no unit test's name holds ${parts.join(' or ')}`);
  process.exit(1);
}

// a folder of its own for each run, so that two runs do not disturb one another
const outdir = path.join(root, `out/unit/${process.pid}`);
await build({
  absWorkingDir: root,
  entryPoints: tests,
  outbase: 'test/unit',
  outdir,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  sourcemap: 'inline',
  packages: 'external',
  logLevel: 'warning',
});
const files = tests.map((name) => path.join(outdir, path.relative('test/unit', name).replace(/\.ts$/, '.js')));
const run = spawnSync(process.execPath, ['--enable-source-maps', '--test', ...files], { cwd: root, stdio: 'inherit' });
rmSync(outdir, { recursive: true, force: true });
process.exit(run.status ?? 1);
