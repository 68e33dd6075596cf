import type { PlainSetting, PlainValue, Reading } from './reading';
import type { Release } from './release';
import { LONG_MAX, LONG_MIN, strtol } from './strtol';

/** Takes a warning of libxlutil, whole as it prints it, about a setting. */
export type WarningSink = (text: string, setting: PlainSetting) => void;

export interface TypedOptions {
  readonly release: Release;
  /** The name that stands before each warning; libxlutil is given the file's path. */
  readonly source?: string;
  readonly warn?: WarningSink;
  /** What `outOfRange` is before anything is read. */
  readonly outOfRange?: boolean;
}

/** Whether libxlutil is to keep silent about a value of the wrong shape or type. */
export type Loudness = 'loud' | 'quiet';

/** Numbers and `+=` do not go together from here on. */
const APPEND_SINCE: Release = 413;

/**
 * The settings of a reading as libxlutil's getters give them to xl: the last one of a name counts. Every getter gives
 * undefined when the setting is absent or, after a warning unless it is quiet, has another shape or type: `has` tells
 * the two apart. Never throws.
 */
export class TypedReading {
  readonly #settings = new Map<string, PlainSetting>();
  readonly #release: Release;
  /** The name that stands before each warning. */
  readonly source: string;
  readonly #warn: WarningSink;
  #outOfRange: boolean;

  constructor(reading: Reading, options: TypedOptions) {
    for (const setting of reading.settings) this.#settings.set(setting.name, setting);
    this.#release = options.release;
    this.source = options.source ?? '';
    this.#warn = options.warn ?? (() => {});
    this.#outOfRange = options.outOfRange ?? false;
  }

  /** True when the number that was read last fits no long: C's errno says so until the next number is read. */
  get outOfRange(): boolean {
    return this.#outOfRange;
  }

  has(name: string): boolean {
    return this.#settings.has(name);
  }

  /** The setting that counts for the name. */
  setting(name: string): PlainSetting | undefined {
    return this.#settings.get(name);
  }

  /** xlu_cfg_get_string and xlu_cfg_replace_string. */
  string(name: string, loudness: Loudness = 'loud'): string | undefined {
    const setting = this.#settings.get(name);
    if (!setting) return undefined;
    if (typeof setting.value === 'string') return setting.value;
    if (loudness === 'loud' || this.#release < 402) {
      this.#say(setting, `parameter \`${name}' is a list but should be a single value`);
    }
    return undefined;
  }

  /** xlu_cfg_get_long. */
  long(name: string, loudness: Loudness = 'loud'): bigint | undefined {
    return this.boundedLong(name, LONG_MIN, LONG_MAX, loudness);
  }

  /** xlu_cfg_get_bounded_long. */
  boundedLong(name: string, min: bigint, max: bigint, loudness: Loudness = 'loud'): bigint | undefined {
    const setting = this.#settings.get(name);
    if (!setting) return undefined;
    const text = this.string(name, loudness);
    if (text === undefined) return undefined;
    const problem = this.#appendProblem(setting);
    if (problem) {
      if (loudness === 'loud') this.#say(setting, problem);
      return undefined;
    }
    const { value, end, overflow } = strtol(text, 0);
    this.#outOfRange = overflow;
    const wrong = overflow
      ? `parameter \`${name}' could not be parsed as a number: Numerical result out of range`
      : end === 0 || end < text.length
        ? `parameter \`${name}' is not a valid number`
        : value < min
          ? `value \`${value}' is smaller than minimum bound '${min}'`
          : value > max
            ? `value \`${value}' is greater than maximum bound '${max}'`
            : undefined;
    if (wrong === undefined) return value;
    if (loudness === 'loud' || this.#release < 402) this.#say(setting, wrong);
    return undefined;
  }

  /** xlu_cfg_get_defbool: any number but zero is true. */
  defbool(name: string, loudness: Loudness = 'loud'): boolean | undefined {
    const value = this.long(name, loudness);
    return value === undefined ? undefined : value !== 0n;
  }

  /** xlu_cfg_get_list. */
  list(name: string, loudness: Loudness = 'loud'): readonly PlainValue[] | undefined {
    const setting = this.#settings.get(name);
    if (!setting) return undefined;
    const { value } = setting;
    if (typeof value !== 'string') return value;
    if (loudness === 'loud') this.#say(setting, `parameter \`${name}' is a single value but should be a list`);
    return undefined;
  }

  /** xlu_cfg_get_list_as_string_list. */
  strings(name: string, loudness: Loudness = 'loud'): readonly string[] | undefined {
    const list = this.list(name, loudness);
    return list && leadingStrings(list);
  }

  #appendProblem(setting: PlainSetting): string | undefined {
    if (setting.op !== '+=' || this.#release < APPEND_SINCE) return undefined;
    return `can't use += with numbers for parameter \`${setting.name}'`;
  }

  #say(setting: PlainSetting, problem: string): void {
    this.#warn(`${this.source}:${setting.line}: warning: ${problem}`, setting);
  }
}

/**
 * The strings that xl finds when it asks for one element after the other (xlu_cfg_get_listitem): a nested list ends
 * them.
 */
export function leadingStrings(list: readonly PlainValue[]): readonly string[] {
  const end = list.findIndex((item) => typeof item !== 'string');
  return (end < 0 ? list : list.slice(0, end)) as readonly string[];
}
