import type { JudgeResult, XlMessage } from '../../../server/src/lsp/protocol';
import type { XlRun } from './run';

/** A real xl's answer beside the one that was expected. */
export interface Comparison {
  readonly accepted: boolean;
  /** What xl said, without the name of the file, each line at its place (from 0). */
  readonly said: readonly XlMessage[];
  /** Lines that only one of the two has. */
  readonly onlyReal: readonly string[];
  readonly onlyExpected: readonly string[];
  readonly differs: boolean;
  /** xl could not reach the hypervisor: its answer says nothing about the file. */
  readonly powerless: boolean;
}

/** What xl says of every file, and of every refusal. */
const FRAME = /^(?:Parsing config from |Failed to parse config: )/;

/** What xl says where it runs without the rights, or where there is no Xen. */
const POWERLESS =
  /privileged command interface|cannot open libxc handle|cannot init xl context|xenstore.*(?:denied|refused)/i;

/** Holds what a run of xl on `file` said against what it was expected to say. */
export function compare(run: XlRun, file: string, expected: JudgeResult): Comparison {
  const lines = run.output.split(/\r?\n/).filter((line) => line.trim() !== '' && !FRAME.test(line));
  const wanted = expected.messages.map(({ text }) => text.replace(/^:/, ''));
  const real = lines.map((line) => withoutName(line, file));
  const accepted = run.status === 0;
  const onlyReal = without(real, wanted);
  const onlyExpected = without(wanted, real);
  const said = real.map((text) => ({ text: text.replace(LINE, ''), line: lineOf(text, wanted, expected) }));
  return {
    accepted,
    said,
    onlyReal,
    onlyExpected,
    differs: onlyReal.length > 0 || onlyExpected.length > 0 || accepted !== (expected.verdict === 'accepted'),
    powerless: run.status !== 0 && POWERLESS.test(run.output),
  };
}

const LINE = /^(\d+):(?:\d+:)? ?/;

function withoutName(line: string, name: string): string {
  return line.startsWith(`${name}:`) ? line.slice(name.length + 1) : line;
}

/** The items of `list` that `other` has not, as often as it has them not. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const rest = [...other];
  return list.filter((item) => {
    const at = rest.indexOf(item);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

/** The line that a message names, else that of the same message of ours, else the first. */
function lineOf(text: string, wanted: readonly string[], { messages }: JudgeResult): number {
  const named = LINE.exec(text)?.[1];
  if (named !== undefined) return Math.max(0, Number(named) - 1);
  return messages[wanted.indexOf(text)]?.line ?? 0;
}
