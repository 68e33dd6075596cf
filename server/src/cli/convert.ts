import path from 'node:path';
import { type Conversion, convert } from '../service';
import { named, wasRead, withPython } from './analyse-file';
import { encode } from './bytes';
import { conversionsReport } from './conversion-json';
import { reportConversion } from './conversion-text';
import { settled, writeInPlace, writeOut } from './convert-output';
import { print } from './file-names';
import { type InputFile, listInputs, readPlace, saySkipped } from './files';
import { FolderReport, type PassedOver } from './folder-report';
import { assumptions, pairs } from './options';
import { parameterSets } from './parameters';
import { Progress } from './progress';
import { givenSettings, settingsFor } from './settings';
import { unifiedDiff } from './unified-diff';
import { UsageError } from './usage';
import { isFolder } from './walk';
import { readWords } from './words';
import { writeWhole } from './write-file';

/** One converted text and where it goes. */
export interface Result {
  readonly file: InputFile & { text: string };
  readonly conversion: Conversion;
  /** The place below --out. */
  readonly relative: string;
}

/** A file that could not be read or written. */
export interface Unread {
  readonly path: string;
  readonly error: string;
}

/** `xencfg convert`: turns files into what xl reads. Gives the exit code. */
export async function convertCommand(words: readonly string[]): Promise<number> {
  const { values, positionals } = readWords('convert', words);
  if (positionals.length === 0) throw new UsageError('convert: name a file, a folder, or - for standard input');
  if ([values.out !== undefined, values['in-place'], values.diff].filter(Boolean).length > 1) {
    throw new UsageError('convert: --out, --in-place and --diff exclude one another');
  }
  const json = values.format === 'json';
  if (json && values.diff) throw new UsageError('convert: --format json and --diff exclude one another');
  const given = givenSettings(values);
  const options = {
    unsafe: values.unsafe,
    assume: assumptions(values.assume),
    keepXmDefaults: values['keep-xm-defaults'],
  };
  const sets = parameterSets(pairs('--set', values.set));

  const passed: PassedOver[] = [];
  const pass = (path: string, reason: string) => {
    passed.push({ path, reason });
    if (!values.quiet) saySkipped(path, reason);
  };
  const places = listInputs(positionals, { ignoring: !values['no-ignore'], skipped: pass });
  const progress = new Progress('Converting', places.length, values.quiet);
  const results: Result[] = [];
  const failed: Unread[] = [];
  for (const place of places) {
    progress.step();
    const file = readPlace(place, (path, why) => {
      progress.clear();
      pass(path, why);
    });
    if (!file) continue;
    if (file.kind !== 'guest') {
      passed.push({ path: file.path, reason: `${file.kind}: not a guest's` });
      continue;
    }
    if (!wasRead(file)) {
      progress.clear();
      print(`${file.path}: ${file.error}\n`, process.stderr);
      failed.push({ path: file.path, error: file.error ?? '' });
      continue;
    }
    const settings = { ...settingsFor(given, file.config?.config), ...options };
    for (const presets of sets) {
      const conversion = convert(file.text, await withPython(file.text, named(file, { ...settings, presets })));
      results.push({
        file,
        conversion,
        relative: sets.length > 1 ? inRange(file, conversion, presets) : file.relative,
      });
    }
  }
  progress.clear();
  const toFiles = values.out !== undefined || values['in-place'];
  if (values.out !== undefined) failed.push(...writeOut(results, values.out, values.force, isOneFile(positionals)));
  else if (values['in-place']) failed.push(...writeInPlace(results, values.partial, sets.length > 1, values.quiet));
  else if (values.diff) {
    for (const { file, conversion } of results)
      process.stdout.write(encode(unifiedDiff(file.path, file.text, conversion.text)));
  } else if (!json) {
    if (results.length > 1) throw new UsageError('convert: several results want --out FOLDER, --in-place or --diff');
    for (const { conversion } of results) process.stdout.write(encode(conversion.text));
  }
  if (json)
    process.stdout.write(conversionsReport(results, failed, { texts: !toFiles, proofs: values.explain !== false }));
  for (const result of results) reportConversion(result, values.explain !== false && !json, values.explain === 'all');
  for (const expression of options.assume.keys()) {
    if (results.length > 0 && results.every(({ conversion }) => conversion.unusedAssumptions.includes(expression)))
      print(`--assume ${expression}: no file needs it\n`, process.stderr);
  }
  writeReports(values.report, new FolderReport(results, failed, passed));
  if (failed.length > 0) return 2;
  return results.every(({ conversion }) => settled(conversion)) ? 0 : 1;
}

/** The file name of one of several results of a template: the guest's name, or the values while that is not known. */
function inRange(file: InputFile, conversion: Conversion, presets: ReadonlyMap<string, string>): string {
  const { name } = conversion;
  const known = settled(conversion) && name !== undefined && !/[/\0]|^\.*$/.test(name);
  const { dir, name: stem } = path.posix.parse(file.relative);
  return path.posix.join(dir, `${known ? name : [stem, ...presets.values()].join('-')}.cfg`);
}

/** True when the command line names a single file: then --out may name one too. */
function isOneFile(paths: readonly string[]): boolean {
  return paths.length === 1 && !isFolder(paths[0]!);
}

function writeReports(files: readonly string[], report: FolderReport): void {
  for (const file of files) writeWhole(file, encode(file.endsWith('.json') ? report.json() : report.markdown()));
}
