import type { Prose } from './prose';
import type { GuestType, Outcome } from './types';

/** How xm read a value on its command line; values in the file are taken as Python gives them. */
export type XmType = 'text' | 'integer' | 'long' | 'u32' | 'float' | 'yes-no' | 'list' | 'switch';

/**
 * How a name of xm relates to xl: the same in both, the same with other forms of the value, another name, the same name
 * with another meaning, or nothing like it in xl.
 */
export type XmRelation = 'same' | 'partial' | 'renamed' | 'other-meaning' | 'none';

/** A variable as it was declared before a release. */
export interface XmEarlier {
  readonly before: string;
  readonly type: XmType;
  readonly default: string;
}

/** A variable of an xm file, or an option of `xm create`. Releases are Xen's, as words: `3.0.3`. */
export interface XmRow {
  readonly name: string;
  /** True for an option of `xm create`: its name starts with two dashes. */
  readonly option?: true;
  /** How xm's own help writes the value, where that says more than the name. */
  readonly form?: string;
  readonly type?: XmType;
  /** xm's default, as Python writes it; absent when it is None or the variable was never declared. */
  readonly default?: string;
  /** What xend used when the variable was left out, where that is another value. */
  readonly effective?: string;
  readonly was?: readonly XmEarlier[];
  /** First and last release; 3.0.0 and 4.4 when absent. */
  readonly since?: string;
  readonly until?: string;
  /** pv and hvm when absent; xm knew no pvh. */
  readonly guests?: readonly GuestType[];
  /** `honoured`: used by xm without a declaration; `mentioned`: in its documentation and examples alone. */
  readonly standing?: 'honoured' | 'mentioned';
  readonly relation: XmRelation;
  /** The keys of xl that do its work; when absent its own name if xl reads it, else none. */
  readonly keys?: readonly string[];
  /** What xl (4.5 and later) does with this very name; when absent the relation tells: see `XmName`. */
  readonly xl?: XmFate;
  /** True when xl drops it without a word and the guest is another one then. */
  readonly lost?: true;
  /** xm's and xl's defaults in plain words, where they differ. */
  readonly xmDefault?: string;
  readonly xlDefault?: string;
  readonly note?: string;
  readonly text?: Prose;
}

/** What xl does with a name of xm: reads it, warns, refuses the file, or ignores it in silence. */
export type XmFate = 'reads' | 'warns' | 'refuses' | 'ignores';

/** A row with everything filled in that its absence says. */
export interface XmName extends XmRow {
  readonly since: string;
  readonly until: string;
  readonly guests: readonly GuestType[];
  readonly keys: readonly string[];
  readonly xl: XmFate;
}

export type XmFormKind = 'option' | 'value' | 'prefix' | 'vdev' | 'mode' | 'position' | 'register';

/** A part of one of xend's mini-languages, and what xl does with it. */
export interface XmFormRow {
  readonly name: string;
  readonly kind: XmFormKind;
  readonly form?: string;
  readonly values?: readonly string[];
  readonly default?: string;
  /** First and last release; the language's when absent. */
  readonly since?: string;
  readonly until?: string;
  readonly xl: XmOutcome;
  /** What xl makes of it, or where its behaviour has limits. */
  readonly how?: string;
  /** How it is written for xl. */
  readonly becomes?: string;
  readonly note?: Prose;
  readonly text?: Prose;
}

/** `reads`: means the same to xl; `changes`: read, with another meaning or within limits. */
export type XmOutcome = 'reads' | 'changes' | Outcome;

/** One of xend's mini-languages: the value of an xm variable. */
export interface XmLanguageRow {
  readonly name: string;
  readonly form?: string;
  readonly default?: string;
  readonly values?: readonly string[];
  /** First and last release; 4.0 and 4.4 when absent. */
  readonly since?: string;
  readonly until?: string;
  readonly xl?: XmOutcome;
  readonly how?: string;
  readonly becomes?: string;
  readonly note?: Prose;
  readonly options?: readonly XmFormRow[];
}
