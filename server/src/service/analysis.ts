import { detectForeign } from '../formats/detect';
import type { Dialect, Verdict } from '../rules/diagnose';
import type { Finding } from '../rules/finding';
import { type Inspection, type InspectOptions, inspect, readFirst } from '../rules/inspect';
import type { ConfigFile } from '../schema';
import { LineIndex } from '../syntax/lines';
import type { Reading } from '../syntax/reading';
import type { Release } from '../syntax/release';
import { parse, type Tree } from '../syntax/tree';

/** What a text is to be judged by; `release` is always said. */
export type AnalyseOptions = Omit<InspectOptions, 'release' | 'foreign' | 'forceXm' | 'original' | 'originalReads'> & {
  readonly release: Release;
};

/** A text as it was read, before anybody judges it. */
export interface ReadFile {
  readonly text: string;
  /** Whose file it is. */
  readonly configFile: ConfigFile;
  readonly lines: LineIndex;
  readonly release: Release;
  readonly tree: Tree;
  /** True for a text that is read as a Python program. */
  readonly isProgram: boolean;
}

/** Everything that is known of one text: made once per change, read by every feature. */
export interface Analysis extends ReadFile {
  readonly dialect: Dialect;
  /** Null for a file that no guest is made from. */
  readonly verdict: Verdict | null;
  readonly findings: readonly Finding[];
  readonly reading: Reading;
  readonly inspection: Inspection;
  readonly options: AnalyseOptions;
}

/**
 * Reads a text and judges it. Never throws, whatever the text.
 * @param reading what `readFirst` gave for it
 */
export function analyse(text: string, options: AnalyseOptions, reading = readFirst(text, options)): Analysis {
  // what xl accepts is a guest's file, whatever it looks like
  const inspection = inspect(text, reading.ok ? options : withForeign(text, options), reading);
  const { input, dialect, verdict, findings } = inspection;
  // what is made of the text later is no version of it
  const { memory, ...kept } = options;
  return {
    text,
    configFile: input.configFile,
    lines: new LineIndex(text),
    release: options.release,
    dialect,
    verdict,
    findings,
    reading: input.reading,
    tree: input.tree,
    isProgram: input.python !== undefined,
    inspection,
    options: kept,
  };
}

/** Reads a text without judging it, which takes much longer. */
export function readFile(text: string, options: AnalyseOptions, isProgram: boolean): ReadFile {
  const { release, configFile = 'guest', memory } = options;
  const tree = memory?.tree(text, release) ?? parse(text, release);
  return { text, configFile, lines: new LineIndex(text), release, tree, isProgram };
}

/** True when the Python parser should be loaded before the text is analysed: xl cannot read it, perhaps xm could. */
export function needsPython(text: string, reading: Reading): boolean {
  return !reading.ok && detectForeign(text) === undefined;
}

/** The options for the layers below, with what the text's format is when it is another program's. */
export function withForeign(text: string, options: AnalyseOptions): InspectOptions {
  const foreign = detectForeign(text);
  return foreign ? { ...options, foreign } : options;
}
