import { matchMember } from '../schema/enums';
import type { Loudness } from '../syntax/typed';
import type { Guest, PartName } from './guest';
import { type Step, step, type When } from './step';

/** What a step for a word is made of. */
export interface WordStep extends When {
  /** The enumeration of the schema. */
  readonly words: string;
  /** PART.FIELD, where the word goes as the schema spells it. */
  readonly to: string;
  /** What xl prints about a word that it does not know. */
  readonly refusal: (text: string) => string;
  readonly loudness?: Loudness;
}

/** A step for a key whose value is a word of an enumeration and that xl refuses otherwise. */
export function word(key: string, options: WordStep): Step {
  const { words, to, refusal, loudness, ...when } = options;
  const [part, field] = to.split('.') as [PartName, string];
  return step(
    key,
    (guest: Guest) => {
      const text = guest.settings.string(key, loudness);
      if (text === undefined) return;
      const member = matchMember(words, text, guest.release);
      if (!member) guest.refuse({ key }, refusal(text));
      guest[part][field] = member.value;
    },
    when,
  );
}

/** xl's usual words against a wrong value: `ERROR: invalid value "x" for "key"`. */
export function invalidValue(key: string): (text: string) => string {
  return (text) => `ERROR: invalid value "${text}" for "${key}"`;
}
