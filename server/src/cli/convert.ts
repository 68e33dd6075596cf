import { encode } from '../syntax/file-bytes';
import { conversionsReport } from './conversion-json';
import type { Converted, ConvertTask, Wants } from './convert-file';
import { placeResult, placesOf } from './convert-output';
import { print } from './file-names';
import { listInputs, saySkipped } from './files';
import { FolderReport, type PassedOver, type Unread } from './folder-report';
import { assumptions, pairs } from './options';
import { parameterSets } from './parameters';
import { doAll } from './pool';
import { Progress } from './progress';
import { givenSettings, settingsFor } from './settings';
import { UsageError } from './usage';
import { isFolder, type Place } from './walk';
import { jobsOption, readWords } from './words';
import { CONVERTING } from './works';
import { writeWhole } from './write-file';

type Values = ReturnType<typeof readWords<'convert'>>['values'];

/** `xencfg convert`: turns files into what xl reads. Gives the exit code. */
export async function convertCommand(words: readonly string[]): Promise<number> {
  const { values, positionals } = readWords('convert', words);
  if (positionals.length === 0) throw new UsageError('convert: name a file, a folder, or - for standard input');
  const passed: PassedOver[] = [];
  const pass = (path: string, reason: string) => {
    passed.push({ path, reason });
    if (!values.quiet) saySkipped(path, reason);
  };
  const presets = parameterSets(pairs('--set', values.set));
  checkCombination(values, presets.length > 1, positionals);
  const assume = assumptions(values.assume);
  const places = listInputs(positionals, { ignoring: !values['no-ignore'], skipped: pass });
  const tasks = tasksOf(places, values, assume, presets, positionals);
  const { results, failed } = await convertAll(tasks, values, pass, passed);
  const written = values.out === undefined ? results : writeOut(results, values.out, values.force, positionals);
  for (const { row, written: of } of written) {
    if (of?.line !== undefined && (of.error !== undefined || !values.quiet)) print(`${of.line}\n`, process.stderr);
    if (of?.error !== undefined) failed.push({ path: row.path, error: of.error });
  }
  printResults(written, failed, values);
  for (const expression of assume.keys()) {
    if (written.length > 0 && written.every(({ unusedAssumptions }) => unusedAssumptions.includes(expression)))
      print(`--assume ${expression}: no file needs it\n`, process.stderr);
  }
  writeReports(values.report, new FolderReport(written, failed, passed));
  if (failed.length > 0) return 2;
  return written.every(({ isSettled }) => isSettled) ? 0 : 1;
}

function checkCombination(values: Values, ranges: boolean, paths: readonly string[]): void {
  if ([values.out !== undefined, values['in-place'], values.diff].filter(Boolean).length > 1) {
    throw new UsageError('convert: --out, --in-place and --diff exclude one another');
  }
  if (values.format === 'json' && values.diff) {
    throw new UsageError('convert: --format json and --diff exclude one another');
  }
  if (!values['in-place']) return;
  if (ranges) throw new UsageError('convert: --in-place and a range in --set exclude one another');
  if (paths.includes('-')) throw new UsageError('convert: standard input cannot be converted in place');
}

/** What is to be done with each file. */
function tasksOf(
  places: readonly Place[],
  values: Values,
  assume: ConvertTask['settings']['assume'],
  presets: ConvertTask['presets'],
  paths: readonly string[],
): ConvertTask[] {
  const given = givenSettings(values);
  const { unsafe, 'keep-xm-defaults': keepXmDefaults, diff } = values;
  const toFiles = values.out !== undefined || values['in-place'];
  const json = values.format === 'json';
  const wants: Wants = {
    texts: values.out !== undefined || !(toFiles || diff || json),
    diff,
    json: json && { texts: !toFiles, proofs: values.explain !== false },
    said: { explain: values.explain !== false && !json, all: values.explain === 'all' },
    inPlace: values['in-place'] && (values.partial ? 'any' : 'whole'),
  };
  const outs = presets.length === 1 ? knownPlaces(places, values, paths) : undefined;
  return places.map((place, i) => ({
    place,
    settings: { ...settingsFor(given, place.config?.config), unsafe, assume, keepXmDefaults },
    presets,
    wants,
    ...(outs && { out: outs[i]! }),
  }));
}

/**
 * Where the result of each file goes, where nothing can come between, whatever turns out to be a guest's file: then each
 * is written as soon as it is converted. Otherwise all are converted before anything is written.
 */
function knownPlaces(places: readonly Place[], { out, force }: Values, paths: readonly string[]): string[] | undefined {
  if (out === undefined || force || places.length < CONVERTING.worthThreads) return undefined;
  try {
    const relatives = places.map(({ relative }) => relative);
    return placesOf(relatives, out, force, isOneFile(paths));
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

/** Converts every file. What is passed over or cannot be read is told at once. */
async function convertAll(
  tasks: readonly ConvertTask[],
  values: Values,
  pass: (path: string, reason: string) => void,
  passed: PassedOver[],
): Promise<{ results: Converted[]; failed: Unread[] }> {
  const progress = new Progress('Converting', tasks.length, values.quiet);
  const all: Converted[] = [];
  const failed: Unread[] = [];
  let index = 0;
  for await (const { passed: why, error, results } of doAll('converting', CONVERTING, tasks, jobsOption(values.jobs))) {
    const { path } = tasks[index++]!.place;
    progress.step();
    if (why || error !== undefined) progress.clear();
    if (why?.tell) pass(path, why.reason);
    else if (why) passed.push({ path, reason: why.reason });
    if (error !== undefined) {
      print(`${path}: ${error}\n`, process.stderr);
      failed.push({ path, error });
    }
    all.push(...results);
  }
  progress.clear();
  return { results: all, failed };
}

/** Writes the results that were not written at once. */
function writeOut(results: readonly Converted[], out: string, force: boolean, paths: readonly string[]): Converted[] {
  if (results.every(({ written }) => written)) return [...results];
  const places = placesOf(
    results.map(({ relative }) => relative),
    out,
    force,
    isOneFile(paths),
  );
  return results.map((result, i) => ({ ...result, written: placeResult(result.row.path, places[i]!, result.text!) }));
}

function printResults(results: readonly Converted[], failed: readonly Unread[], values: Values): void {
  if (values.diff) for (const { diff } of results) process.stdout.write(encode(diff!));
  if (values.format === 'json') {
    const conversions = results.map(({ json }) => json!);
    process.stdout.write(conversionsReport(conversions, failed));
  } else if (values.out === undefined && !values['in-place'] && !values.diff) {
    if (results.length > 1) throw new UsageError('convert: several results want --out FOLDER, --in-place or --diff');
    for (const { text } of results) process.stdout.write(encode(text!));
  }
  process.stderr.write(encode(results.map(({ said }) => said).join('')));
}

/** True when the command line names a single file: then --out may name one too. */
function isOneFile(paths: readonly string[]): boolean {
  return paths.length === 1 && !isFolder(paths[0]!);
}

function writeReports(files: readonly string[], report: FolderReport): void {
  for (const file of files) writeWhole(file, encode(file.endsWith('.json') ? report.json() : report.markdown()));
}
