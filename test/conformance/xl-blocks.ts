import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { NOT_REACHED } from './xl/not-reached';

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

/** The code whose messages have to occur, every one, in the comparison with xl or the cases of other releases, by suite. */
const SUITES: Readonly<Record<string, RegExp>> = {
  'xl-main': /^server\/src\/(?:model\/(?!defaults\/)|syntax\/specs\/)/,
  'xl-defaults': /^server\/src\/model\/defaults\//,
};

/** What V8 counted in each suite's bundle, one process at a time. */
function readCoverage(): Map<string, ScriptCoverage[]> {
  const folder = String(values.coverage);
  const found = new Map(Object.keys(SUITES).map((suite) => [suite, [] as ScriptCoverage[]]));
  for (const name of readdirSync(folder)) {
    const { result } = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as { result: ScriptCoverage[] };
    for (const script of result) found.get(path.basename(script.url, '.mjs'))?.push(script);
  }
  return found;
}

/** For each character whether it was run: inner ranges come after those around them. */
function reached(length: number, { functions }: ScriptCoverage): Uint8Array {
  const found = new Uint8Array(length).fill(1);
  for (const { ranges } of functions)
    for (const { startOffset, endOffset, count } of ranges) found.fill(count > 0 ? 1 : 0, startOffset, endOffset);
  return found;
}

/** A line of code that says something in xl's name, or ends the guest. */
const SAYS = /\b(?:warn|note|say|refuse|crash|problem|error|fail|#say|#refuse|#error|#fail)\(/;

let lines = 0;
const missing: string[] = [];
const used = new Set<(typeof NOT_REACHED)[number]>();

/** Looks for the places of a suite's bundle that say something and were never reached. */
function search(suite: string, scripts: readonly ScriptCoverage[]): void {
  const bundle = readFileSync(path.join(root, `out/conformance/${suite}.mjs`), 'utf8');
  const covered = scripts.map((script) => reached(bundle.length, script));
  let module = '';
  let at = 0;
  for (const line of bundle.split('\n')) {
    const start = at;
    at += line.length + 1;
    const heading = /^\/\/ (\S+\.ts)$/.exec(line);
    if (heading) module = heading[1]!;
    const says = SAYS.exec(line);
    if (!SUITES[suite]!.test(module) || !says) continue;
    lines++;
    if (covered.some((found) => found[start + says.index] === 1)) continue;
    const known = NOT_REACHED.find(({ file, text }) => module.endsWith(file) && line.includes(text));
    if (known) used.add(known);
    else missing.push(`${module}: ${line.trim().slice(0, 120)}`);
  }
}

for (const [suite, scripts] of readCoverage()) {
  if (scripts.length === 0) throw new Error(`no coverage of ${suite}`);
  search(suite, scripts);
}

console.log(
  `xl model: ${lines} places that say something, ${missing.length} never reached, ${used.size} left out with a reason`,
);
for (const place of missing) console.log(`  NEVER REACHED: ${place}`);
for (const { file, text } of NOT_REACHED.filter((entry) => !used.has(entry))) {
  console.log(`  REACHED AFTER ALL, or gone: ${file}: ${text}`);
}
process.exitCode = missing.length === 0 && used.size === NOT_REACHED.length ? 0 : 1;
