// What a contestant of ours costs per line in texts of several lengths, in a process of its own, so that no other's garbage
// is counted (warmed up on each text): microseconds of processor time for 1,000 lines, as JSON.
//   node growth.mjs ROOT SYNTAX CONTESTANT KIND MILLISECONDS LINES...
import { pathToFileURL } from 'node:url';
import { ours } from './contestants.mjs';
import { LONG_TEXTS } from './corpus.mjs';
import { median, turnInNode } from './measure.mjs';

const [root, syntax, contestant, kind, milliseconds, ...lengths] = process.argv.slice(2);
const read = ours(await import(pathToFileURL(syntax)))[contestant];
const costs = lengths.map(Number).map((lines) => {
  const texts = [LONG_TEXTS[kind](root, lines)];
  turnInNode(read, texts, 4 * Number(milliseconds));
  const turns = Array.from({ length: 7 }, () => turnInNode(read, texts, Number(milliseconds)));
  return median(turns).cpu / lines;
});
console.log(JSON.stringify(costs));
