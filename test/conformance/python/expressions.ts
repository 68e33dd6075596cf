import { COLLECTION_FORMS } from './expressions-collections';
import { NUMBER_FORMS } from './expressions-numbers';
import { TEXT_FORMS } from './expressions-texts';

/** The types that generated expressions are meant to have; `any` is one of the others. */
export type Type =
  | 'str'
  | 'unicode'
  | 'int'
  | 'long'
  | 'float'
  | 'bool'
  | 'none'
  | 'strs'
  | 'ints'
  | 'mixed'
  | 'tuple'
  | 'pair'
  | 'dict'
  | 'set'
  | 'match'
  | 'any';

/**
 * What an expression of a type may look like. `{int}` stands for an expression of that type, `{int!}` for one that binds
 * closer than any operator, `{#3}` for a number from 0 to 3, `{'}` for a text without quotes, `{x}` for a name of a loop's
 * own. A form that mostly raises begins with a question mark. Forms between blanks are operators: the whole gets parentheses most of the time.
 */
export const FORMS: Readonly<Record<Exclude<Type, 'any'>, readonly string[]>> = {
  ...TEXT_FORMS,
  ...NUMBER_FORMS,
  ...COLLECTION_FORMS,
};
