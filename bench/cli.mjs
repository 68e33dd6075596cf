// npm run bench:cli: the command line over many files, beside the real xl and linters of other languages. See README.md.
//   node bench/cli.mjs [--few N] [--files N] [--many N]
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { guestFile, jsonFile, scriptFile } from './cli-corpus.mjs';

const root = path.join(import.meta.dirname, '..');
const bench = import.meta.dirname;
const { values } = parseArgs({
  options: {
    few: { type: 'string', default: '1000' },
    files: { type: 'string', default: '10000' },
    many: { type: 'string', default: '100000' },
  },
});
const counts = [Number(values.few), Number(values.files)];
const many = Number(values.many);

function must(program, args, options = {}) {
  const done = spawnSync(program, args, { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8', ...options });
  if (done.status !== 0) throw new Error(`${program} ${args.join(' ')} failed`);
  return done.stdout;
}

/** Writes files into folders of a hundred; gives the folder that holds them all. */
function corpus(folder, number, ending, text) {
  for (let i = 0; i < number; i++) {
    const below = path.join(folder, `rack${Math.floor(i / 100)}`);
    if (i % 100 === 0) mkdirSync(below, { recursive: true });
    writeFileSync(path.join(below, `guest${i}.${ending}`), text(i));
  }
  return folder;
}

/** The highest resident memory that a process has had, in MiB; 0 once it is gone. */
function peak(pid) {
  try {
    return Number(/^VmHWM:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Runs a program to its end; seconds by the clock and of processors, memory of the process itself. */
async function measured(program, args, options = {}) {
  const words = ['-c', 'TIMEFORMAT="%R %U %S"; time "$@" >/dev/null 2>&1 3>&-', 'bash', program, ...args];
  const child = spawn('bash', words, { stdio: ['ignore', 'ignore', 'pipe'], ...options });
  let told = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    told += text;
  });
  let memory = 0;
  const watch = setInterval(() => {
    const children = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim().split(' ');
    memory = Math.max(memory, ...children.filter(Boolean).map((pid) => peak(Number(pid))));
  }, 10);
  await new Promise((resolve) => child.once('close', resolve));
  clearInterval(watch);
  const [wall, user, system] = told.trim().split('\n').at(-1).split(' ').map(Number);
  return { wall, cpu: user + system, memory };
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  console.log([line(head), line(head.map((_, i) => (i === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n'));
  console.log();
}

async function folder(number, contestants, work) {
  console.log(`${number.toLocaleString('en')} files of 60 lines:\n`);
  const rows = [];
  for (const { name, program, args } of contestants) {
    const { wall, cpu, memory } = await measured(program, args, { cwd: work });
    const cost = (seconds) => `${((seconds / number) * 1e6).toFixed(0)} µs`;
    const size = memory > 0 ? `${memory.toFixed(0)} MiB` : '';
    rows.push([name, `${wall.toFixed(2)} s`, `${cpu.toFixed(2)} s`, cost(wall), cost(cpu), size]);
  }
  table(['', 'by the clock', 'processor time', 'clock per file', 'processor per file', 'memory'], rows);
}

async function single(contestants, work) {
  console.log('One file, the middle of 15 runs that took turns:\n');
  const times = contestants.map(() => []);
  for (let turn = -1; turn < 15; turn++) {
    for (const [i, { program, args }] of contestants.entries()) {
      const { wall, cpu } = await measured(program, args, { cwd: work });
      if (turn >= 0) times[i].push({ wall, cpu });
    }
  }
  const middle = (all, of) => all.map(of).toSorted((a, b) => a - b)[7];
  const milliseconds = (seconds) => `${(seconds * 1000).toFixed(0)} ms`;
  table(
    ['', 'by the clock', 'processor time'],
    contestants.map(({ name }, i) => [
      name,
      milliseconds(middle(times[i], ({ wall }) => wall)),
      milliseconds(middle(times[i], ({ cpu }) => cpu)),
    ]),
  );
}

if (!existsSync(path.join(bench, 'node_modules/eslint'))) must('npm', ['ci'], { cwd: bench });
const work = mkdtempSync(path.join(os.tmpdir(), 'xencfg-bench-'));
try {
  must(process.execPath, ['scripts/build.mjs', '--minify', '--out', path.join(work, 'dist')], { cwd: root });
  const shim = path.join(work, 'xldry.so');
  const source = path.join(root, 'test/conformance/oracle/xldry.c');
  must('gcc', ['-O2', '-shared', '-fPIC', '-o', shim, source, '-ldl']);
  const sizes = counts.map((number) => ({
    number,
    guests: corpus(path.join(work, `guests${number}`), number, 'cfg', guestFile),
    json: corpus(path.join(work, `json${number}`), number, 'json', jsonFile),
    scripts: corpus(path.join(work, `scripts${number}`), number, 'mjs', scriptFile),
  }));
  writeFileSync(
    path.join(work, 'eslint.config.mjs'),
    "export default [{ files: ['**/*.mjs'], rules: { 'no-undef': 'error', 'no-unused-vars': 'error', 'no-redeclare': 'error', 'no-dupe-keys': 'error' } }];\n",
  );
  writeFileSync(path.join(work, 'biome.json'), '{ "root": true }\n');
  const model = /^model name\s*: (.*)$/m.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1] ?? os.arch();
  const load = os.loadavg()[0].toFixed(1);
  console.log(`${model}, ${os.cpus().length} processors, load ${load}, Node ${process.version}\n`);

  const node = process.execPath;
  const xencfg = path.join(work, 'dist/xencfg.js');
  const biome = [path.join(root, 'node_modules/@biomejs/biome/bin/biome'), 'lint', `--config-path=${work}`];
  const eslint = [
    path.join(bench, 'node_modules/eslint/bin/eslint.js'),
    '--config',
    path.join(work, 'eslint.config.mjs'),
  ];
  const xl = (files) => ({
    program: 'bash',
    args: ['-c', `for f in ${files}; do LD_PRELOAD=${shim} /usr/lib/xen-4.17/bin/xl -N create -q "$f"; done`],
  });
  const check = (name, ...words) => ({ name, program: node, args: [xencfg, 'check', ...words] });
  const [{ guests, json, scripts }] = sizes;
  const one = path.join(guests, 'rack0/guest1.cfg');
  await single(
    [
      { name: 'node -e 0', program: node, args: ['-e', '0'] },
      check('xencfg check', one),
      { name: 'xl -N create (4.17)', ...xl(one) },
      { name: 'biome lint', program: node, args: [...biome, path.join(json, 'rack0/guest1.json')] },
      { name: 'eslint', program: node, args: [...eslint, path.join(scripts, 'rack0/guest1.mjs')] },
    ],
    work,
  );
  for (const { number, guests, json, scripts } of sizes) {
    await folder(
      number,
      [
        check('xencfg check', guests),
        check('xencfg check --jobs 1', '--jobs', '1', guests),
        { name: 'xl -N create (4.17), once per file', ...xl(`${guests}/*/*`) },
        { name: 'biome lint, JSON', program: node, args: [...biome, json] },
        { name: 'eslint, 4 rules', program: node, args: [...eslint, scripts] },
      ],
      work,
    );
  }
  const hundreds = corpus(path.join(work, 'many'), many, 'cfg', guestFile);
  await folder(many, [check('xencfg check', hundreds)], work);
} finally {
  rmSync(work, { recursive: true, force: true });
}
