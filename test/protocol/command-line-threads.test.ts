import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { playground, XL, XM } from './command-line-runs';

const { xencfg, put, at } = playground();

const JOBS = ['1', '2', '3'];
const PYTHON = "import os\nname = 'py%d' % 7\nkernel = '/k'\nvif = ['mac=%s' % os.getenv('MAC')]\n";

/** A folder of more files than one thread is started for, of every kind. */
function manyFiles(): void {
  for (let i = 0; i < 90; i++) put(`etc/rack${i % 7}/g${i}.cfg`, XM.replace('web', `web${i}`));
  for (let i = 0; i < 10; i++) put(`etc/xl/g${i}.cfg`, XL.replace('web', `xl${i}`));
  put('etc/python.cfg', PYTHON);
  put('etc/notes.cfg', 'nothing of a guest\n');
  put('etc/xl.conf', 'autoballoon = "auto"\n');
  symlinkSync('nowhere', at('etc/gone.cfg'));
}

/** Every file below a folder, and its text. */
function tree(folder: string): [string, string][] {
  const entries = readdirSync(at(folder), { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return files.sort().map((file) => [path.relative(at(folder), file), readFileSync(file, 'utf8')]);
}

test('convert: the same files, words and report whatever the number of threads', () => {
  manyFiles();
  const runs = JOBS.map((jobs) => {
    const words = ['convert', '--explain', '--jobs', jobs, '--out', 'out', '--report', 'report.json', 'etc'];
    const { status, stderr } = xencfg(words);
    const run = { status, stderr, files: tree('out'), report: readFileSync(at('report.json'), 'utf8') };
    rmSync(at('out'), { recursive: true });
    return run;
  });
  assert.equal(runs[0]!.status, 2);
  assert.equal(runs[0]!.files.length, 101);
  assert.match(runs[0]!.stderr, /^etc\/gone\.cfg: no such file$/m);
  for (const run of runs.slice(1)) assert.deepEqual(run, runs[0]);
  const { summary } = JSON.parse(runs[0]!.report);
  assert.deepEqual([summary.failed, summary.other, summary.unchanged, summary.decision], [1, 2, 10, 1]);
});

test('convert: the same document, and the same files in place', () => {
  manyFiles();
  const documents = JOBS.map((jobs) => xencfg(['convert', '--format', 'json', '--jobs', jobs, 'etc']).stdout);
  assert.equal(JSON.parse(documents[0]!).files.length, 102);
  for (const document of documents) assert.equal(document, documents[0]);
  const runs = JOBS.map((jobs) => {
    rmSync(at('etc'), { recursive: true });
    manyFiles();
    const { status, stderr } = xencfg(['convert', '--in-place', '--jobs', jobs, 'etc']);
    return { status, stderr, files: tree('etc') };
  });
  assert.equal(runs[0]!.files.filter(([name]) => name.endsWith('.bak')).length, 90);
  assert.match(runs[0]!.stderr, /^etc\/python\.cfg: left alone: needs a decision$/m);
  for (const run of runs.slice(1)) assert.deepEqual(run, runs[0]);
});

test('convert: nothing is written where one result has no place', () => {
  manyFiles();
  put('out/rack3/g3.cfg', 'mine\n');
  const { status, stderr } = xencfg(['convert', '--jobs', '2', '--out', 'out', 'etc']);
  assert.deepEqual([status, stderr.includes('out/rack3/g3.cfg: exists already')], [2, true]);
  assert.deepEqual(tree('out'), [['rack3/g3.cfg', 'mine\n']]);
  // a file that is no guest's has no result that could be in the way
  rmSync(at('out'), { recursive: true });
  put('out/notes.cfg', 'mine\n');
  assert.equal(xencfg(['convert', '--jobs', '2', '--out', 'out', 'etc']).status, 2);
  assert.equal(existsSync(at('out/rack3/g3.cfg')), true);
  assert.equal(readFileSync(at('out/notes.cfg'), 'utf8'), 'mine\n');
});

test('convert: a result that cannot be written is told, and the others are there', () => {
  manyFiles();
  put('out/rack3', 'in the way of a folder\n');
  const runs = JOBS.map((jobs) => {
    const { status, stderr } = xencfg(['convert', '-q', '--jobs', jobs, '--out', 'out', 'etc']);
    const files = tree('out');
    for (const [name] of files) if (name !== 'rack3') rmSync(at(path.join('out', name)));
    return { status, stderr, files };
  });
  assert.equal(runs[0]!.status, 2);
  assert.equal(runs[0]!.files.length, 101 - 13 + 1);
  assert.equal(runs[0]!.stderr.match(/cannot be written/g)?.length, 13);
  for (const run of runs.slice(1)) assert.deepEqual(run, runs[0]);
});
