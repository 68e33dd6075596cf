import type { Reading } from '../syntax/reading';
import { NEWEST_RELEASE, type Release } from '../syntax/release';
import { TypedReading } from '../syntax/typed';
import type { Fields } from './fields';
import { Guest } from './guest';
import { DEFAULT_HOST, type Host } from './host';
import { type Message, Refusal } from './message';
import { STEPS } from './order';
import { isTaken, type Step } from './step';
import { type GlobalResult, globalConfig, NO_XL_CONF } from './xl-conf';

export interface DomainOptions {
  readonly release?: Release;
  readonly host?: Host;
  /** What libxlutil reads from xl.conf; without it xl's built-in defaults hold. */
  readonly xlConf?: Reading;
  /** The guest file's name as xl is given it; it stands before libxlutil's warnings. */
  readonly source?: string;
  /** Stands for every id that xl would make up. */
  readonly uuid?: string;
}

/** What xl does with a guest file. */
export interface DomainResult {
  readonly verdict: 'accepted' | 'refused';
  /** What xl prints, in its order, up to and with the first fatal message. */
  readonly messages: readonly Message[];
  /** What xl would come to print, one after the other, if the fatal messages before were mended. */
  readonly further: readonly Message[];
  /** The structures of libxl that xl would build the guest from; absent when it is refused. See `domainJson`. */
  readonly domain?: Domain;
}

/** A guest as xl understood it: libxl's structures, each field by libxl's name, with those that are as ever left out. */
export interface Domain {
  readonly release: Release;
  readonly config: Fields;
}

/** The file's name as xl itself gives it to libxlutil. */
const XL_CONF = '/etc/xen/xl.conf';
const WITHOUT_XL_CONF: GlobalResult = { config: NO_XL_CONF, messages: [] };
const NIL_UUID = '00000000-0000-0000-0000-000000000000';

/**
 * Computes what `xl -N create` of a release does with the settings of a guest file: its verdict, everything that it
 * prints, and the domain that it would build (4.14, 4.17 and 4.20 by test, others from 4.10 on after their source).
 * Never throws.
 */
export function buildDomain(reading: Reading, options: DomainOptions = {}): DomainResult {
  const release = options.release ?? NEWEST_RELEASE;
  const host = options.host ?? DEFAULT_HOST;
  const global = options.xlConf ? globalConfig(options.xlConf, release, host, XL_CONF) : WITHOUT_XL_CONF;
  if (global.messages.at(-1)?.fatal) return { verdict: 'refused', messages: global.messages, further: [] };
  if (!reading.ok) {
    return { verdict: 'refused', messages: [...global.messages, ...readingMessages(reading)], further: [] };
  }
  const settings = new TypedReading(reading, {
    release,
    source: options.source ?? '',
    outOfRange: global.outOfRange ?? false,
    warn: (text, { name }) => guest.warn({ key: name }, text),
  });
  const guest = new Guest(settings, { release, host, global: global.config, uuid: options.uuid ?? NIL_UUID });
  guest.messages.push(...global.messages);
  for (const step of stepsOf(release)) {
    if ((step.types === undefined || step.types.includes(guest.type)) && !take(step, guest)) break;
  }
  const { messages, further } = guest;
  if (guest.refused) return { verdict: 'refused', messages, further };
  return { verdict: 'accepted', messages, further, domain: { release, config: assemble(guest) } };
}

function readingMessages(reading: Reading): Message[] {
  const messages = reading.messages.map((text): Message => {
    return { text, severity: text.startsWith('warning:') ? 'warning' : 'error' };
  });
  if (reading.crash) return [...messages, { text: '', severity: 'error', fatal: true, crash: true }];
  return [...messages, { text: 'Failed to parse config: Invalid argument', severity: 'error', fatal: true }];
}

const STEPS_OF = new Map<Release, readonly Step[]>();

/** The steps that xl of a release takes, each for the types that it names. */
function stepsOf(release: Release): readonly Step[] {
  let steps = STEPS_OF.get(release);
  if (!steps) {
    steps = STEPS.filter((step) => isTaken(step, release));
    STEPS_OF.set(release, steps);
  }
  return steps;
}

/** False when nothing after the step can be known. */
function take(step: Step, guest: Guest): boolean {
  try {
    step.take(guest);
    return true;
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return !refusal.last;
  }
}

function assemble(guest: Guest): Fields {
  const { create, build, config } = guest;
  const typed = { hvm: guest.hvm, pv: guest.pv, pvh: guest.pvh }[guest.type];
  return {
    c_info: create,
    b_info: {
      ...build,
      sched_params: guest.schedule,
      [`type.${guest.type}`]: typed,
      arch_arm: guest.arm,
      arch_x86: guest.x86,
    },
    ...config,
  };
}
