import { findKey, keyIsRead } from '../schema/keys';
import type { Reading } from '../syntax/reading';
import type { Release } from '../syntax/release';
import { parseCpus } from '../syntax/specs';
import { TypedReading } from '../syntax/typed';
import { Bitmap } from './bitmap';
import { addCpus } from './cpu-range';
import { int32 } from './fields';
import type { Host } from './host';
import { type Message, Refusal } from './message';

/** What xl.conf decides about a guest. */
export interface GlobalConfig {
  readonly runHotplugScripts: boolean;
  readonly claimMode: boolean;
  readonly blkdevStart?: string;
  readonly vifScript?: string;
  readonly vifBridge?: string;
  readonly vifGatewaydev?: string;
  readonly vifBackend?: string;
  /** Absent: libxl decides. */
  readonly maxGrantFrames?: bigint;
  readonly maxMaptrackFrames?: bigint;
  readonly maxGrantVersion?: bigint;
  readonly bootloaderRestrict?: boolean;
  /** The CPUs that guests may run on: all, HVM and PVH ones, PV ones. Absent: every CPU. */
  readonly cpumask?: Bitmap;
  readonly hvmCpumask?: Bitmap;
  readonly pvCpumask?: Bitmap;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** xl without an xl.conf. */
export const NO_XL_CONF: GlobalConfig = { runHotplugScripts: true, claimMode: true };

/** INT_MAX of C. */
export const INT_MAX = 2147483647n;

/** What xl makes of an xl.conf before it reads the guest. */
export interface GlobalResult {
  readonly config: GlobalConfig;
  /** What xl prints about it; the last one is fatal when xl ends there. */
  readonly messages: readonly Message[];
  /** What `TypedReading` calls so. */
  readonly outOfRange?: boolean;
}

/** What xl takes from an xl.conf for its guests, after xl's parse_global_config (4.14, 4.17, 4.20 by test). */
export function globalConfig(reading: Reading, release: Release, host: Host, source: string): GlobalResult {
  const reader = new GlobalReader(reading, release, host, source);
  try {
    if (reading.ok) reader.read();
    else reader.refuse([...reading.messages, 'Failed to parse config file: Invalid argument'].join('\n'));
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
  }
  return { config: reader.config, messages: reader.messages, outOfRange: reader.outOfRange };
}

class GlobalReader {
  readonly config: Mutable<GlobalConfig> = { ...NO_XL_CONF };
  readonly messages: Message[] = [];
  readonly #settings: TypedReading;

  constructor(
    reading: Reading,
    readonly release: Release,
    readonly host: Host,
    source: string,
  ) {
    const warn = (text: string, setting: { name: string }) => this.#say(setting.name, text);
    this.#settings = new TypedReading(reading, { release, source, warn });
  }

  get outOfRange(): boolean {
    return this.#settings.outOfRange;
  }

  /** Everything in xl's order. */
  read(): void {
    this.#word('autoballoon', (word) => /^(?:on|off|auto|0|1)$/.test(word), 'invalid autoballoon option', true);
    this.config.runHotplugScripts = this.#flag('run_hotplug_scripts') ?? true;
    this.#text('lockfile');
    this.#deprecated('vifscript', 'vif.default.script', 'vifScript');
    this.#deprecated('defaultbridge', 'vif.default.bridge', 'vifBridge');
    this.#keep('vif.default.gatewaydev', 'vifGatewaydev');
    this.#keep('vif.default.backend', 'vifBackend');
    const format = this.#text('output_format');
    if (format !== undefined && format !== 'json' && format !== 'sxp') {
      this.#say('output_format', `invalid default output format "${format}"`);
    }
    this.#keep('blkdev_start', 'blkdevStart');
    this.config.claimMode = this.#flag('claim_mode') ?? true;
    for (const name of ['remus.default.netbufscript', 'colo.default.proxyscript']) this.#text(name);
    this.#limit('max_grant_frames', 'maxGrantFrames');
    this.#limit('max_maptrack_frames', 'maxMaptrackFrames');
    this.#limit('max_grant_version', 'maxGrantVersion');
    this.#mask('vm.cpumask', 'cpumask');
    this.#mask('vm.hvm.cpumask', 'hvmCpumask');
    this.#mask('vm.pv.cpumask', 'pvCpumask');
    this.#word('domid_policy', (word) => word === 'xen' || word === 'random', 'invalid domid_policy option', true);
    const restrict = this.#isRead('bootloader_restrict') ? this.#settings.defbool('bootloader_restrict') : undefined;
    if (restrict !== undefined) this.config.bootloaderRestrict = restrict;
  }

  refuse(text: string, key?: string): never {
    this.messages.push({ text, severity: 'error', file: 'xl.conf', ...(key !== undefined && { key }), fatal: true });
    throw new Refusal(true);
  }

  #say(key: string, text: string, unterminated = false): void {
    const message: Message = { key, text, severity: 'warning', file: 'xl.conf' };
    this.messages.push(unterminated ? { ...message, unterminated } : message);
  }

  #isRead(name: string): boolean {
    const row = findKey(name, 'xl.conf');
    return row !== undefined && keyIsRead(row, this.release);
  }

  #text(name: string): string | undefined {
    return this.#isRead(name) ? this.#settings.string(name) : undefined;
  }

  #flag(name: string): boolean | undefined {
    const value = this.#isRead(name) ? this.#settings.long(name) : undefined;
    return value === undefined ? undefined : int32(value) !== 0;
  }

  #word(name: string, known: (word: string) => boolean, problem: string, unterminated: boolean): void {
    const word = this.#text(name);
    if (word !== undefined && !known(word)) this.#say(name, problem, unterminated);
  }

  #keep(name: string, field: 'blkdevStart' | 'vifScript' | 'vifBridge' | 'vifGatewaydev' | 'vifBackend'): boolean {
    const text = this.#text(name);
    if (text !== undefined) this.config[field] = text;
    return text !== undefined;
  }

  #deprecated(old: string, name: string, field: 'vifScript' | 'vifBridge'): void {
    if (this.#keep(old, field)) {
      this.#say(old, `the global config option ${old} is deprecated, please switch to ${name}`);
    }
    this.#keep(name, field);
  }

  #limit(name: string, field: 'maxGrantFrames' | 'maxMaptrackFrames' | 'maxGrantVersion'): void {
    if (!this.#isRead(name)) return;
    const value = this.#settings.boundedLong(name, 0n, INT_MAX, 'quiet');
    if (value !== undefined) this.config[field] = value;
    else if (this.#settings.has(name)) this.refuse('', name);
  }

  /** A wrong mask counts as far as xl could read it. */
  #mask(name: string, field: 'cpumask' | 'hvmCpumask' | 'pvCpumask'): void {
    const text = this.#text(name);
    if (text === undefined) return;
    const mask = new Bitmap(this.host.cpus);
    const spec = parseCpus(text, this.release);
    addCpus(spec.items, mask, this.host);
    for (const { message } of spec.errors) if (message !== undefined) this.#say(name, message);
    this.config[field] = mask;
  }
}
