import type { Outcome } from '../schema/types';
import type { SpecError } from '../syntax/specs';
import type { FileContext } from './context';
import type { Severity } from './finding';
import type { SpecItem } from './spec-items';

/** What xl does about something, as severity and words. */
export interface Fate {
  readonly severity: Severity;
  /** A clause that begins with xl. */
  readonly words: string;
}

const WORDS: Readonly<Record<Outcome, string>> = {
  refuses: 'xl refuses the file',
  exits: 'xl ends without a word and makes no guest',
  warns: 'xl warns and goes on as if it were not there',
  ignores: 'xl says nothing and goes on as if it were not there',
  stops: 'xl says nothing and reads no further in this string',
  passes: 'xl hands it on unchecked',
  positional: 'xl takes it for the next parameter',
};

/** The fate that the schema gives for what is wrong with a key; its severity follows what xl really does with the file. */
export function keyFate(file: FileContext, name: string, outcome: Outcome): Fate {
  const fatal = file.isFatal(name);
  const words = fatal && outcome !== 'exits' ? WORDS.refuses : !fatal && ends(outcome) ? WORDS.warns : WORDS[outcome];
  return { severity: fatal ? 'error' : 'warning', words };
}

function ends(outcome: Outcome): boolean {
  return outcome === 'refuses' || outcome === 'exits';
}

/** The fate of a part of a spec that the parser has something against. */
export function specFate(file: FileContext, { setting }: SpecItem, error: SpecError): Fate {
  const { message, problem, warning } = error;
  const fatal = !warning && file.isFatal(setting.name);
  if (message === undefined) {
    const words = fatal ? WORDS.exits : problem.includes('reads no further') ? WORDS.stops : WORDS.ignores;
    return { severity: fatal ? 'error' : 'warning', words };
  }
  const said = problem.replace(/[.\s]+$/, '');
  return fatal
    ? { severity: 'error', words: `xl refuses the file: "${said}"` }
    : { severity: 'warning', words: `xl warns, "${said}", and goes on without it` };
}

/** The fault that the parser found in a part of a spec. */
export function errorAt(
  { reading }: SpecItem,
  part: { readonly start: number; readonly end: number },
): SpecError | undefined {
  return reading.errors.find(({ span }) => span.start <= part.end && part.start <= span.end);
}
