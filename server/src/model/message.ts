import type { Span } from '../syntax/span';

/** Something that xl prints about a guest file, or its silent end. */
export interface Message {
  /** As xl prints it, whole, perhaps of several lines; empty when xl ends without a word. */
  readonly text: string;
  readonly severity: 'error' | 'warning' | 'info';
  /** The file that it is about, when it is not the guest's. */
  readonly file?: 'xl.conf';
  /** The key that it is about. */
  readonly key?: string;
  /** The item of the key's list, from 0. */
  readonly item?: number;
  /** The part of the item's or value's decoded text, where it is not the whole. */
  readonly part?: Span;
  /** The option of the item's spec that it is about, by xl's name. */
  readonly option?: string;
  /** xl makes no guest because of it. */
  readonly fatal?: true;
  /** xl prints no newline after the text: what it says next follows on the same line. */
  readonly unterminated?: true;
  /** xl dies by a signal. */
  readonly crash?: true;
  /** It hangs on how many CPUs and NUMA nodes the host has. */
  readonly ofHost?: true;
}

/** Where a message belongs. */
export interface Place {
  readonly key?: string;
  readonly item?: number;
  readonly part?: Span;
  readonly option?: string;
}

/** Ends the current step of the model after a fatal message. */
export class Refusal {
  /** `last`: what follows would only be guessed at, so no further error is looked for. */
  constructor(readonly last: boolean) {}
}
