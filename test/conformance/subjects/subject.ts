import type { Corpus } from '../generate/corpus';
import type { Random } from '../generate/random';
import type { Framing } from '../oracle';

/** Counts what occurred in a run. */
export type Count = (counter: string) => void;

/** One thing of ours that is compared with a real program. Inputs are byte strings: one character for each byte. */
export interface Subject {
  readonly name: string;
  /** The real program, its arguments and how it takes inputs. */
  readonly program: string;
  readonly args: readonly string[];
  readonly framing: Framing;
  /** The kinds of inputs, each with its share of a run in percent. */
  readonly kinds: Readonly<
    Record<string, { readonly share: number; generate(random: Random, corpus: Corpus): string }>
  >;
  /** Inputs that every run holds besides the generated ones. */
  always?(): Iterable<string>;
  /** Counters that a run of any size must have seen at least once. */
  readonly expected: readonly string[];
  /** What differs between the real program's answer and ours, in words; undefined when nothing does. */
  difference(input: string, answer: string): string | undefined;
  /** Counts what the input and the answer show. */
  count(input: string, answer: string, count: Count): void;
}
