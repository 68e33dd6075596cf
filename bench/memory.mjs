// How much memory one reading takes. Run by parse.mjs in a process of its own whose young generation is so large that
// nothing is collected meanwhile: what has been allocated in all is then an upper bound of the peak.
//   node --expose-gc --min-semi-space-size=1024 --max-semi-space-size=1024 memory.mjs SYNTAX CONTESTANT FILE
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { ours, sink } from './contestants.mjs';

const [syntax, contestant, file] = process.argv.slice(2);
const read = ours(await import(pathToFileURL(syntax)))[contestant];
const text = readFileSync(file, 'latin1');
const warm = text.slice(0, text.indexOf('\n', 20_000) + 1);
for (let i = 0; i < 300; i++) sink.last = read(warm);
sink.last = undefined;

/** Memory of buffers is given back some time after they have been collected. */
async function collect() {
  for (let i = 0; i < 3; i++) {
    globalThis.gc();
    await setTimeout(50);
  }
}

function inUse() {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

await collect();
const before = inUse();
sink.last = read(text);
const allocated = inUse() - before;
await collect();
const kept = inUse() - before;
console.log(JSON.stringify({ allocated: allocated / text.length, kept: kept / text.length }));
