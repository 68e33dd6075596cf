// npm run bench:check: how long the check of one ordinary file takes in process: read, model, all rules. See README.md.
//   node bench/check.mjs [ROUNDS]
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { quantile } from './lsp/clock.mjs';
import { table } from './lsp/table.mjs';

const root = path.join(import.meta.dirname, '..');
const rounds = Number(process.argv[2] ?? 300);
const outfile = path.join(root, 'out/bench/service.cjs');
mkdirSync(path.dirname(outfile), { recursive: true });
await build({
  absWorkingDir: root,
  entryPoints: ['server/src/service/index.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  define: { 'import.meta.url': '"file:///C:/xencfg"' },
});
const { analyse } = (await import(pathToFileURL(outfile))).default;

const files = ['samples', 'test/fixtures/clean'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.md'))
    .map(({ name }) => ({ name, text: readFileSync(path.join(root, folder, name), 'utf8'), times: [] })),
);

console.log(`${files.length} files, ${rounds} rounds, load ${os.loadavg()[0].toFixed(1)}, Node ${process.version}\n`);
for (let round = -rounds; round < rounds; round++) {
  for (const { name, text, times } of files) {
    const start = process.hrtime.bigint();
    analyse(text, { release: 422, fileName: name });
    if (round >= 0) times.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
}
const medians = files.map(({ times }) => quantile(times, 0.5));
const cells = [0.5, 0.95].map((share) => quantile(medians, share).toFixed(3));
console.log(
  table('Check of one file, milliseconds, each file by its median:', ['middle file', '95th of 100 files'], [cells]),
);
