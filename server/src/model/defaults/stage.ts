import type { Release } from '../../syntax/release';
import { Bitmap } from '../bitmap';
import type { Domain } from '../domain';
import { type Fields, type FieldValue, Repeated } from '../fields';
import type { DomainType } from '../guest';
import type { Host } from '../host';
import { type Message, type Place, Refusal } from '../message';
import { UNSET_64 } from '../shape/structure';

/** What libxl completes a domain with beside what xl gave it. */
export interface Surroundings {
  readonly host: Host;
  /** Stands for every id that libxl would make up. */
  readonly uuid: string;
}

/** A domain while libxl completes and checks it: xl's structures, copied, and what libxl has said so far. */
export class Stage {
  readonly release: Release;
  readonly host: Host;
  readonly uuid: string;
  /** Its disks and interfaces are xl's own until they are completed: not to be changed in place. */
  readonly config: Fields;
  readonly create: Fields;
  readonly build: Fields;
  /** The structure of the guest's own type. */
  typed: Fields;
  /** What libxl has printed, up to the line in which it gives the guest up. */
  readonly messages: Message[] = [];
  /** The refusals that libxl would come to once the first one is mended. */
  readonly further: Message[] = [];
  #refused = false;

  constructor({ release, config }: Domain, { host, uuid }: Surroundings) {
    this.release = release;
    this.host = host;
    this.uuid = uuid;
    const { disks, nics, ...rest } = config;
    this.config = { ...(copy(rest) as Fields), ...(disks && { disks }), ...(nics && { nics }) };
    this.create = this.config.c_info as Fields;
    this.build = this.config.b_info as Fields;
    this.typed = structure(this.build, `type.${this.type}`);
  }

  get type(): DomainType {
    return this.create.type as DomainType;
  }

  get refused(): boolean {
    return this.#refused;
  }

  /** libxl prints a warning, perhaps of several lines, and goes on. */
  warn(place: Place, ...lines: readonly string[]): void {
    const text = lines.map((line) => `libxl: warning: ${line}`).join('\n');
    if (!this.#refused) this.messages.push({ ...place, text, severity: 'warning' });
  }

  /** libxl prints something that is no warning, and goes on. */
  note(place: Place, text: string): void {
    if (!this.#refused) this.messages.push({ ...place, text: `libxl: info: ${text}`, severity: 'info' });
  }

  /** libxl says why and gives the guest up. Without a text it does not say why. */
  refuse(place: Place, text = ''): never {
    const message: Message = {
      ...place,
      text: text === '' ? '' : `libxl: error: ${text}`,
      severity: 'error',
      fatal: true,
    };
    (this.#refused ? this.further : this.messages).push(message);
    throw new Refusal(false);
  }

  /** libxl has given the guest up: what was thrown, and the lines that the callers of what failed print. */
  giveUp(refusal: unknown, after: readonly string[]): void {
    if (!(refusal instanceof Refusal)) throw refusal;
    if (this.#refused) return;
    this.#refused = true;
    for (const text of after) this.messages.push({ text: `libxl: error: ${text}`, severity: 'error' });
  }

  /** How many messages there are. */
  get said(): number {
    return this.messages.length + this.further.length;
  }

  /** Devices of one kind; none when the guest has none. */
  devices(field: string): readonly Fields[] {
    return (this.config[field] ?? []) as readonly Fields[];
  }
}

/** The structure inside of another one, made when nothing was set in it. */
export function structure(fields: Fields, name: string): Fields {
  fields[name] ??= {};
  return fields[name] as Fields;
}

/** A size in KiB; libxl's mark for "not given" when nobody set it. */
export function size(fields: Fields, name: string): bigint {
  return BigInt((fields[name] as bigint | number | undefined) ?? UNSET_64);
}

/** Gives a size to a field that has none. */
export function defaultSize(fields: Fields, name: string, kibibytes: bigint): void {
  if (size(fields, name) === UNSET_64) fields[name] = kibibytes;
}

/** Gives values to fields that have none. */
export function defaults(fields: Fields, values: Fields): void {
  for (const name in values) fields[name] ??= values[name];
}

/** A value that may be changed without changing the one that it was made from. */
export function copy(value: FieldValue): FieldValue {
  if (typeof value !== 'object' || value instanceof Bitmap || value instanceof Repeated) return value;
  if (Array.isArray(value)) return value.map(copy);
  const fields = value as Fields;
  const copied: Fields = {};
  for (const name in fields) {
    const field = fields[name];
    if (field !== undefined) copied[name] = typeof field === 'object' ? copy(field) : field;
  }
  return copied;
}
