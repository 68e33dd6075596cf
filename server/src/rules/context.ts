import type { DomainResult } from '../model';
import { matchMember } from '../schema/enums';
import type { Architecture, GuestType } from '../schema/types';
import { findXmName } from '../schema/xm';
import type { PlainValue, Reading } from '../syntax/reading';
import type { Release } from '../syntax/release';
import type { Span } from '../syntax/span';
import { type Atom, atomSpan, type Setting, type Tree, type Value } from '../syntax/tree';
import { type KeySetting, keySettings } from './key-settings';
import type { PythonReport } from './python-report';
import type { Severities } from './severities';
import { type SpecItem, specItems } from './spec-items';

/** What a rule is given: one file, read by every layer below, as values. */
export interface FileInput {
  readonly text: string;
  readonly release: Release;
  readonly tree: Tree;
  readonly reading: Reading;
  readonly domain: DomainResult;
  /** The file as a Python program; absent where libxlutil can read it, or where the Python parser is not loaded. */
  readonly python?: PythonReport;
  /** The file's own name, without its folder. */
  readonly fileName?: string;
  /** Names that are never reported as unknown. */
  readonly knownKeys: ReadonlySet<string>;
  /** What the file is when it is in a format of another program, and what to do with it. */
  readonly foreign?: { readonly what: string; readonly remedy: string };
  readonly severities: Severities;
  /** The machine that the guest is for, where somebody said it. */
  readonly arch?: Architecture;
  /** Takes the file for an xm file whatever it holds: a conversion that is under way goes on. */
  readonly forceXm: boolean;
  /** The text before a conversion that is under way. */
  readonly original?: string;
}

/** A file as the rules see it. */
export class FileContext {
  /** The settings that stand in the file as xl can read them: none with an error in it, none inside Python. */
  readonly settings: readonly Setting[];
  /** True when the file holds something that only xm understood. */
  readonly isXm: boolean;
  readonly #last = new Map<string, Setting>();
  readonly #values: ReadonlyMap<string, PlainValue>;
  #keys: readonly KeySetting[] | undefined;
  #specs: readonly SpecItem[] | undefined;

  constructor(readonly input: FileInput) {
    const { tree, python } = input;
    this.settings = tree.settings.filter((setting) => !setting.broken && (!python || python.isPlain(setting.span)));
    for (const setting of this.settings) this.#last.set(setting.name, setting);
    this.#values = python?.values ?? new Map();
    this.isXm = input.forceXm || (python?.constructs.length ?? 0) > 0 || this.settings.some(isXmOnly);
  }

  get text(): string {
    return this.input.text;
  }

  get release(): Release {
    return this.input.release;
  }

  /** The setting of that name that counts: the last one. */
  last(name: string): Setting | undefined {
    return this.#last.get(name);
  }

  /** Every setting of that name. */
  *all(name: string): Iterable<Setting> {
    for (const setting of this.settings) if (setting.name === name) yield setting;
  }

  /** The text of a scalar setting, also where Python computes it; undefined when it is absent, a list or unknown. */
  scalar(name: string): string | undefined {
    const value = this.#values.get(name);
    if (typeof value === 'string') return value;
    const setting = this.last(name);
    return setting && setting.value.kind !== 'list' ? setting.value.text : undefined;
  }

  /** True when the file sets that name, in whatever way. */
  sets(name: string): boolean {
    return this.#last.has(name) || this.#values.has(name) || (this.input.python?.writes.has(name) ?? false);
  }

  /** True when Python that is still in the file sets one of these names, so that the settings alone do not tell. */
  isComputed(...names: readonly string[]): boolean {
    const computed = this.input.python?.computed;
    return computed !== undefined && names.some((name) => computed.has(name));
  }

  /** The values in the list of that name: of its last assignment and of what += adds to it. */
  values(name: string): readonly Value[] {
    let values: Value[] = [];
    for (const { op, value } of this.all(name)) {
      if (op === '=') values = [];
      if (value.kind === 'list') values.push(...value.items);
    }
    return values;
  }

  /** The strings of the list of that name. */
  items(name: string): readonly Atom[] {
    return this.values(name).filter((item) => item.kind !== 'list');
  }

  /** Where a part of an atom's value stands in the file. */
  place(atom: Atom, part: Span): Span {
    return atomSpan(this.input.tree, atom, part);
  }

  /** The settings that count and that xl reads, each with the key's row as of the release. */
  get keys(): readonly KeySetting[] {
    this.#keys ??= [...keySettings(this)];
    return this.#keys;
  }

  /** The strings with a mini-language that xl reads, each as xl reads it. */
  get specs(): readonly SpecItem[] {
    this.#specs ??= [...specItems(this)];
    return this.#specs;
  }

  /** The type of the guest as xl of the release finds it. */
  get guestType(): GuestType {
    const type = this.release >= TYPE_SINCE ? this.scalar('type') : undefined;
    if (type !== undefined) return (matchMember('type', type, this.release)?.value ?? 'pv') as GuestType;
    const builder = this.scalar('builder');
    if (builder !== undefined) return matchMember('builder', builder, this.release)?.value === 'hvm' ? 'hvm' : 'pv';
    return this.input.arch === 'arm' && this.release >= ARM_PVH_SINCE ? 'pvh' : 'pv';
  }
}

/** The first release with the key `type`, and the first one in which every guest on Arm is a PVH one. */
const TYPE_SINCE: Release = 410;
const ARM_PVH_SINCE: Release = 412;

/** A driver of xend, a path below /dev, a disk of the device model, a name in /dev/, a forced mode, a backend in the fourth place. */
const XM_DISK = /^tap|^aio:|^phy:\w+\/|,ioemu:|^\w+:[^,]*,\/dev\/|!\s*$|^(phy|file):[^,]*,[^,=]*,[rw],[^,=]+$/;

/** True for a setting that needs something xl has not: a name of xm alone, or a form of a value that only xm took. */
function isXmOnly(setting: Setting): boolean {
  const xm = findXmName(setting.name);
  if (!xm) return false;
  if (xm.xl !== 'reads') return true;
  if (setting.name === 'builder' && setting.value.kind === 'string')
    return !/^(hvm|generic|pv|pvh)/.test(setting.value.text);
  if (setting.name === 'disk' && setting.value.kind === 'list') {
    return setting.value.items.some((item) => item.kind === 'string' && XM_DISK.test(item.text));
  }
  return false;
}
