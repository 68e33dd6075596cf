// npm run bench:parse: how fast we read, beside the real libxlutil and two JSON parsers, in one run. See README.md.
//   node bench/parse.mjs [--quick]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { asJson, guestFilesBySize, LONG_TEXTS } from './corpus.mjs';

const root = path.join(import.meta.dirname, '..');
const out = path.join(root, 'out/bench');
const quick = process.argv.includes('--quick');
const LINES = [1000, 4000, 16_000, 64_000];
/** Room for the results to be young: with less, what grows in long texts is the cost of moving them. */
const SERVER_FLAGS = ['--max-semi-space-size=64'];
/** libxlutil is quadratic in +=, in time and for texts in memory too: longer ones are left out. */
const LIBXLUTIL_LINES = { 'guest files': 64_000, 'lists by +=': 64_000, 'texts by +=': 4000 };

function run(program, args, options = {}) {
  const done = spawnSync(program, args, { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8', ...options });
  if (done.status !== 0) throw new Error(`${program} ${args.join(' ')} failed`);
  return done.stdout;
}

async function prepare() {
  mkdirSync(out, { recursive: true });
  const bench = import.meta.dirname;
  if (!existsSync(path.join(bench, 'node_modules'))) run('npm', ['ci'], { cwd: bench });
  const program = path.join(out, 'libxlutil');
  run('gcc', ['-O2', '-Wall', '-o', program, path.join(bench, 'libxlutil.c'), '-lxlutil', '-lxenlight']);
  const syntax = path.join(out, 'syntax.mjs');
  await build({
    absWorkingDir: root,
    stdin: {
      contents: "export { readSettings } from './reading'; export { parse } from './tree';",
      resolveDir: path.join(root, 'server/src/syntax'),
    },
    outfile: syntax,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
  });
  return { program, syntax };
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  console.log([line(head), line(head.map((_, i) => (i === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n'));
  console.log();
}

/** A text as a file, for libxlutil. */
function saved(name, text) {
  const file = path.join(out, name);
  writeFileSync(file, text);
  return file;
}

function guestFileTable({ program, own, json, readSettings }) {
  const guests = guestFilesBySize(root);
  const texts = guests.map((parts) => parts.join(''));
  const jsonTexts = guests.map((parts) => asJson(readSettings, parts));
  const files = texts.map((text, i) => saved(`guest-${i}.cfg`, text));
  const size = (all) => all.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const contestants = [
    ...Object.entries(own).map(([name, read]) => ({
      name,
      bytes: size(texts),
      turn: (ms) => turnInNode(read, texts, ms),
    })),
    { name: 'libxlutil', bytes: size(texts), turn: (ms) => turnOfLibxlutil(program, files, ms) },
    ...Object.entries(json).map(([name, read]) => ({
      name,
      bytes: size(jsonTexts),
      turn: (ms) => turnInNode(read, jsonTexts, ms),
    })),
  ];
  for (const { turn } of contestants) turn(quick ? 200 : 1000);
  const turns = contestants.map(() => []);
  for (let i = 0; i < (quick ? 5 : 15); i++)
    for (const [k, { turn }] of contestants.entries()) turns[k].push(turn(quick ? 60 : 150));
  const best = turns.map(median);
  const library = best[contestants.findIndex(({ name }) => name === 'libxlutil')];
  console.log(`Guest files of 1 to 10 KB, ${texts.length} files, ${size(texts)} bytes (as JSON ${size(jsonTexts)}):\n`);
  table(
    ['', 'MB/s', 'MB/s by the clock', 'time for all', 'against libxlutil'],
    contestants.map(({ name, bytes }, k) => [
      name,
      ((bytes / best[k].cpu) * 1000).toFixed(0),
      ((bytes / best[k].wall) * 1000).toFixed(0),
      `${(best[k].cpu / 1000).toFixed(0)} µs`,
      `${(library.cpu / best[k].cpu).toFixed(2)} times as fast`,
    ]),
  );
}

function longTextTable({ program, syntax, own }) {
  console.log('Microseconds for 1,000 lines of a text of as many lines:\n');
  const rows = [];
  for (const [kind, text] of Object.entries(LONG_TEXTS)) {
    const script = path.join(import.meta.dirname, 'growth.mjs');
    const ms = quick ? '30' : '100';
    const growths = Object.keys(own).map((name) => {
      const words = [...SERVER_FLAGS, script, root, syntax, name, kind, ms, ...LINES.map(String)];
      return [name, JSON.parse(run(process.execPath, words))];
    });
    const lengths = LINES.filter((lines) => lines <= LIBXLUTIL_LINES[kind]);
    const library = lengths.map((lines) => {
      const file = saved('long.cfg', text(root, lines));
      return turnOfLibxlutil(program, [file], lines > 1000 ? 0 : 30).cpu / lines;
    });
    for (const [name, costs] of [...growths, ['libxlutil', library]]) {
      const cells = LINES.map((_, k) => costs[k]?.toFixed(0) ?? '');
      rows.push([`${kind}: ${name}`, ...cells, (Math.max(...costs) / Math.min(...costs)).toFixed(1)]);
    }
  }
  table(['', ...LINES.map((lines) => lines.toLocaleString('en')), 'greatest to least'], rows);
}

function memoryTable({ syntax, own }) {
  console.log('Memory, in times the bytes of a text of 64,000 lines:\n');
  const flags = ['--expose-gc', '--min-semi-space-size=1024', '--max-semi-space-size=1024'];
  const rows = Object.entries(LONG_TEXTS).flatMap(([kind, text]) => {
    const file = saved('memory.cfg', text(root, 64_000));
    return Object.keys(own).map((name) => {
      const script = path.join(import.meta.dirname, 'memory.mjs');
      const { allocated, kept } = JSON.parse(run(process.execPath, [...flags, script, syntax, name, file]));
      return [`${kind}: ${name}`, allocated.toFixed(1), kept.toFixed(1)];
    });
  });
  table(['', 'allocated in all', 'kept'], rows);
}

const { program, syntax } = await prepare();
const { ours, theirs } = await import('./contestants.mjs');
const { median, turnInNode, turnOfLibxlutil } = await import('./measure.mjs');
const { readSettings, parse } = await import(pathToFileURL(syntax));
const bench = { program, syntax, own: ours({ readSettings, parse }), json: theirs(), readSettings };
const model = /^model name\s*: (.*)$/m.exec(existsSync('/proc/cpuinfo') ? readFileSync('/proc/cpuinfo', 'utf8') : '');
console.log(
  `${model?.[1] ?? os.arch()}, ${os.cpus().length} cores, load ${os.loadavg()[0].toFixed(1)}, Node ${process.version}\n`,
);
guestFileTable(bench);
longTextTable(bench);
memoryTable(bench);
