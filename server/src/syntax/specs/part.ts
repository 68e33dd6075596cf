import type { Span } from '../span';

/**
 * What a part of a spec is.
 * `name`, `value`, `flag`: an option's name, its value, an option without value. `prefix`: a deprecated prefix with its colon.
 * `unknown`: what the program does not know or skips after an error. The others name what stands at a place without a name.
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

/** One part of a spec, in the order of the text; parts never overlap. An empty span marks a place where a part may be typed. */
export interface Part {
  readonly role: PartRole;
  readonly span: Span;
  /** For a name, a value and a flag: the option that it belongs to, as the program knows it. */
  readonly option?: string;
}

/** Something that the program says about a spec. */
export interface SpecError {
  /** Where in the spec; the whole spec when the message is about what is missing. */
  readonly span: Span;
  /** What the program prints, whole, without the newline at its end. */
  readonly message: string;
  /** The message's own words alone, without the place and the quoted text. */
  readonly problem: string;
}

/** The lines that the program prints for these errors: a spec that holds newlines makes several of one message. */
export function messageLines(errors: readonly SpecError[]): string[] {
  return errors.flatMap((error) => error.message.split('\n'));
}
