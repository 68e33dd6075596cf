import type { Span } from '../syntax/span';
import type { FunctionBody } from './functions';
import type { PyError } from './values';

/**
 * A value of the guest's Python 2 program. `str` holds bytes, one character of code 0 to 255 each; `unicode` holds
 * text. `from` is where in the file the value was made.
 */
export type Value =
  | NoneValue
  | BoolValue
  | IntValue
  | FloatValue
  | StrValue
  | ListValue
  | TupleValue
  | DictValue
  | ModuleValue
  | CallableValue
  | MatchValue
  | PatternValue
  | SetValue
  | RangeValue
  | IteratorValue
  | ClassValue
  | InstanceValue
  | UnknownValue;

interface Made {
  readonly from?: Span;
}
export interface NoneValue extends Made {
  readonly kind: 'none';
}
export interface BoolValue extends Made {
  readonly kind: 'bool';
  readonly value: boolean;
}
export interface IntValue extends Made {
  readonly kind: 'int' | 'long';
  readonly value: bigint;
}
export interface FloatValue extends Made {
  readonly kind: 'float';
  readonly value: number;
}
export interface StrValue extends Made {
  readonly kind: 'str' | 'unicode';
  readonly value: string;
}
export interface ListValue extends Made {
  readonly kind: 'list';
  items: Value[];
  /** Set once something unknown may have changed the list: nothing is known of its items any more. */
  lost?: UnknownValue;
}
export interface TupleValue extends Made {
  readonly kind: 'tuple';
  readonly items: readonly Value[];
}
export interface DictEntry {
  readonly key: Value;
  readonly value: Value;
}
export interface DictValue extends Made {
  readonly kind: 'dict';
  readonly entries: Map<string, DictEntry>;
  /** True for variables or attributes themselves, as `locals()` and `__dict__` give them: some may be unknown, the others are not. */
  readonly live?: boolean;
  /** The instance whose attributes it holds, for a `__dict__`. */
  readonly of?: InstanceValue;
  lost?: UnknownValue | undefined;
}
export interface ModuleValue extends Made {
  readonly kind: 'module';
  readonly name: string;
}
/**
 * A built-in function, a function of a module (`re.search`), a method with the value it belongs to, or a function of
 * the file itself (`<f>`), with its code where that can be followed.
 */
export interface CallableValue extends Made {
  readonly kind: 'callable';
  readonly name: string;
  readonly self?: Value;
  readonly code?: FunctionBody;
  /** What `staticmethod`, `classmethod` or `property` made of a function. */
  readonly wrapped?: 'staticmethod' | 'classmethod' | 'property';
}
export interface MatchValue extends Made {
  readonly kind: 'match';
  /** The text of each group, and the offset at which it starts. */
  readonly groups: readonly (readonly [text: string, start: number] | undefined)[];
  readonly names: ReadonlyMap<string, number>;
  readonly unicode: boolean;
  readonly text: string;
}
/** A compiled pattern, as `re.compile` makes it. */
export interface PatternValue extends Made {
  readonly kind: 'pattern';
  readonly source: StrValue;
  readonly flags: bigint;
}
export interface SetValue extends Made {
  readonly kind: 'set' | 'frozenset';
  /** The items by their `hashKey`. */
  readonly entries: Map<string, Value>;
  lost?: UnknownValue;
}
/** What `xrange` makes: a sequence of numbers that is no list. */
export interface RangeValue extends Made {
  readonly kind: 'xrange';
  readonly items: readonly Value[];
}
/** What can be gone through once: a generator, or what `iter`, `enumerate` and `reversed` give. */
export interface IteratorValue extends Made {
  readonly kind: 'iterator';
  /** Python's name of its type. */
  readonly type: string;
  /** All items, worked out when the first is asked for; ends with what is raised behind the last. */
  readonly run: () => { readonly items: readonly Value[]; readonly error?: PyError } | UnknownValue;
  /** How many items have been taken. */
  at: number;
  lost?: UnknownValue;
}
/** A class of the file, or one of Python's exceptions. */
export interface ClassValue extends Made {
  readonly kind: 'class';
  readonly name: string;
  /** The class itself and what it inherits from, in the order in which attributes are looked for. */
  readonly line: readonly ClassValue[];
  readonly attributes: Map<string, Value>;
  /** True when it was made without a base, as an old-style class. */
  readonly isOld: boolean;
}
export interface InstanceValue extends Made {
  readonly kind: 'instance';
  readonly class: ClassValue;
  readonly attributes: Map<string, Value>;
  /** Its `__dict__`, once somebody asked for it. */
  members?: DictValue;
  /** Calls a method that the class has; undefined when it has none of that name. */
  readonly send: (method: string, given: readonly Value[]) => Value | undefined;
  lost?: UnknownValue;
}
/** A value that only the running program could have known. */
export interface UnknownValue extends Made {
  readonly kind: 'unknown';
  readonly reason: string;
  /** The construct that cannot be known. */
  readonly cause: Span;
}
