import { RELEASES, releaseName } from '../syntax/release';

/** One option of a command. */
export interface OptionRow {
  /** What stands for its value in usage lines; absent for a switch. */
  readonly value?: string;
  /** A switch that may also be written --NAME=WORD, for more of it. */
  readonly more?: string;
  /** One letter: -o. */
  readonly short?: string;
  /** It may be given more than once. */
  readonly several?: true;
  readonly default?: string | readonly string[];
  /** The words that its value is one of, for completion and for the check of a value. */
  readonly words?: () => readonly string[];
  /** Its value is a word of `words`, but may be another one too, or only begin with one. */
  readonly open?: true;
  /** Its value names a file. */
  readonly files?: 'any';
  /** A sentence or two. */
  readonly help: string;
}

/** One command. */
export interface CommandRow {
  /** A few words, without a full stop. */
  readonly summary: string;
  /** What follows the options in its usage line. */
  readonly operands: string;
  readonly takes: 'paths' | 'file' | 'rule' | 'shell' | 'nothing';
  readonly options: Readonly<Record<string, OptionRow>>;
  /** Paragraphs that --help and the man page show before the options. */
  readonly details?: readonly string[];
  /** Exit codes and what they mean. */
  readonly exits: readonly (readonly [number, string])[];
}

export const XEN = {
  value: 'R',
  words: () => RELEASES.map(releaseName),
  help: 'The Xen release that the guests run on.',
} as const satisfies OptionRow;

export const HOST = {
  value: 'H',
  words: () => ['cpus=', 'nodes=', 'memory=', 'arch=x86_64', 'arch=arm64'],
  open: true,
  help: 'The host; without it, what depends on its size is a warning.',
} as const satisfies OptionRow;

export const JOBS = {
  value: 'N',
  help: 'How many threads work at once; the output is the same. By default as many as there are processors.',
} as const satisfies OptionRow;
