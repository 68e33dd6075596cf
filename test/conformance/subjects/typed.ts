import { type PlainSetting, readSettings } from '../../../server/src/syntax/reading';
import { TypedReading } from '../../../server/src/syntax/typed';
import { NUMBER_KINDS } from '../generate/numbers';
import { differs } from './same';
import type { Subject } from './subject';
import { textOf } from './text';

const ABSENT = 3;
const READINGS = ['string', 'long', 'bounded', 'defbool', 'list', 'strings'] as const;

/** One typed reading of one name, as cfgdump -G tells it. */
interface RealTyped {
  readonly kind: (typeof READINGS)[number];
  readonly rc: number;
  readonly value: unknown;
  readonly messages: readonly string[];
  readonly quiet: readonly string[];
}

/** What is in Debian 12; older and newer releases differ in their warnings. */
const RELEASE = 417;

type Loudness = 'loud' | 'quiet';

function read(typed: TypedReading, kind: RealTyped['kind'], name: string, loudness: Loudness): unknown {
  switch (kind) {
    case 'string':
      return typed.string(name, loudness);
    case 'long':
      return typed.long(name, loudness)?.toString();
    case 'bounded':
      return typed.boundedLong(name, 1n, 255n, loudness)?.toString();
    case 'defbool':
      return typed.defbool(name, loudness);
    case 'list':
      return typed.list(name, loudness)?.length;
    case 'strings':
      return typed.strings(name, loudness);
  }
}

/** The typed readings of every setting, aloud and quietly: value, absence and warnings against libxlutil. */
export const typedSubject: Subject = {
  name: 'typed',
  program: 'cfgdump',
  args: ['-G'],
  framing: 'length',
  kinds: NUMBER_KINDS,

  difference(input, answer) {
    const real = JSON.parse(answer) as { get?: Record<string, RealTyped[]> };
    if (!real.get) return undefined;
    const said: string[] = [];
    const warn = (text: string, _setting: PlainSetting) => said.push(text);
    const reading = readSettings(textOf(input), { source: 'cfg', release: RELEASE });
    const typed = new TypedReading(reading, { release: RELEASE, source: 'cfg', warn });
    for (const [name, readings] of Object.entries(real.get)) {
      for (const { kind, rc, value, messages, quiet } of readings) {
        const at = `${kind} of ${name}`;
        const ours = read(typed, kind, name, 'loud') ?? null;
        const aloud = said.splice(0);
        const again = read(typed, kind, name, 'quiet') ?? null;
        const found =
          differs(rc === ABSENT, !typed.has(name), `absence, ${at}`) ??
          differs(value, ours, at) ??
          differs(value, again, `quiet ${at}`) ??
          differs(messages, aloud, `messages, ${at}`) ??
          differs(quiet, said.splice(0), `quiet messages, ${at}`);
        if (found) return found;
      }
    }
    return undefined;
  },

  count(_input, answer, count) {
    const real = JSON.parse(answer) as { get?: Record<string, RealTyped[]> };
    if (!real.get) return count('text refused');
    for (const readings of Object.values(real.get)) {
      for (const { kind, rc, value, messages } of readings) {
        count(`${kind}: ${rc === 0 ? 'given' : `errno ${rc}`}`);
        if (kind === 'defbool' && rc === 0) count(`defbool: ${value}`);
        for (const message of messages) count(`${kind} warns: ${words(message)}`);
      }
    }
  },

  expected: [
    ...READINGS.flatMap((kind) => ['given', 'errno 3', 'errno 22'].map((outcome) => `${kind}: ${outcome}`)),
    ...['long', 'bounded', 'defbool'].flatMap((kind) => [
      `${kind}: errno 34`,
      `${kind} warns: parameter is a list but should be a single value`,
      `${kind} warns: parameter could not be parsed as a number: Numerical result out of range`,
      `${kind} warns: parameter is not a valid number`,
      `${kind} warns: can't use += with numbers for parameter`,
    ]),
    'bounded warns: value is smaller than minimum bound',
    'bounded warns: value is greater than maximum bound',
    'defbool: true',
    'defbool: false',
    'string warns: parameter is a list but should be a single value',
    'list warns: parameter is a single value but should be a list',
    'strings warns: parameter is a single value but should be a list',
  ],
};

/** A warning without its place and what it quotes. */
function words(message: string): string {
  return message.replace(/^cfg:\d+: warning: /, '').replace(/ [`'][^']*'/g, '');
}
