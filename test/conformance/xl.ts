import { Oracle, oracleProgram } from './oracle';

/** What the real `xl -N create` said of one config. */
export interface DryRun {
  /** Its exit status; negative when a signal ended it. */
  readonly code: number;
  /** Its standard error, as lines; the file's name in them is "cfg". */
  readonly messages: readonly string[];
  /** The JSON that it printed on success, as it stands. */
  readonly config?: unknown;
}

/**
 * Runs the real xl of Debian 12 (4.17) over config texts (byte strings), on a pretended host of 16 CPUs, 2 nodes and 64 GiB.
 * One process answers them all, about a millisecond each.
 */
export async function dryRun(root: string, texts: readonly string[]): Promise<DryRun[]> {
  const xl = new Oracle(oracleProgram(root, 'xl-dry'), ['-N', 'create', '-q'], 'length', { XLDRY_BATCH: 'frames' });
  const answers = await xl.ask(texts);
  xl.close();
  return answers.map((line) => {
    const { status, signal, stderr, config } = JSON.parse(line) as {
      status?: number;
      signal?: number;
      stderr: string[];
      config?: unknown;
    };
    return { code: signal === undefined ? status! : -signal, messages: stderr, config };
  });
}
