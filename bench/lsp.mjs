// npm run bench:lsp: our server beside others, each driven over its standard input and output, in one run. See README.md.
//   node bench/lsp.mjs [--quick]
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { editTable, halfTypedTable } from './lsp/edits.mjs';
import { completionTable, featureTable } from './lsp/features.mjs';
import { prepare, servers } from './lsp/servers.mjs';
import { sizeTable } from './lsp/size.mjs';
import { startTable } from './lsp/start.mjs';

if (!existsSync(path.join(import.meta.dirname, 'node_modules/yaml-language-server'))) {
  const { status } = spawnSync('npm', ['ci'], { cwd: import.meta.dirname, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}
const files = await prepare();
const bench = { all: servers(files), files, effort: process.argv.includes('--quick') ? 0.2 : 1 };
const model = /^model name\s*: (.*)$/m.exec(existsSync('/proc/cpuinfo') ? readFileSync('/proc/cpuinfo', 'utf8') : '');
const load = os.loadavg()[0].toFixed(1);
console.log(`${model?.[1] ?? os.arch()}, ${os.cpus().length} cores, load ${load}, Node ${process.version}\n`);
const start = performance.now();
for (const table of [editTable, halfTypedTable, completionTable, featureTable, startTable, sizeTable]) {
  console.log(await table(bench));
  console.log(`Load then: ${os.loadavg()[0].toFixed(1)}\n`);
}
console.log(
  `${((performance.now() - start) / 1000).toFixed(0)} seconds, load ${os.loadavg()[0].toFixed(1)} at the end`,
);
