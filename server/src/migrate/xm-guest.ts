import type { Host } from '../model';
import type { Fields } from '../model/fields';
import { shellWords } from '../rules/shell-words';
import { findKey } from '../schema/keys';
import { findXmName } from '../schema/xm';
import type { PlainValue } from '../syntax/reading';
import type { Release } from '../syntax/release';
import { type BuiltGuest, builtGuest, type PlainGuest, refusedKey } from './built-fields';
import { type XmDefault, xmDefaults } from './xm-defaults';
import { plainFramebuffers, plainPci, plainVifs, plainVtpms } from './xm-devices';
import { xmDisk } from './xm-disks';
import { cdDrive, cpuidBits, deviceModelOptions, oldScreen, usbControllers } from './xm-emulated';
import { composeKernelArguments } from './xm-kernel';
import { startedProcessors } from './xm-processors';

/** The values that xm took from a file, by name; what translates them changes it in place. */
export type XmSettings = Map<string, PlainValue>;

/**
 * Why a field is not the same to xl. `default`: nobody set it and xl takes another value; `dropped`: xl has nothing
 * like it; `other-key`: another key of xl does its work; `form`: xl reads the value in another way; `unsafe`: a fix that may change the meaning was chosen;
 * `undecided`: it is left for a person to decide; `backend`: libxl does the same by other means.
 */
export interface Reason {
  readonly kind: 'default' | 'dropped' | 'other-key' | 'form' | 'unsafe' | 'undecided' | 'backend';
  readonly text: string;
}

/** A part of the guest as xm built it for which libxl has no field. */
export interface XmFact {
  readonly field: string;
  readonly value: string;
  /** The name of xm that said it. */
  readonly key: string;
  readonly reason: Reason;
}

/** A guest as xm built it, in xl's words. */
export interface XmGuest extends BuiltGuest {
  readonly facts: readonly XmFact[];
  /** What xl makes of values that stay as they were to xm, where it is something else, by key. */
  readonly forms: ReadonlyMap<string, string>;
  /** xm's defaults among its settings, by key. */
  readonly defaults: ReadonlyMap<string, XmDefault>;
}

export interface XmOptions {
  readonly release: Release;
  readonly host: Host;
  readonly fileName?: string;
  /** Names that the file sets to what is not known. */
  readonly unknown: ReadonlySet<string>;
}

/** Words of `builder` for a fully virtualised guest. */
const HVM_BUILDERS: ReadonlySet<string> = new Set(['hvm', 'vmx', 'svm']);

/** What restart= told xend to do after poweroff, reboot and crash. */
const RESTARTS: Readonly<Record<string, readonly [string, string, string]>> = {
  onreboot: ['destroy', 'restart', 'destroy'],
  always: ['restart', 'restart', 'restart'],
  never: ['destroy', 'destroy', 'destroy'],
};

const EVENTS = ['on_poweroff', 'on_reboot', 'on_crash'] as const;

const TYPE_SINCE: Release = 410;

/**
 * The guest that xm and xend (4.4) built from the values of a file, in the terms of libxl. It is made without the
 * rules and their fixes, so that what these come to can be compared with it.
 */
export function xmGuest(values: ReadonlyMap<string, PlainValue>, options: XmOptions): XmGuest {
  const { release, unknown } = options;
  const settings: XmSettings = new Map(values);
  const rename = (from: string, to: string, value: PlainValue | undefined) => {
    const given = settings.get(from);
    if (given === undefined) return;
    settings.delete(from);
    if (value === undefined || settings.has(to)) return;
    settings.set(to, value);
  };
  const text = (name: string) => {
    const value = settings.get(name);
    return typeof value === 'string' ? value : undefined;
  };

  const isHvm = guestType(settings, release);
  if (!settings.has('name') && !unknown.has('name') && options.fileName) settings.set('name', options.fileName);
  dropPrograms(settings, isHvm, rename);
  const actions = RESTARTS[text('restart') ?? ''];
  for (const [i, action] of actions?.entries() ?? []) settings.set(EVENTS[i]!, action);
  settings.delete('restart');
  rename('cpu_cap', 'cap', text('cpu_cap'));
  rename('lapic', 'apic', text('lapic'));
  const irq = settings.get('irq');
  rename('irq', 'irqs', typeof irq === 'string' ? [irq] : irq);
  rename('bootargs', 'bootloader_args', shellWords(text('bootargs') ?? ''));
  const forms = startedProcessors(settings, release);
  if (isHvm && Number(text('videoram') ?? 8) < 8) forms.set('videoram', 'libxl makes no guest with less than 8 MiB');
  composeKernelArguments(settings);
  plainPci(settings);
  deviceModelOptions(settings, isHvm, release);
  oldScreen(settings, isHvm, release);
  cdDrive(settings, isHvm);
  cpuidBits(settings);
  usbControllers(settings, release);
  const facts = [...plainVifs(settings, isHvm), ...plainFramebuffers(settings, isHvm), ...plainVtpms(settings)];
  const disks = takeDisks(settings, release, facts);
  const defaults = new Map<string, XmDefault>();
  if (!knowsXl(values)) {
    for (const [name, one] of xmDefaults(settings, isHvm ? 'hvm' : 'pv')) {
      if (unknown.has(name)) continue;
      defaults.set(name, one);
      settings.set(name, one.value);
    }
  }
  facts.push(...lost(settings));
  const guest = { settings, disks, release, host: options.host };
  takeRefused(guest, settings, facts);
  return { ...builtGuest(guest), facts, forms, defaults };
}

/** True for a file with keys of which xm knew nothing: its author had xl in mind, and xl's defaults. */
function knowsXl(values: ReadonlyMap<string, PlainValue>): boolean {
  return [...values.keys()].some((name) => findKey(name) !== undefined && findXmName(name) === undefined);
}

/** Puts the type in the place of the builder; gives whether the guest is a fully virtualised one. */
function guestType(settings: XmSettings, release: Release): boolean {
  const builder = settings.get('builder');
  const type = settings.get('type');
  const isHvm = typeof builder === 'string' ? HVM_BUILDERS.has(builder) : type === 'hvm';
  if (builder !== undefined && !(type !== undefined && release >= TYPE_SINCE)) {
    settings.delete('builder');
    if (release >= TYPE_SINCE) settings.set('type', isHvm ? 'hvm' : builder === 'pvh' ? 'pvh' : 'pv');
    else settings.set('builder', isHvm ? 'hvm' : 'generic');
  } else settings.delete('builder');
  return isHvm;
}

/** Takes out the programs of xend, which xl brings itself. */
function dropPrograms(
  settings: XmSettings,
  isHvm: boolean,
  rename: (from: string, to: string, value: PlainValue | undefined) => void,
): void {
  const program = (name: string) => {
    const value = settings.get(name);
    return typeof value === 'string' ? value.slice(value.lastIndexOf('/') + 1) : '';
  };
  if (isHvm && program('kernel') === 'hvmloader') settings.delete('kernel');
  if (isHvm) settings.delete('loader');
  const model = program('device_model');
  if (!isHvm || model === 'qemu-dm') settings.delete('device_model');
  else if (model === 'stubdom-dm') rename('device_model', 'device_model_stubdomain_override', '1');
  else rename('device_model', 'device_model_override', settings.get('device_model'));
}

function takeDisks(settings: XmSettings, release: Release, facts: XmFact[]): Fields[] | undefined {
  const given = settings.get('disk');
  if (!Array.isArray(given)) return undefined;
  settings.delete('disk');
  const disks: Fields[] = [];
  for (const item of given) {
    const disk = xmDisk(typeof item === 'string' ? item : '', `disks[${disks.length}]`, release);
    disks.push(disk.fields);
    facts.push(...disk.facts);
  }
  return disks;
}

/** What the names of xm said of which xl knows nothing, and that is not as it was without them. */
function lost(settings: XmSettings): XmFact[] {
  const facts: XmFact[] = [];
  for (const [name, value] of settings) {
    const row = findXmName(name);
    if (!row || findKey(name) || row.standing === 'mentioned') continue;
    settings.delete(name);
    const plain = typeof value === 'string' ? value : JSON.stringify(value);
    const initial = row.default?.replace(/^'(.*)'$/, '$1') ?? '';
    if (plain === initial || plain === '' || plain === '[]' || (plain === '0' && initial === '')) continue;
    const text = `xl ignores ${name}${row.note ? `: ${row.note}` : ' and has nothing like it'}`;
    facts.push({ field: name, value: plain, key: name, reason: { kind: 'dropped', text } });
  }
  return facts;
}

/** Takes out settings whose values xl refuses: what xm made of them has no field. */
function takeRefused(guest: PlainGuest, settings: XmSettings, facts: XmFact[]): void {
  for (let refused = refusedKey(guest); refused; refused = refusedKey(guest)) {
    const { key, text } = refused;
    const value = settings.get(key)!;
    settings.delete(key);
    const shown = typeof value === 'string' ? value : JSON.stringify(value);
    facts.push({ field: key, value: shown, key, reason: { kind: 'dropped', text: `xl refuses this value: ${text}` } });
  }
}
