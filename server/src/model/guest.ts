import type { Release } from '../syntax/release';
import type { Loudness, TypedReading } from '../syntax/typed';
import type { Fields } from './fields';
import type { Host } from './host';
import { type Message, type Place, Refusal } from './message';
import type { GlobalConfig } from './xl-conf';

/** The type of a guest, as libxl names it. */
export type DomainType = 'hvm' | 'pv' | 'pvh';

/** What a guest is made from beside its file. */
export interface Surroundings {
  readonly release: Release;
  readonly host: Host;
  /** What xl.conf says, or xl's built-in defaults. */
  readonly global: GlobalConfig;
  /** Stands for every id that xl would make up. */
  readonly uuid: string;
}

/** The parts of the domain in which steps set fields. `hvm`, `pv` and `pvh` are libxl's union: one of them counts. */
export const PARTS = [
  'config',
  'create',
  'build',
  'hvm',
  'pv',
  'pvh',
  'arm',
  'x86',
  'schedule',
  'framebuffer',
] as const;
export type PartName = (typeof PARTS)[number];

/** How xl ends; see `Message`. `last`: what follows would only be guessed at. */
type Ending = { readonly last?: boolean } & {
  readonly [how in 'crash' | 'unterminated' | 'ofHost']?: boolean;
};

/** The domain while it is built: the settings to read, the fields to set, and what xl has said so far. */
export class Guest {
  readonly release: Release;
  readonly host: Host;
  readonly global: GlobalConfig;
  readonly uuid: string;
  /** What xl has printed, up to and with the first fatal message. */
  readonly messages: Message[] = [];
  /** The messages that xl would come to once the first fatal one is mended. */
  readonly further: Message[] = [];
  readonly config: Fields = {};
  readonly create: Fields = {};
  readonly build: Fields = {};
  readonly hvm: Fields = { vga: {}, vnc: {}, sdl: {}, spice: {}, rdm: {} };
  readonly pv: Fields = {};
  readonly pvh: Fields = {};
  readonly arm: Fields = {};
  readonly x86: Fields = {};
  readonly schedule: Fields = {};
  /** The framebuffer that the keys of the top level make. */
  readonly framebuffer: Fields = { vnc: {}, sdl: {} };
  type: DomainType = 'pv';
  /** The value of `vcpus`: a long, as xl compares it. */
  vcpus = 0n;
  /** What every PCI device of the guest starts with. */
  readonly pciDefaults: Fields = {};
  /** The setting that leaves memory unset on which xl dies at the end. */
  doom: Place | undefined;
  #refused = false;

  constructor(
    readonly settings: TypedReading,
    surroundings: Surroundings,
  ) {
    this.release = surroundings.release;
    this.host = surroundings.host;
    this.global = surroundings.global;
    this.uuid = surroundings.uuid;
  }

  get refused(): boolean {
    return this.#refused;
  }

  /** xl prints `text` and goes on. */
  warn(place: Place, text: string): void {
    this.say({ ...place, text, severity: 'warning' });
  }

  /** xl prints `text`, which is no warning, and goes on. */
  note(place: Place, text: string): void {
    this.say({ ...place, text, severity: 'info' });
  }

  say(message: Message): void {
    (this.#refused ? this.further : this.messages).push(message);
  }

  /** xl prints `text` and ends. An empty text: it ends without a word. */
  refuse(place: Place, text: string, how: Ending = {}): never {
    const message: Message = {
      ...place,
      text,
      severity: 'error',
      fatal: true,
      ...(how.unterminated && { unterminated: true }),
      ...(how.crash && { crash: true }),
      ...(how.ofHost && { ofHost: true }),
    };
    (this.#refused ? this.further : this.messages).push(message);
    this.#refused = true;
    throw new Refusal(how.last ?? false);
  }

  /** xl dies. */
  crash(place: Place): never {
    this.refuse(place, '', { crash: true });
  }

  /** The strings of a list of specs, up to the first that is no string, each with its place; none without a list. */
  *specs(key: string, loudness: Loudness = 'loud'): Generator<[spec: string, place: Place]> {
    for (const [item, spec] of (this.settings.strings(key, loudness) ?? []).entries()) yield [spec, { key, item }];
  }
}
