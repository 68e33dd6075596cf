import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { NOT_REACHED } from './xl/not-reached';

/** The code of which every block has to be run by the comparison with xl: then each of its messages has occurred. */
const MODULES = /^server\/src\/(model|syntax\/specs)\//;

const { values } = parseArgs({
  options: { root: { type: 'string' }, coverage: { type: 'string' } },
  strict: false,
});
const root = String(values.root);

interface ScriptCoverage {
  readonly url: string;
  readonly functions: readonly {
    readonly ranges: readonly { readonly startOffset: number; readonly endOffset: number; readonly count: number }[];
  }[];
}

/** What V8 counted in the bundle of the comparison, one process at a time. */
function readCoverage(): ScriptCoverage[] {
  const folder = String(values.coverage);
  return readdirSync(folder).flatMap((name) => {
    const { result } = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as { result: ScriptCoverage[] };
    return result.filter(({ url }) => url.endsWith('/xl-main.mjs'));
  });
}

/** For each character whether it was run: inner ranges come after those around them. */
function reached(length: number, { functions }: ScriptCoverage): Uint8Array {
  const found = new Uint8Array(length).fill(1);
  for (const { ranges } of functions)
    for (const { startOffset, endOffset, count } of ranges) found.fill(count > 0 ? 1 : 0, startOffset, endOffset);
  return found;
}

const bundle = readFileSync(path.join(root, 'out/conformance/xl-main.mjs'), 'utf8');
const covered = readCoverage().map((script) => reached(bundle.length, script));
if (covered.length === 0) throw new Error('no coverage of the comparison with xl');

let blocks = 0;
const missing: string[] = [];
const used = new Set<(typeof NOT_REACHED)[number]>();
let module = '';
let at = 0;
let open: { text: string } | undefined;
for (const line of bundle.split('\n')) {
  const heading = /^\/\/ (\S+\.ts)$/.exec(line);
  if (heading) module = heading[1]!;
  if (MODULES.test(module) && !heading && line.trim() !== '') {
    blocks++;
    // what is not reached of the line, if it is more than its brackets
    const left = [...line]
      .filter((_, i) => covered.every((found) => found[at + i] === 0))
      .join('')
      .trim();
    if (/\w/.test(left)) {
      if (!open) {
        open = { text: left };
        note(module, left);
      }
    } else open = undefined;
  } else open = undefined;
  at += line.length + 1;
}

function note(file: string, text: string): void {
  const known = NOT_REACHED.find((entry) => file.endsWith(entry.file) && text.includes(entry.text));
  if (known) used.add(known);
  else missing.push(`${file}: ${text.slice(0, 110)}`);
}

console.log(`xl model: ${blocks} lines, ${missing.length} places never reached, ${used.size} left out with a reason`);
for (const place of missing) console.log(`  NEVER REACHED: ${place}`);
for (const { file, text } of NOT_REACHED.filter((entry) => !used.has(entry))) {
  console.log(`  REACHED AFTER ALL, or gone: ${file}: ${text}`);
}
process.exitCode = missing.length === 0 && used.size === NOT_REACHED.length ? 0 : 1;
