import { Oracle, oracleProgram } from './oracle';

/** What the real `xl -N create` said of one config. */
export interface DryRun {
  /** Its exit status; negative when a signal ended it. */
  readonly code: number;
  /** Its standard error, as lines; the file's name in them is "cfg". */
  readonly messages: readonly string[];
  /** What it printed on standard output: the domain as JSON, without blanks and newlines between its parts. */
  readonly output: string;
}

/** How xl is called for one config. */
export const dryRunArguments: readonly string[] = ['-N', 'create', '-q'];
const BATCH = { XLDRY_BATCH: 'frames' };

/**
 * Runs the real xl of Debian 12 (4.17) over config texts (byte strings), on a pretended host of 16 CPUs, 2 nodes and
 * 64 GiB. One process answers them all, about a millisecond each.
 */
export async function dryRun(root: string, texts: readonly string[]): Promise<DryRun[]> {
  const xl = new Oracle(oracleProgram(root, 'xl-dry'), dryRunArguments, 'length', BATCH);
  const answers = await xl.ask(texts);
  xl.close();
  return answers.map(parseDryRun);
}

/** xl-dry's answer to one config. */
export function parseDryRun(line: string): DryRun {
  const answer = JSON.parse(line) as { status?: number; signal?: number; stderr: string[]; stdout?: string };
  const code = answer.signal === undefined ? answer.status! : -answer.signal;
  // Integers of 64 bits do not survive JSON.parse, so the JSON stays text; bytes that are not UTF-8 come as a string.
  const config = line.indexOf(',"config":');
  const output = config < 0 ? compact(answer.stdout ?? '') : line.slice(config + ',"config":'.length, -1);
  return { code, messages: answer.stderr, output };
}

/** JSON without the blanks and newlines between its parts. */
export function compact(json: string): string {
  return json.replace(/("(?:[^"\\]|\\.)*")|[ \n]+/gs, (_, string?: string) => string ?? '');
}
