// Talks to the built server (dist/xencfg.js) as editors do: bundles test/protocol/*.test.ts into out/protocol and hands
// them to node's test runner.
//   node scripts/protocol.mjs [PART OF A FILE NAME]...
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.join(import.meta.dirname, '..');
const parts = process.argv.slice(2);
const tests = readdirSync(path.join(root, 'test/protocol')).filter(
  (name) => name.endsWith('.test.ts') && (parts.length === 0 || parts.some((part) => name.includes(part))),
);
if (tests.length === 0) {
  console.error(`no protocol test's name holds ${parts.join(' or ')}`);
  process.exit(1);
}
if (!existsSync(path.join(root, 'dist/xencfg.js'))) {
  console.error('dist/xencfg.js is missing: npm run build');
  process.exit(1);
}

const outdir = path.join(root, 'out/protocol');
rmSync(outdir, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: tests.map((name) => path.join('test/protocol', name)),
  outdir,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  sourcemap: 'inline',
  packages: 'external',
  logLevel: 'warning',
});
const files = tests.map((name) => path.join(outdir, name.replace(/\.ts$/, '.js')));
const options = ['--enable-source-maps', '--test', '--test-concurrency=2', '--test-timeout=300000'];
const run = spawnSync(process.execPath, [...options, ...files], { cwd: root, stdio: 'inherit' });
process.exit(run.status ?? 1);
