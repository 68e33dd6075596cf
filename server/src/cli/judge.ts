import type { GuestRecord } from '../rules/across';
import { CleanFiles } from '../rules/clean-files';
import { FileContext } from '../rules/context';
import { readInput } from '../rules/inspect';
import { fixAll, readFirst } from '../service';
import { encode } from '../syntax/file-bytes';
import { plainRecord } from '../workspace/record';
import { recordFor } from './across';
import { analyseFile, named, wasRead, withPython } from './analyse-file';
import { type FileReport, failure, reportOf } from './file-report';
import { canReadAgain, type InputFile, identity, readPlace } from './files';
import type { CheckSettings } from './settings';
import { unifiedDiff } from './unified-diff';
import { UsageError } from './usage';
import type { Place } from './walk';
import { writeWhole } from './write-file';

/** What `check` is to do with one file: plain data, which can be handed to another thread. */
export interface Task {
  readonly place: Place;
  readonly settings: CheckSettings;
  /** Whether safe fixes are applied: not at all, to the file, or only to show the difference. */
  readonly fixing: 'no' | 'write' | 'patch';
}

/** What came of a task. */
export interface Judged {
  /** Absent for a file that is none of a guest's. */
  readonly report?: FileReport;
  /** Why the file was left out. */
  readonly skipped?: string;
  /** What other files have to know of it. */
  readonly record?: GuestRecord;
  /** The text that was judged in the end, where it is none that could be read again. */
  readonly text?: string;
}

/** Reads and judges a file, with its safe fixes applied where that is asked for. Never throws: errors are reported. */
export async function judge(task: Task): Promise<Judged> {
  const { place } = task;
  try {
    let skipped: string | undefined;
    const file = readPlace(place, (_, why) => {
      skipped = why;
    });
    if (!file) return { ...(skipped !== undefined && { skipped }) };
    return await judgeFile(file, task);
  } catch (error) {
    const why = error instanceof UsageError ? error.message.replace(`${place.path}: `, '') : unexpected(error);
    return { report: failure(place.called ?? place.path, why) };
  }
}

function unexpected(error: unknown): string {
  return `unexpected error, please report it: ${(error as Error).stack}`;
}

/** What this thread knows of the files before. */
const cleanFiles = new CleanFiles();

async function judgeFile(file: InputFile, { settings, fixing }: Task): Promise<Judged> {
  const { path, called = path } = file;
  if (!wasRead(file)) return { report: failure(called, file.error ?? 'cannot be read') };
  let analysis = await analyseFile(file, { ...settings, cleanFiles });
  let patch: string | undefined;
  if (fixing !== 'no') {
    const { text } = fixAll(analysis);
    if (text !== file.text) {
      if (fixing === 'patch') patch = unifiedDiff(called, file.text, text);
      else if (path !== '-') writeWhole(path, encode(text), encode(file.text));
      analysis = await analyseFile({ ...file, text }, settings);
    }
  }
  return {
    report: { ...reportOf(called, analysis), ...(patch !== undefined && { patch }) },
    ...(analysis.configFile === 'guest' && { record: recordFor(identity(file), analysis.inspection) }),
    ...((patch !== undefined || !canReadAgain(file)) && { text: analysis.text }),
  };
}

/**
 * What other files have to know of a file that was judged before; undefined when it cannot be read any more.
 * @param text what was judged in the end, where that is none that could be read again
 */
export async function recordAgain(
  { place, settings }: Task,
  text: string | undefined,
): Promise<GuestRecord | undefined> {
  const file = text === undefined ? readPlace(place, () => {}) : ({ ...place, kind: 'guest', text } as const);
  if (!file || !wasRead(file)) return undefined;
  const reading = readFirst(file.text, settings);
  const input = readInput(file.text, await withPython(file.text, named(file, settings), reading), reading);
  // it makes a guest, or else it would not be of interest
  return plainRecord(recordFor(identity(file), { file: new FileContext(input), isOther: false }));
}
