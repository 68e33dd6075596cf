import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Why a program did not run to its end: it took too long, a signal ended it, or what the system said. */
export type Failure =
  | { readonly kind: 'late'; readonly seconds: number }
  | { readonly kind: 'signal'; readonly signal: string }
  | { readonly kind: 'system'; readonly message: string };

/** What a run of xl gave. */
export interface XlRun {
  /** The exit status; undefined when it did not run to its end. */
  readonly status: number | undefined;
  /** What it wrote to standard error. */
  readonly output: string;
  /** Why there is no exit status. */
  readonly failure?: Failure;
  /** The program is not there. */
  readonly missing?: true;
}

const OUTPUT_LIMIT = 4 * 1024 * 1024;

/**
 * Runs `xl -N create FILE`, which makes no guest, without a shell; `command` is xl with what stands before it. It is ended
 * after `seconds`, or by the signal.
 */
export function runXl(command: readonly string[], file: string, seconds: number, signal: AbortSignal): Promise<XlRun> {
  const [program, ...words] = command;
  return new Promise((resolve) => {
    execFile(
      program!,
      [...words, '-N', 'create', file],
      { timeout: seconds * 1000, signal, maxBuffer: OUTPUT_LIMIT, env: { ...process.env, LC_ALL: 'C' }, shell: false },
      (error, _, output) => {
        if (!error) return resolve({ status: 0, output });
        if (typeof error.code === 'number') return resolve({ status: error.code, output });
        const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
        const late = error.killed && !signal.aborted;
        resolve({
          status: undefined,
          output,
          failure: late
            ? { kind: 'late', seconds }
            : error.signal
              ? { kind: 'signal', signal: error.signal }
              : { kind: 'system', message: error.message },
          ...(missing && { missing }),
        });
      },
    );
  });
}

/** Calls `use` with a file that holds the text and has that name, in a folder of its own that goes afterwards. */
export async function withTextAsFile<T>(text: string, name: string, use: (file: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'xencfg-'));
  try {
    const file = path.join(folder, name);
    await writeFile(file, text, { mode: 0o600 });
    return await use(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
