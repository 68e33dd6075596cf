import type { Message } from '../model/message';
import { KEY_REMEDIES, SILENT_REMEDIES } from './remedies-keys';
import { SPEC_REMEDIES } from './remedies-specs';

/** A kind of xl's messages, without the place that a message begins with, and what to do about it: a sentence. */
export type RemedyRow = readonly [says: RegExp, remedy: string];

/** Every row: the first one that fits a message counts. */
export const REMEDIES: readonly RemedyRow[] = [...SPEC_REMEDIES, ...KEY_REMEDIES];

/**
 * What to do about a message of xl's, in our words; undefined for one that the table does not know.
 * @param quote the message without the place that it begins with
 */
export function remedyFor({ key }: Message, quote: string): string | undefined {
  if (quote === '') return key === undefined ? undefined : SILENT_REMEDIES[key];
  return REMEDIES.find(([says]) => says.test(quote))?.[1];
}
