import path from 'node:path';
import { type AnalyseOptions, type Analysis, analyse, needsPython, readFirst } from '../service';
import type { InputFile } from './files';
import { pythonParser } from './python-loader';

/** Analyses a file that was read, loading the Python parser when the file holds Python. */
export async function analyseFile(file: InputFile & { text: string }, options: AnalyseOptions): Promise<Analysis> {
  const own = named(file, options);
  const reading = readFirst(file.text, own);
  return analyse(file.text, await withPython(file.text, own, reading), reading);
}

/** The options with the Python parser in them when the text needs it. */
export async function withPython<T extends AnalyseOptions>(
  text: string,
  options: T,
  reading = readFirst(text, options),
): Promise<T> {
  return needsPython(text, reading) ? { ...options, python: await pythonParser() } : options;
}

/** The options with what is known of the file: its name, and whether it is judged even when it looks like a template. */
export function named<T extends AnalyseOptions>(file: InputFile, options: T): T {
  const judged = file.found ? {} : { severities: { ...options.severities, 'template-placeholder': 'off' as const } };
  const place =
    file.fileName === undefined ? {} : { fileName: file.fileName, folder: path.resolve(path.dirname(file.path)) };
  const host = file.kind === 'xl.conf' || file.kind === 'cpupool' ? { configFile: file.kind } : {};
  return { ...options, ...judged, ...host, source: file.path, ...place };
}

/** True for a file whose text could be read. */
export function wasRead(file: InputFile): file is InputFile & { text: string } {
  return file.text !== undefined;
}
