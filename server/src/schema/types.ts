import type { Release } from '../syntax/release';
import type { Prose } from './prose';

export type GuestType = 'pv' | 'hvm' | 'pvh';
/** The files whose keys the schema knows: a guest's, `xl.conf`, and that of `xl cpupool-create`. */
export type ConfigFile = 'guest' | 'xl.conf' | 'cpupool';

export type Architecture = 'x86' | 'arm';

/** Every guest type, in the order in which messages name them. */
export const GUEST_TYPES: readonly GuestType[] = ['pv', 'hvm', 'pvh'];

/**
 * What a scalar of the key means to xl, and each element when the key takes a list. `spec` is a string with a
 * mini-language inside, `enum` one of the words of `values`.
 */
export type KeyType =
  | 'string'
  | 'path'
  | 'integer'
  | 'boolean'
  | 'enum'
  | 'enum-or-integer'
  | 'enum-or-path'
  | 'boolean-or-enum'
  | 'uuid'
  | 'spec';

/** What may stand behind the `=`: one value, a list of values, either of them, or a list of lists. */
export type Shape = 'scalar' | 'list' | 'either' | 'nested';

type ReaderName = 'string' | 'long' | 'bounded_long' | 'defbool' | 'list' | 'string_list';

/**
 * The function of libxlutil with which xl fetches the value; `quiet-` when xl switches off its warning about a value of
 * the wrong shape or type.
 */
export type Reader = ReaderName | `quiet-${ReaderName}`;

/**
 * What xl does with something that is wrong. `refuses`: message, no guest. `exits`: no guest and no message. `warns`:
 * message, then goes on, without what is wrong if it is of no use. `ignores`: goes on without it and says nothing.
 * `stops`: silently reads no further in that spec. `passes`: hands it on unchecked, to libxl or the device model.
 * `positional`: takes it for the next parameter without a name.
 */
export type Outcome = 'refuses' | 'exits' | 'warns' | 'ignores' | 'stops' | 'passes' | 'positional';

/** One thing that xl looks at while it reads a key, and what it does then. The releases default to the key's own. */
export interface Check {
  readonly when: string;
  readonly xl: Outcome;
  readonly since?: Release;
  readonly until?: Release;
}

/** The columns of a row as they were up to and including `until`; a column that is absent was as later rows say. */
export type Earlier<Columns> = { readonly until: Release } & Partial<Columns>;

/** The columns of a key that changed between releases. */
export interface KeyColumns {
  readonly type: KeyType;
  /** `scalar` when absent. */
  readonly shape?: Shape;
  /** In the order in which xl tries them; absent when the type and shape tell: see `readersOf`. */
  readonly reads?: readonly Reader[];
  /** Guest types for which xl reads the key at all; every type when absent. */
  readonly guests?: readonly GuestType[];
  /** The mini-language of the value, or of the elements of a list. */
  readonly language?: string;
  /** The value as one would write it; absent when there is none or when it depends on more than the file. */
  readonly default?: string;
  /** What xl does with a list where it wants a scalar, or the other way round; `warns` when absent. */
  readonly wrongShape?: Outcome;
}

/** A key of a configuration file: one row, as of the newest release, `earlier` telling what it was before. */
export interface KeyRow extends KeyColumns {
  readonly name: string;
  /** First release that reads the key, and the last one; absent while it is still read. */
  readonly since: Release;
  readonly until?: Release;
  /** The first point release that reads it, where that was not the .0. */
  readonly point?: string;
  readonly earlier?: readonly Earlier<KeyColumns>[];
  /** The guest types that the manual means, when they are fewer than xl reads it for. */
  readonly meantFor?: readonly GuestType[];
  readonly arch?: Architecture;
  /** The mini-language of a list, where a scalar has another one. */
  readonly listLanguage?: string;
  /** Enumeration of the words, unless the language names it. */
  readonly values?: string;
  /** Words that the manual lists and xl does not check. */
  readonly suggested?: readonly string[];
  /** Smallest and greatest number that xl lets through. */
  readonly range?: readonly [number, number];
  /** The same as the manual gives it, where xl does not look. */
  readonly documentedRange?: readonly [number, number];
  readonly unit?: string;
  /** Where the default holds, or how it is found. */
  readonly defaultNote?: string;
  /** The manual's default, where it is another one than the program's. */
  readonly documentedDefault?: string;
  readonly deprecatedSince?: Release;
  /** Keys of the same file that do its work now. */
  readonly replacedBy?: readonly string[];
  /** True when no heading of the newest manual names the key. */
  readonly undocumented?: true;
  /** The last release whose manual had a heading for it. */
  readonly documentedUntil?: Release;
  readonly checks?: readonly Check[];
  readonly note?: Prose;
  /** What the guest gets and when one would set it. */
  readonly text?: Prose;
}

/** An option of a mini-language: a part of a spec. */
export interface OptionRow {
  readonly name: string;
  /**
   * `named` is NAME=VALUE, `flag` a bare word, `positional` known by its place alone, `prefix` NAME: before a target,
   * `item` the first word of a list, `value` a word that is the whole element, `form` a shape of the value, such as N-M.
   */
  readonly kind: OptionKind;
  /** First and last release; the language's when absent. */
  readonly since?: Release;
  readonly until?: Release;
  readonly type?: OptionType;
  /** Enumeration of the words. */
  readonly values?: string;
  /** Its place among the parts without a name, from 1. */
  readonly position?: number;
  readonly default?: string;
  readonly defaultNote?: string;
  /** True when it must be given, else the circumstances in which it must. */
  readonly required?: true | string;
  readonly conflicts?: readonly string[];
  readonly aliases?: readonly string[];
  readonly guests?: readonly GuestType[];
  /** Items in which it may stand. */
  readonly items?: readonly string[];
  /** True when the name is found whatever its case. */
  readonly anyCase?: true;
  readonly range?: readonly [number, number];
  readonly unit?: string;
  readonly deprecated?: true;
  readonly replacedBy?: readonly string[];
  /** What xl makes of it, for a prefix. */
  readonly becomes?: string;
  readonly undocumented?: true;
  readonly checks?: readonly Check[];
  readonly note?: Prose;
  readonly text?: Prose;
}

export type OptionKind = 'named' | 'flag' | 'positional' | 'prefix' | 'item' | 'value' | 'form';

export type OptionType =
  | 'string'
  | 'path'
  | 'integer'
  | 'boolean'
  | 'enum'
  | 'enums'
  | 'integers'
  | 'domain'
  | 'mac'
  | 'uuid'
  | 'vdev'
  | 'bdf'
  | 'hex'
  | 'rate'
  | 'bits';

/** The columns of a mini-language that changed between releases. */
export interface LanguageColumns {
  /** Blanks that xl skips: none, before each part, or around name and value too. `none` when absent. */
  readonly blanks?: 'none' | 'before' | 'around';
  /** What xl does with a name or word it does not know; `refuses` when absent. */
  readonly unknown?: Outcome;
  /** What xl does with a part that has no `=` where one belongs; `refuses` when absent. */
  readonly missingEquals?: Outcome;
}

/** A mini-language: how the strings of a spec are built, and its options. */
export interface LanguageRow extends LanguageColumns {
  readonly name: string;
  readonly since: Release;
  readonly until?: Release;
  /** What parts its options; absent when a string holds one. */
  readonly separator?: string;
  /** What parts name and value. */
  readonly assign?: string;
  readonly earlier?: readonly Earlier<LanguageColumns>[];
  /** Enumerations whose members are words of this language. */
  readonly values?: readonly string[];
  readonly options?: readonly OptionRow[];
  /** Names that one may expect of it and that it has not, with the reason. */
  readonly absent?: Readonly<Record<string, string>>;
  readonly note?: Prose;
  readonly text?: Prose;
}

/** A member of an enumeration. */
export interface MemberRow {
  readonly value: string;
  /** The number that libxl gives it, and that xl takes too where the key says so. */
  readonly number?: number;
  /** First and last release; the enumeration's when absent. */
  readonly since?: Release;
  readonly until?: Release;
  /** True for a word that the lookup accepts and that means "not set": not to be offered. */
  readonly placeholder?: true;
  readonly note?: Prose;
  readonly text?: Prose;
}

/** An enumeration: the words of a key or option. */
export interface EnumRow {
  readonly name: string;
  readonly since: Release;
  /** First release in which the case of the letters does not matter; always matters when absent. */
  readonly anyCaseSince?: Release;
  /** True when any beginning of a word means the first member that has it; the empty string then means the first. */
  readonly prefix?: true;
  /** True when xl hands other words on unchecked. */
  readonly open?: true;
  /** The guest types that have these words; every type when absent. */
  readonly guests?: readonly GuestType[];
  readonly members: readonly MemberRow[];
}

/** A flag of `cpuid="host,NAME=VALUE"`. */
export interface CpuidFlagRow {
  readonly name: string;
  readonly since: Release;
  readonly until?: Release;
  /** Width of the number; absent for a single bit, which takes 0, 1, x, k or s. */
  readonly bits?: number;
  readonly text?: Prose;
}
