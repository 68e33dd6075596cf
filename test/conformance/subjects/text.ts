import { decode } from '../../../server/src/syntax/file-bytes';
import { readSettings } from '../../../server/src/syntax/reading';
import { everyShortText, TEXT_KINDS } from '../generate/texts';
import { differs } from './same';
import type { Subject } from './subject';
import { countMessages, countProductions, countValue, TEXT_COUNTERS } from './text-counters';

/** cfgdump's answer; see oracle/cfgdump.c. */
export interface RealReading {
  readonly crash?: number;
  readonly ok: boolean;
  readonly messages: readonly string[];
  readonly settings: readonly { name: string; op: '=' | '+='; line: number; value: RealValue }[];
}
export type RealValue = string | RealValue[];

/** The text of an input: its bytes as the command line would read them from a file. */
export function textOf(input: string): string {
  return decode(Buffer.from(input, 'latin1'));
}

/** Config texts: verdict, messages and settings against libxlutil. */
export const textSubject: Subject = {
  name: 'text',
  program: 'cfgdump',
  args: [],
  framing: 'length',
  kinds: TEXT_KINDS,
  always: everyShortText,

  difference(input, answer) {
    const ours = readSettings(textOf(input), { source: 'cfg' });
    const real = JSON.parse(answer) as RealReading;
    if (real.crash !== undefined) {
      if (ours.crash && !ours.ok) return differs(real.messages, ours.messages, 'messages');
      return `the library crashed (${real.crash}), ours ${ours.ok ? 'accepted' : 'refused without saying so'}`;
    }
    if (ours.crash) return 'only ours crashed';
    return (
      differs(real.ok, ours.ok, 'ok') ??
      differs(real.messages, ours.messages, 'messages') ??
      differs(real.settings, ours.settings, 'settings')
    );
  },

  count(input, answer, count) {
    const real = JSON.parse(answer) as RealReading;
    if (real.crash !== undefined) return count('verdict: crash');
    count(real.ok ? 'verdict: accepted' : 'verdict: refused');
    countMessages(real.messages, count);
    for (const setting of real.settings) {
      count(`operator: ${setting.op}`);
      countValue(setting.value, 0, count);
    }
    if (real.ok) countProductions(input, count);
  },

  expected: TEXT_COUNTERS,
};
