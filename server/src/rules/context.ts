import { matchMember } from '../schema/enums';
import type { GuestType } from '../schema/types';
import type { PlainValue } from '../syntax/reading';
import type { Release } from '../syntax/release';
import type { Span } from '../syntax/span';
import { type Atom, atomSpan, type Setting, type Value } from '../syntax/tree';
import { fatalKeys } from './fatal-keys';
import type { Circumstances, FileInput, News } from './file-input';
import { type KeySetting, keySettings } from './key-settings';
import { Look } from './look';
import { type NumberSetting, numberSettings } from './numbers';
import { type SpecItem, type SpecList, specLists } from './spec-items';
import { isXmOnly } from './xm-only';

/** A file as the rules see it. */
export class FileContext {
  /** True when the file holds something that only xm understood. */
  readonly isXm: boolean;
  readonly #input: FileInput;
  readonly #settings: readonly Setting[];
  readonly #byName: ReadonlyMap<string, readonly Setting[]>;
  readonly #python: ReadonlyMap<string, PlainValue>;
  readonly #news: News | undefined;
  readonly #values: Map<string, readonly Value[]>;
  readonly #items = new Map<string, readonly Atom[]>();
  readonly #texts: Map<string, readonly string[]>;
  #keys: readonly KeySetting[] | undefined;
  #numbers: readonly NumberSetting[] | undefined;
  #lists: readonly SpecList[] | undefined;
  #specs: readonly SpecItem[] | undefined;
  #faulty: readonly SpecItem[] | undefined;
  #fatal: ReadonlySet<string | undefined> | undefined;
  #assigned: ReadonlyMap<string, Setting> | undefined;
  #look: Look | undefined;

  constructor(input: FileInput);
  /** @param whole the context of the same file from which this one leaves out what is no `news` */
  constructor(input: FileInput, whole: FileContext, news: News);
  constructor(input: FileInput, whole?: FileContext, news?: News) {
    const { tree, python } = input;
    this.#input = input;
    this.#python = python?.values ?? NOTHING;
    this.#news = news;
    this.#values = whole ? whole.#values : new Map();
    this.#texts = whole ? whole.#texts : new Map();
    if (whole && news) {
      const isNews = ({ setting }: { readonly setting: Setting }) => news.has(setting);
      this.#settings = whole.settings.filter((setting) => news.has(setting));
      this.#byName = whole.#byName;
      this.isXm = whole.isXm;
      this.#keys = whole.keys.filter(isNews);
      this.#numbers = whole.numbers.filter(isNews);
      this.#lists = whole.specLists.filter(isNews);
      this.#fatal = whole.#fatal;
      this.#assigned = whole.#assigned;
      return;
    }
    this.#settings = tree.settings.filter((setting) => !setting.broken && (!python || python.isPlain(setting.span)));
    this.#byName = byName(this.#settings);
    this.isXm =
      input.configFile === 'guest' &&
      (input.forceXm ||
        (python?.constructs.length ?? 0) > 0 ||
        this.#settings.some((setting) => isXmOnly(setting, input.release)));
  }

  /** The same file without settings, and strings in lists, that are no news. */
  reduced(news: News): FileContext {
    return new FileContext(this.#input, this, news);
  }

  /** Notes what `run` looks at. */
  watch(run: () => void): Look {
    const look = new Look();
    this.#look = look;
    run();
    this.#look = undefined;
    return look;
  }

  #lookAtWhole(): void {
    if (this.#look) this.#look.whole = true;
  }

  get input(): FileInput {
    this.#lookAtWhole();
    return this.#input;
  }

  get circumstances(): Circumstances {
    return this.#input;
  }

  get text(): string {
    return this.input.text;
  }

  get release(): Release {
    return this.#input.release;
  }

  /** The settings that stand in the file as xl can read them: none with an error in it, none inside Python. */
  get settings(): readonly Setting[] {
    this.#lookAtWhole();
    return this.#settings;
  }

  /** The setting of that name that counts: the last one. */
  last(name: string): Setting | undefined {
    this.#look?.names.add(name);
    return this.#byName.get(name)?.at(-1);
  }

  /** Every setting of that name, in the order of the file. */
  all(name: string): readonly Setting[] {
    this.#look?.names.add(name);
    return this.#byName.get(name) ?? [];
  }

  /** True when settings have the same name. */
  get hasRepeatedNames(): boolean {
    this.#lookAtWhole();
    return this.#byName.size < this.#settings.length;
  }

  /** The last assignment of that name, be it a mistake in itself; what stands before it counts for nothing. */
  assigned(name: string): Setting | undefined {
    this.#look?.names.add(name);
    const { tree, python } = this.#input;
    this.#assigned ??= new Map(
      (python ? this.#settings : tree.settings)
        .filter(({ op }) => op === '=')
        .map((setting) => [setting.name, setting]),
    );
    return this.#assigned.get(name);
  }

  /** The text of a scalar setting, also where Python computes it; undefined when it is absent, a list or unknown. */
  scalar(name: string): string | undefined {
    const value = this.#python.get(name);
    if (typeof value === 'string') return value;
    const setting = this.last(name);
    return setting && setting.value.kind !== 'list' ? setting.value.text : undefined;
  }

  /** True when the file sets that name, in whatever way. */
  sets(name: string): boolean {
    this.#look?.names.add(name);
    return this.#byName.has(name) || this.#python.has(name) || (this.#input.python?.writes.has(name) ?? false);
  }

  /** True when Python that is still in the file sets one of these names, so that the settings alone do not tell. */
  isComputed(...names: readonly string[]): boolean {
    const computed = this.#input.python?.computed;
    return computed !== undefined && names.some((name) => computed.has(name));
  }

  /** The values in the list of that name: of its last assignment and of what += adds to it. */
  values(name: string): readonly Value[] {
    this.#look?.names.add(name);
    let values = this.#values.get(name);
    if (!values) {
      values = listed(this.all(name));
      this.#values.set(name, values);
    }
    return values;
  }

  /** The strings of the list of that name; of those that hold nothing but strings, the news. */
  items(name: string): readonly Atom[] {
    this.#look?.names.add(name);
    let items = this.#items.get(name);
    if (!items) {
      const news = this.#newsOf(name);
      if (news?.length === 0 || !this.#isNews(name)) items = [];
      else if (news) items = news.map((index) => this.item(name, index) as Atom);
      else items = this.values(name).filter((item) => item.kind !== 'list');
      this.#items.set(name, items);
    }
    return items;
  }

  /** One of the values in the list of that name. */
  item(name: string, index: number): Value | undefined {
    const value = this.#plainList(name) ? this.last(name)!.value : undefined;
    return value?.kind === 'list' ? value.item(index) : this.values(name)[index];
  }

  /** True when there are nothing but strings in the list of that name. */
  isFlat(name: string): boolean {
    const plain = this.#plainList(name);
    if (plain) return plain.every((item) => typeof item === 'string');
    return this.values(name).every((item) => item.kind !== 'list');
  }

  /** The texts of all strings in the list of that name: shared with other versions of the text, not to be changed. */
  texts(name: string): readonly string[] {
    this.#look?.names.add(name);
    let texts = this.#texts.get(name);
    if (!texts) {
      const plain = this.#plainList(name);
      if (plain?.every((item) => typeof item === 'string')) texts = plain;
      else texts = this.values(name).flatMap((item) => (item.kind === 'list' ? [] : item.text));
      this.#texts.set(name, texts);
    }
    return texts;
  }

  /** The list of that name as libxlutil has it, where it is one setting's and known. */
  #plainList(name: string): readonly PlainValue[] | undefined {
    const settings = this.all(name);
    const plain = settings.at(-1)?.op === '=' ? settings.at(-1)!.plain : undefined;
    return typeof plain === 'object' ? plain : undefined;
  }

  /** False when nothing has changed in the settings of that name. */
  #isNews(name: string): boolean {
    return !this.#news || (this.#byName.get(name)?.some((setting) => this.#news!.has(setting)) ?? true);
  }

  /** The indices of the news in the list of that name; undefined where all of it is news. */
  #newsOf(name: string): readonly number[] | undefined {
    return this.#news && this.isFlat(name) ? this.#news.items(name, this.texts(name)) : undefined;
  }

  /** Where a part of an atom's value stands in the file. */
  place(atom: Atom, part: Span): Span {
    return atomSpan(this.#input.tree, atom, part);
  }

  /** The settings that count and that xl reads, each with the key's row as of the release. */
  get keys(): readonly KeySetting[] {
    this.#lookAtWhole();
    this.#keys ??= this.#unwatched(() => [...keySettings(this)]);
    return this.#keys;
  }

  /** That one of the keys which has that name. */
  key(name: string): KeySetting | undefined {
    this.#look?.names.add(name);
    this.#keys ??= this.#unwatched(() => [...keySettings(this)]);
    return this.#keys.find(({ setting }) => setting.name === name);
  }

  /** The single values of keys that take nothing but a number. */
  get numbers(): readonly NumberSetting[] {
    this.#lookAtWhole();
    this.#numbers ??= [...numberSettings(this)];
    return this.#numbers;
  }

  /** True when xl makes no guest because of that key. */
  isFatal(name: string): boolean {
    this.#lookAtWhole();
    this.#look?.fates.add(name);
    this.#fatal ??= fatalKeys(this.#input, this.#settings);
    return this.#fatal.has(name);
  }

  /** The settings with a mini-language that xl reads, each with its strings as xl reads them. */
  get specLists(): readonly SpecList[] {
    this.#lookAtWhole();
    return this.#specLists();
  }

  #specLists(): readonly SpecList[] {
    this.#lists ??= this.#unwatched(() => [...specLists(this)]);
    return this.#lists;
  }

  /** What is worked out once and for all is no matter of who asked first. */
  #unwatched<T>(work: () => T): T {
    const look = this.#look;
    this.#look = undefined;
    const result = work();
    this.#look = look;
    return result;
  }

  /** The strings with a mini-language that xl reads, each as xl reads it. */
  get specs(): readonly SpecItem[] {
    this.#lookAtWhole();
    this.#specs ??= this.specLists.flatMap((list) => {
      const news = list.setting.isList ? this.#newsOf(list.setting.name) : undefined;
      return news ? news.map((index) => list.item(index)) : list.texts.map((_, index) => list.item(index));
    });
    return this.#specs;
  }

  /** Those of `specs` that xl has something against. */
  get faultySpecs(): readonly SpecItem[] {
    this.#lookAtWhole();
    this.#faulty ??= this.#news
      ? this.specs.filter(({ reading }) => reading.errors.length > 0)
      : this.specLists.flatMap((list) => list.faulty.map((index) => list.item(index)));
    return this.#faulty;
  }

  /** The strings with a mini-language that a key of that name holds; undefined where xl reads none. */
  specsOf(key: string): SpecList | undefined {
    this.#look?.names.add(key);
    return this.#specLists().find(({ setting }) => setting.name === key);
  }

  /** The type of the guest as xl of the release finds it; what xm took for an HVM guest is one, too. */
  get guestType(): GuestType {
    const type = this.release >= TYPE_SINCE ? this.scalar('type') : undefined;
    if (type !== undefined) return (matchMember('type', type, this.release)?.value ?? 'pv') as GuestType;
    const builder = this.scalar('builder');
    if (builder !== undefined && HVM_BUILDERS.has(builder)) return 'hvm';
    if (builder !== undefined) return matchMember('builder', builder, this.release)?.value === 'hvm' ? 'hvm' : 'pv';
    return this.#input.arch === 'arm' && this.release >= ARM_PVH_SINCE ? 'pvh' : 'pv';
  }
}

const NOTHING: ReadonlyMap<string, PlainValue> = new Map();

function byName(settings: readonly Setting[]): Map<string, Setting[]> {
  const groups = new Map<string, Setting[]>();
  for (const setting of settings) {
    const group = groups.get(setting.name);
    if (group) group.push(setting);
    else groups.set(setting.name, [setting]);
  }
  return groups;
}

/** What the list comes to that settings of one name make. */
function listed(settings: readonly Setting[]): readonly Value[] {
  const first = settings.findLastIndex(({ op }) => op === '=');
  const lists = settings.slice(Math.max(0, first)).map(({ value }) => (value.kind === 'list' ? value.items : []));
  return lists.length === 1 ? lists[0]! : lists.flat();
}

/** Words of Xen 3.0 for HVM guests, by the processor's maker. */
const HVM_BUILDERS: ReadonlySet<string> = new Set(['vmx', 'svm']);

/** The first release with the key `type`, and the first one in which every guest on Arm is a PVH one. */
const TYPE_SINCE: Release = 410;
const ARM_PVH_SINCE: Release = 412;
