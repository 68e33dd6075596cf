import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Conversion, type ConvertOptions, convert } from '../service';
import { named, wasRead, withPython } from './analyse-file';
import { decode, encode } from './bytes';
import { conversionsReport } from './conversion-json';
import { reportConversion } from './conversion-text';
import { type InputFile, readInputs, reason, saySkipped } from './files';
import { assumptions, hostOption, pairs, readWords, releaseOption } from './options';
import { parameterSets } from './parameters';
import { unifiedDiff } from './unified-diff';
import { UsageError } from './usage';
import { backUp, writeWhole } from './write-file';

/** One converted text and where it goes. */
export interface Result {
  readonly file: InputFile & { text: string };
  readonly conversion: Conversion;
  /** The place below --out. */
  readonly relative: string;
}

/** A file that could not be read. */
export interface Unread {
  readonly path: string;
  readonly error: string;
}

/** `xencfg convert`: turns files into what xl reads. Gives the exit code. */
export async function convertCommand(words: readonly string[]): Promise<number> {
  const everything = words.includes('--explain=all');
  const plain = words.map((word) => (word === '--explain=all' ? '--explain' : word));
  const { values, positionals } = readWords(plain, {
    xen: { type: 'string' },
    host: { type: 'string' },
    set: { type: 'string', multiple: true, default: [] },
    assume: { type: 'string', multiple: true, default: [] },
    unsafe: { type: 'boolean', default: false },
    out: { type: 'string', short: 'o' },
    force: { type: 'boolean', default: false },
    'in-place': { type: 'boolean', default: false },
    partial: { type: 'boolean', default: false },
    diff: { type: 'boolean', default: false },
    explain: { type: 'boolean', default: false },
    format: { type: 'string', default: 'text' },
  });
  if (positionals.length === 0) throw new UsageError('convert: name a file, a folder, or - for standard input');
  if ([values.out !== undefined, values['in-place'], values.diff].filter(Boolean).length > 1) {
    throw new UsageError('convert: --out, --in-place and --diff exclude one another');
  }
  if (values.format !== 'text' && values.format !== 'json') {
    throw new UsageError(`convert: --format ${values.format}: text or json`);
  }
  const json = values.format === 'json';
  if (json && values.diff) throw new UsageError('convert: --format json and --diff exclude one another');
  const host = hostOption(values.host);
  const options: ConvertOptions = {
    release: releaseOption(values.xen),
    unsafe: values.unsafe,
    assume: assumptions(values.assume),
    ...(host && { host }),
  };
  const sets = parameterSets(pairs('--set', values.set));

  const files = [...readInputs(positionals, saySkipped)];
  const results: Result[] = [];
  const unread: Unread[] = [];
  for (const file of files) {
    if (file.kind !== 'guest') continue;
    if (!wasRead(file)) {
      process.stderr.write(`${file.path}: ${file.error}\n`);
      unread.push({ path: file.path, error: file.error ?? '' });
      continue;
    }
    for (const presets of sets) {
      const conversion = convert(file.text, await withPython(file.text, named(file, { ...options, presets })));
      results.push({
        file,
        conversion,
        relative: sets.length > 1 ? inRange(file, conversion, presets) : file.relative,
      });
    }
  }
  let failed = unread.length > 0;
  const toFiles = values.out !== undefined || values['in-place'];
  if (values.out !== undefined) writeOut(results, values.out, values.force, isOneFile(positionals));
  else if (values['in-place']) failed = !writeInPlace(results, values.partial, sets.length > 1) || failed;
  else if (values.diff) {
    for (const { file, conversion } of results)
      process.stdout.write(encode(unifiedDiff(file.path, file.text, conversion.text)));
  } else if (!json) {
    if (results.length > 1) throw new UsageError('convert: several results want --out FOLDER, --in-place or --diff');
    for (const { conversion } of results) process.stdout.write(encode(conversion.text));
  }
  if (json) process.stdout.write(conversionsReport(results, unread, { texts: !toFiles, proofs: values.explain }));
  for (const result of results) reportConversion(result, values.explain && !json, everything);
  if (failed) return 2;
  return results.every(({ conversion }) => settled(conversion)) ? 0 : 1;
}

function settled({ left, verdict }: Conversion): boolean {
  return left.length === 0 && verdict === 'accepted';
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

function writeOut(results: readonly Result[], out: string, force: boolean, oneFile: boolean): void {
  const folder = !oneFile || out.endsWith('/') || results.length !== 1 || isFolder(out);
  const places = results.map((result) =>
    folder ? path.join(out, result.relative === '-' ? 'stdin.cfg' : result.relative) : out,
  );
  const twice = places.find((place, i) => places.indexOf(place) !== i);
  if (twice !== undefined) throw new UsageError(`${twice}: two results would be written there`);
  const present = force ? undefined : places.find((place) => existsSync(place));
  if (present !== undefined) throw new UsageError(`${present}: exists already; --force replaces it`);
  results.forEach(({ conversion }, i) => {
    const place = places[i]!;
    try {
      mkdirSync(path.dirname(place), { recursive: true });
    } catch (error) {
      throw new UsageError(`${path.dirname(place)}: cannot be created: ${reason(error)}`);
    }
    writeWhole(place, encode(conversion.text));
  });
}

function isFolder(place: string): boolean {
  return existsSync(place) && statSync(place).isDirectory();
}

/** Replaces each file by its conversion and keeps a backup; false when one could not be written. */
function writeInPlace(results: readonly Result[], partial: boolean, ranges: boolean): boolean {
  if (ranges) throw new UsageError('convert: --in-place and a range in --set exclude one another');
  let good = true;
  for (const { file, conversion } of results) {
    if (file.path === '-') throw new UsageError('convert: standard input cannot be converted in place');
    if (conversion.text === file.text || (!partial && !settled(conversion))) continue;
    try {
      if (decode(readFileSync(file.path)) !== file.text)
        throw new UsageError(`${file.path}: changed meanwhile; left alone`);
      backUp(file.path);
      writeWhole(file.path, encode(conversion.text));
    } catch (error) {
      process.stderr.write(error instanceof UsageError ? `${error.message}\n` : `${file.path}: ${reason(error)}\n`);
      good = false;
    }
  }
  return good;
}
