import { Reader } from './reader';
import { NEWEST_RELEASE, type Release } from './release';

/** A value as libxlutil keeps it: text (numbers as written) or a list of values. */
export type PlainValue = string | PlainValue[];

/** One assignment as libxlutil stores it; `line` is the library's, from 1: where the value begins. */
export interface PlainSetting {
  readonly name: string;
  readonly op: '=' | '+=';
  readonly line: number;
  value: PlainValue;
}

/** What libxlutil makes of a text. */
export interface Reading {
  /** False when the library refuses the text. */
  readonly ok: boolean;
  /** The library would have ended the whole process (a NUL inside a string). */
  readonly crash?: true;
  /** Every line that the library prints, in order, each with `source:line:` before it. */
  readonly messages: readonly string[];
  /** Every assignment stored before the first error, overridden ones too. */
  readonly settings: readonly PlainSetting[];
}

export interface ReadingOptions {
  readonly release?: Release;
  /** The name that stands before each message; libxlutil is given the file's path. */
  readonly source?: string;
}

/**
 * Reads a text exactly as libxlutil does: the same verdict, settings and messages (4.17 by test; the grammar is the
 * same from 4.13 to 4.22, older ones after their source). Bytes that are not UTF-8 stand in `text` as lone surrogates
 * U+DC80 to U+DCFF. Never throws.
 */
export function readSettings(text: string, options: ReadingOptions = {}): Reading {
  return new Reader(text, options.release ?? NEWEST_RELEASE, options.source ?? '').read();
}
