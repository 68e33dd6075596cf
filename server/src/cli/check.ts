import { LineIndex } from '../syntax/lines';
import type { Config } from '../workspace/config';
import { AcrossFiles } from './across';
import type { COMMANDS } from './command-table';
import { ConfigFiles } from './config-files';
import { print } from './file-names';
import { type FileReport, reportedFindings, withFindings } from './file-report';
import { identity, listInputs, readPlace, saySkipped } from './files';
import { recordAgain, type Task } from './judge';
import { Output } from './output';
import { type Packed, unpackReport } from './packed';
import { doAll } from './pool';
import { Progress } from './progress';
import { Counter, type Reporter, reporterOf } from './reporter';
import { type CheckSettings, givenSettings, settingsFor } from './settings';
import { UsageError } from './usage';
import { jobsOption, numberOption, readWords, type Words } from './words';
import { JUDGING } from './works';

type Values = Words<(typeof COMMANDS)['check']['options']>['values'];

/** `xencfg check` and `xencfg fix`: prints the findings of every file. Gives the exit code. */
export async function check(words: readonly string[], fix = false): Promise<number> {
  const { values, positionals } = readWords(fix ? 'fix' : 'check', words) as { values: Values; positionals: string[] };
  const command = fix ? 'fix' : 'check';
  if (positionals.length === 0) throw new UsageError(`${command}: name a file, a folder, or - for standard input`);
  const fixing = values.diff ? 'patch' : fix || values.fix ? 'write' : 'no';
  const fixesInput = fixing === 'write' && positionals.includes('-');
  checkCombination(values, fixing !== 'no' && (fixing === 'patch' || fixesInput));
  const most = numberOption('max-findings', values['max-findings'], 0, 999_999_999) ?? Number.POSITIVE_INFINITY;
  const jobs = jobsOption(values.jobs);
  const tasks = tasksOf(positionals, values, fixing);

  // beside the mended text of standard input, or a patch, the report is for people
  const output = new Output(fixing === 'patch' || fixesInput ? process.stderr : process.stdout);
  const color = values.color === 'always' || (values.color === 'auto' && output.hasColors);
  const reporter = await reporterOf(values.format as Parameters<typeof reporterOf>[0], {
    color,
    quiet: values.quiet,
    statistics: values.statistics,
  });
  const counter = await report(tasks, jobs, { reporter, output, counter: new Counter(most), quiet: values.quiet });
  if (counter.failed > 0) return 2;
  return counter.errors > 0 || (values['error-on-warnings'] && counter.warnings > 0) ? 1 : 0;
}

function checkCombination({ format, fix, diff, config, statistics, ...values }: Values, takesOutput: boolean): void {
  if (fix && diff) throw new UsageError('check: --fix and --diff exclude one another');
  if (config !== undefined && values['no-config']) throw new UsageError('--config and --no-config exclude one another');
  if (statistics && format !== 'text' && format !== 'json') {
    throw new UsageError(`--statistics is for --format text and json, not ${format}`);
  }
  if (takesOutput && format !== 'text') {
    const what = diff ? '--diff writes a patch' : '--fix - writes the text';
    throw new UsageError(`check: ${what} to standard output, which --format ${format} wants for itself`);
  }
}

/** What is to be done with each file. */
function tasksOf(paths: readonly string[], values: Values, fixing: Task['fixing']): Task[] {
  const given = givenSettings(values);
  const skipped = values.quiet ? () => {} : saySkipped;
  const places = listInputs(paths, {
    configs: new ConfigFiles(values['no-config'] ? false : values.config),
    ignoring: !values['no-ignore'],
    excludes: values.exclude,
    skipped,
    stdinName: values['stdin-filename'],
  });
  // one object for all files of a .xencfg.json: it is handed to other threads once for many files
  const known = new Map<Config | undefined, CheckSettings>();
  return places.map((place) => {
    const config = place.config?.config;
    const settings = known.get(config) ?? settingsFor(given, config);
    known.set(config, settings);
    return { place, settings, fixing };
  });
}

interface Sink {
  readonly reporter: Reporter;
  readonly output: Output;
  readonly counter: Counter;
  readonly quiet: boolean;
}

/** Judges every file, and prints what was found once it is known what shows only across them. */
async function report(tasks: readonly Task[], jobs: number, sink: Sink): Promise<Counter> {
  const { reporter, output, counter, quiet } = sink;
  const progress = new Progress('Checking', tasks.length, quiet);
  const across = new AcrossFiles(tasks.some(({ place }) => place.found));
  const held: Pick<Packed, 'report' | 'patch' | 'text'>[] = [];
  const reports = new Map<string, string>();
  for await (const { skipped, guest, ...rest } of doAll('judging', JUDGING, tasks, jobs)) {
    const { place } = tasks[held.length]!;
    progress.step();
    if (skipped !== undefined && !quiet) {
      progress.clear();
      saySkipped(place.path, skipped);
    }
    if (guest) across.add(identity(place), place.called ?? place.path, held.length, guest);
    // most files have the same report: nothing was found
    const { report = '' } = rest;
    if (!reports.has(report)) reports.set(report, report);
    held.push({ ...rest, report: reports.get(report)! });
  }
  progress.clear();
  const hasHost = tasks.some(({ settings }) => settings.host !== undefined);
  await across.look(hasHost, (task) => recordAgain(tasks[task]!, held[task]!.text));
  output.write(reporter.begin());
  for (const [i, { patch, text, ...rest }] of held.entries()) {
    const task = tasks[i]!;
    if (patch !== undefined) print(patch);
    if (task.fixing === 'write' && task.place.path === '-' && text !== undefined) print(text);
    const judged = unpackReport(rest, task);
    if (judged) output.write(reporter.file(counter.take(complete(judged, task, text, across))));
  }
  output.write(reporter.end(counter)).flush();
  return counter;
}

/** What was found in a file, and what shows beside the others. */
function complete(report: FileReport, { place, settings }: Task, text: string | undefined, across: AcrossFiles) {
  if (report.error !== undefined || report.verdict === null) return report;
  const more = across.findings(identity(place), settings);
  if (more.length === 0) return report;
  const judgedText = text ?? readPlace(place, () => {})?.text ?? '';
  return withFindings(report, reportedFindings(more, judgedText, new LineIndex(judgedText)));
}
