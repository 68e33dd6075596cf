import { parseBdf, parseDisk, parsePci, parseRate, parseRdm } from '../../../server/src/syntax/specs';
import { DEVICE_KINDS } from '../generate/devices';
import { DEVICE_COUNTERS, fieldCounter, messageCounter } from './device-counters';
import { differs } from './same';
import type { Subject } from './subject';
import { textOf } from './text';

/** What specdump says of a device string; see oracle/specdump.c. */
interface RealSpec {
  readonly crash?: number;
  readonly undefined?: true;
  readonly rc: number;
  readonly messages: readonly string[];
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What a parser of ours says of one. */
interface OurSpec {
  /** The library ends the process, or nobody can say what it does. */
  readonly crash?: true | string | undefined;
  readonly rc: number;
  readonly messages: readonly string[];
  readonly fields: unknown;
}

type Language = keyof typeof DEVICE_KINDS;

/** The release of the library that Debian 12 has: fields and options of later ones are not compared. */
const RELEASE = 417;

const PARSERS: Readonly<Record<Language, (text: string) => OurSpec>> = {
  disk: (text) => answerOf(parseDisk(text, RELEASE, 'spec'), 'disk'),
  rate: (text) => answerOf(parseRate(text, RELEASE, 'spec'), 'rate'),
  bdf: (text) => answerOf(parseBdf(text, RELEASE), 'pci'),
  pci: (text) => answerOf(parsePci(text, RELEASE), 'pci'),
  rdm: (text) => answerOf(parseRdm(text, RELEASE), 'rdm'),
};

function answerOf<Field extends string>(
  spec: Omit<OurSpec, 'fields'> & Readonly<Record<Field, unknown>>,
  field: Field,
): OurSpec {
  return { rc: spec.rc, messages: spec.messages, fields: spec[field], crash: spec.crash };
}

/**
 * An address given as an option: when it lacks its dot, the variable that the library never sets holds what the calls
 * before it left on the stack, the same each time, and specdump cannot tell.
 */
function hasAddressOption(input: string): boolean {
  return input.includes('bdf=');
}

function deviceSubject(language: Language, parse: (text: string) => OurSpec): Subject {
  return {
    name: language,
    program: 'specdump',
    args: [language],
    framing: 'nul',
    kinds: DEVICE_KINDS[language],
    expected: DEVICE_COUNTERS[language],

    difference(input, answer) {
      const real = JSON.parse(answer) as RealSpec;
      const ours = parse(textOf(input));
      if (real.undefined) return ours.crash ? undefined : 'what the library does is undefined, ours does not say so';
      if (real.crash !== undefined) return ours.crash ? undefined : `the library crashed (${real.crash})`;
      if (ours.crash === 'unset' && hasAddressOption(input)) return undefined;
      if (ours.crash) return 'only ours crashed';
      return (
        differs(real.rc, ours.rc, 'rc') ??
        differs(real.messages, ours.messages, 'messages') ??
        differs(real.fields, ours.fields, language)
      );
    },

    count(_input, answer, count) {
      const real = JSON.parse(answer) as RealSpec;
      if (real.undefined) return count('rc: undefined');
      if (real.crash !== undefined) return count('rc: crash');
      count(`rc: ${real.rc}`);
      for (const message of real.messages) {
        const counter = messageCounter(message);
        if (counter) count(counter);
      }
      for (const [field, value] of Object.entries(real.fields)) count(fieldCounter(field, value));
    },
  };
}

/** Every language of device strings: fields, return code and messages against libxlutil. */
export const DEVICE_SUBJECTS: readonly Subject[] = (Object.keys(DEVICE_KINDS) as Language[]).map((language) =>
  deviceSubject(language, PARSERS[language]),
);
