import path from 'node:path';
import { type Conversion, type ConversionRow, conversionRow, convert } from '../service';
import { named, wasRead, withPython } from './analyse-file';
import { conversionJson } from './conversion-json';
import { conversionText, type Said } from './conversion-text';
import { placeResult, replaceFile } from './convert-output';
import { type InputFile, readPlace } from './files';
import type { CheckSettings } from './settings';
import { unifiedDiff } from './unified-diff';
import type { Place } from './walk';

/** What `convert` is to do with one file: plain data, which can be handed to another thread. */
export interface ConvertTask {
  readonly place: Place;
  readonly settings: CheckSettings & {
    readonly unsafe: boolean;
    readonly assume: ReadonlyMap<string, string>;
    readonly keepXmDefaults: boolean;
  };
  /** One result for each. */
  readonly presets: readonly ReadonlyMap<string, string>[];
  readonly wants: Wants;
  /** Where the only result goes, when nothing can speak against it any more. */
  readonly out?: string;
}

/** What is asked for beside the conversion. */
export interface Wants {
  readonly texts: boolean;
  readonly diff: boolean;
  readonly json: false | { readonly texts: boolean; readonly proofs: boolean };
  readonly said: Said;
  /** What of the file becomes of its conversion: only one that is whole may take its place, or any. */
  readonly inPlace: false | 'whole' | 'any';
}

/** What became of a file: plain data. */
export interface Outcome {
  /** Why the file was passed over, and whether a person would be told. */
  readonly passed?: { readonly reason: string; readonly tell: boolean };
  /** Why the file could not be read. */
  readonly error?: string;
  readonly results: readonly Converted[];
}

/** One result. */
export interface Converted {
  /** The place below --out. */
  readonly relative: string;
  readonly row: ConversionRow;
  readonly isSettled: boolean;
  readonly unusedAssumptions: readonly string[];
  /** For people. */
  readonly said: string;
  readonly text?: string;
  readonly diff?: string;
  /** For the JSON document. */
  readonly json?: string;
  /** What happened when it was written, where it was to be: a line for people, and what is wrong with it. */
  readonly written?: { readonly line?: string; readonly error?: string };
}

/** A file that could not be read. */
export function unread(error: string): Outcome {
  return { error, results: [] };
}

/** Reads a file, converts it, and writes it where that is asked for. Never throws: errors are told. */
export async function convertFile(task: ConvertTask): Promise<Outcome> {
  try {
    let reason = '';
    const file = readPlace(task.place, (_, why) => {
      reason = why;
    });
    if (!file) return { passed: { reason, tell: true }, results: [] };
    if (file.kind !== 'guest') return { passed: { reason: `${file.kind}: not a guest's`, tell: false }, results: [] };
    if (!wasRead(file)) return unread(file.error ?? '');
    const results: Converted[] = [];
    for (const presets of task.presets) results.push(await converted(file, presets, task));
    return { results };
  } catch (error) {
    return unread(`unexpected error, please report it: ${(error as Error).stack}`);
  }
}

async function converted(
  file: InputFile & { text: string },
  presets: ReadonlyMap<string, string>,
  { settings, wants, out, presets: { length: several } }: ConvertTask,
): Promise<Converted> {
  const conversion = convert(file.text, await withPython(file.text, named(file, { ...settings, presets })));
  const { text, unusedAssumptions } = conversion;
  const relative = several > 1 ? inRange(file, conversion, presets) : file.relative;
  const isSettled = settled(conversion);
  const written =
    out !== undefined
      ? placeResult(file.path, out, text)
      : wants.inPlace && replaceFile(file, text, isSettled, wants.inPlace);
  return {
    relative,
    row: conversionRow(file.path, file.text, conversion),
    isSettled,
    unusedAssumptions,
    said: conversionText(file, conversion, wants.said),
    ...(wants.texts && out === undefined && { text }),
    ...(wants.diff && { diff: unifiedDiff(file.path, file.text, text) }),
    ...(wants.json && { json: conversionJson(file, relative, conversion, wants.json) }),
    ...(written && { written }),
  };
}

/** True for a result that is whole: nothing is left to decide, and xl accepts it. */
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
