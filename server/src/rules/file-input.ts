import type { DomainResult } from '../model';
import type { Architecture, ConfigFile } from '../schema/types';
import type { Reading } from '../syntax/reading';
import type { Release } from '../syntax/release';
import type { Setting, Tree } from '../syntax/tree';
import type { PythonReport } from './python-report';
import type { Severities } from './severities';

/** What a rule is given: one file, read by every layer below, as values. */
export interface FileInput {
  readonly text: string;
  readonly release: Release;
  readonly tree: Tree;
  readonly reading: Reading;
  readonly domain: DomainResult;
  /** Whose file it is. */
  readonly configFile: ConfigFile;
  /** The file as a Python program; absent where libxlutil can read it, or where the Python parser is not loaded. */
  readonly python?: PythonReport;
  /** The file's own name, without its folder. */
  readonly fileName?: string;
  /** Names that are never reported as unknown. */
  readonly knownKeys: ReadonlySet<string>;
  /** What the file is when it is in a format of another program, and what to do with it. */
  readonly foreign?: { readonly what: string; readonly remedy: string };
  readonly severities: Severities;
  /** The machine that the guest is for, where somebody said it. */
  readonly arch?: Architecture;
  /** Takes the file for an xm file whatever it holds: a conversion that is under way goes on. */
  readonly forceXm: boolean;
  /** The text before a conversion that is under way. */
  readonly original?: string;
  /** What Python read in that text. */
  readonly originalReads?: ReadonlySet<string>;
  /** A conversion writes out the defaults of xm that xl has not. */
  readonly keepXmDefaults?: boolean;
  /** Rules of which no conversion applies a fix are not asked, if they are general: nobody wants their findings. */
  readonly forConversion?: boolean;
}

/** What a file is judged by beside its settings. */
export type Circumstances = Omit<FileInput, 'text' | 'tree' | 'reading' | 'domain'>;

/** What is not known of a file from its earlier versions. */
export interface News {
  has(setting: Setting): boolean;
  /** The indices of those strings of the list of that name that are news; undefined where all are. */
  items(name: string, texts: readonly string[]): readonly number[] | undefined;
}
