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
const { analyse, CleanItems } = (await import(pathToFileURL(outfile))).default;

const files = ['samples', 'test/fixtures/clean'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.md'))
    .map(({ name }) => ({ name, text: readFileSync(path.join(root, folder, name), 'utf8'), times: [] })),
);

/** Ways to check: each file as if it were the first one, and as an editor does that checks it again and again. */
const WAYS = { once: () => ({}), again: (memory) => ({ clean: memory }) };

console.log(`${files.length} files, ${rounds} rounds, load ${os.loadavg()[0].toFixed(1)}, Node ${process.version}\n`);
const rows = Object.entries(WAYS).map(([way, options]) => {
  const memory = new CleanItems();
  for (let round = -rounds; round < rounds; round++) {
    for (const { name, text, times } of files) {
      const start = process.hrtime.bigint();
      analyse(text, { release: 422, fileName: name, ...options(memory) });
      if (round >= 0) times.push(Number(process.hrtime.bigint() - start) / 1e6);
    }
  }
  const medians = files.map(({ times }) => quantile(times.splice(0), 0.5));
  return [way, quantile(medians, 0.5), quantile(medians, 0.95)].map((cell) =>
    typeof cell === 'number' ? cell.toFixed(3) : cell,
  );
});
console.log(
  table('Check of one file, milliseconds, each file by its median:', ['', 'middle file', '95th of 100 files'], rows),
);
