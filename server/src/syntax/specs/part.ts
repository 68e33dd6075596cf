import type { Span } from '../span';

/**
 * What a part of a spec is. `name`, `value`, `flag`: an option's name, its value, an option without value.
 * `prefix`: a deprecated prefix with its colon. `unknown`: what the program does not know, or skips after an error.
 * The others name what stands at a place without a name.
 */
export type PartRole =
  | 'name'
  | 'value'
  | 'flag'
  | 'prefix'
  | 'unknown'
  | 'target'
  | 'format'
  | 'vdev'
  | 'devtype'
  | 'access'
  | 'rate'
  | 'interval'
  | 'domain'
  | 'bus'
  | 'device'
  | 'function'
  | 'slot'
  | 'item';

/**
 * One part of a spec. Parts stand in the order of the text and never overlap.
 * An empty span marks a place where a part may be typed.
 */
export interface Part {
  readonly role: PartRole;
  readonly span: Span;
  /** For a name, a value and a flag: the option that it belongs to, as the program knows it. */
  readonly option?: string;
}

/** Something that the program has against a spec. */
export interface SpecError {
  /** Where in the spec; the whole spec when it is about what is missing. */
  readonly span: Span;
  /** What is wrong: the message's own words without the place and the quoted text, or ours where nothing is printed. */
  readonly problem: string;
  /** What the program prints, without the newline at its end; absent when it refuses without a word. */
  readonly message?: string;
  /** The program prints no newline after the message: what it says next follows on the same line. */
  readonly unterminated?: true;
  /** The program goes on, without the thing that it complains about. */
  readonly warning?: true;
}

/** What a program makes of one spec: the part of the answer that all languages share. Offsets are relative to the spec. */
export interface SpecReading {
  readonly parts: readonly Part[];
  readonly errors: readonly SpecError[];
  /** The lines that the program prints. */
  readonly messages: readonly string[];
}

/** The lines that a program prints for these errors: a spec that holds newlines makes several of one message. */
export function messageLines(errors: readonly SpecError[]): string[] {
  let output = '';
  for (const { message, unterminated } of errors) {
    if (message !== undefined) output += unterminated ? message : `${message}\n`;
  }
  const lines = output.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
