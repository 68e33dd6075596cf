import type { Span } from '../syntax/span';
import type { FunctionBody } from './functions';

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

/** What the program would have raised: Python's name for it, and its message. */
export class PyError extends Error {
  constructor(
    readonly type: string,
    message: string,
    /** The exception itself, or what it was made of, where that is not the message alone. */
    readonly raised?: InstanceValue | readonly Value[],
  ) {
    super(message);
  }
}

/** A value that only the running program could have known, met where no value can say so. */
export class Hidden extends Error {
  constructor(readonly value: UnknownValue) {
    super(value.reason);
  }
}

/** The bounds of an evaluation are used up. */
export class OutOfSteps extends Error {}

export const NONE: NoneValue = { kind: 'none' };
export const TRUE: BoolValue = { kind: 'bool', value: true };
export const FALSE: BoolValue = { kind: 'bool', value: false };

const MIN_INT = -(2n ** 63n);
const MAX_INT = 2n ** 63n - 1n;

/** An integer as Python 2 makes it on a 64-bit machine: what does not fit an int is a long, and longs stay long. */
export function integer(value: bigint | number, long = false): IntValue {
  const big = BigInt(value);
  return { kind: long || big < MIN_INT || big > MAX_INT ? 'long' : 'int', value: big };
}

export const bool = (value: boolean): BoolValue => (value ? TRUE : FALSE);
export const str = (value: string): StrValue => ({ kind: 'str', value });
export const unicode = (value: string): StrValue => ({ kind: 'unicode', value });
/** A text of the same kind as another one. */
export const textKindOf = ({ kind }: StrValue, value: string): StrValue => ({ kind, value });
export const float = (value: number): FloatValue => ({ kind: 'float', value });
export const list = (items: Value[]): ListValue => ({ kind: 'list', items });
export const tuple = (items: readonly Value[]): TupleValue => ({ kind: 'tuple', items });
export const unknown = (reason: string, { start, end }: Span): UnknownValue => ({
  kind: 'unknown',
  reason,
  cause: { start, end },
});

const CHANGING = new Set<Value['kind']>(['list', 'dict', 'set', 'iterator', 'class', 'instance']);

/** The same value, said to be made at `from`; values that can change keep their identity and first place. */
export function madeAt(value: Value, from: Span): Value {
  if (value.from || CHANGING.has(value.kind)) return value;
  return { ...value, from };
}

/** Python's name for the type of a value. */
export function typeName(value: Value): string {
  switch (value.kind) {
    case 'none':
      return 'NoneType';
    case 'callable':
      if (value.wrapped) return value.wrapped;
      if (value.code) return value.self ? 'instancemethod' : 'function';
      if (value.self) return 'builtin_function_or_method';
      if (TYPE_NAMES.has(value.name) || INNER_TYPES.has(value.name)) return 'type';
      return WRITTEN_IN_PYTHON.test(value.name) ? 'function' : 'builtin_function_or_method';
    case 'match':
      return '_sre.SRE_Match';
    case 'pattern':
      return '_sre.SRE_Pattern';
    case 'iterator':
      return value.type;
    case 'class':
      return value.isOld ? 'classobj' : 'type';
    case 'instance':
      return value.class.isOld ? 'instance' : value.class.name;
    default:
      return value.kind;
  }
}

/** The built-in names that are types. */
export const TYPE_NAMES: ReadonlySet<string> = new Set(
  'str int long float bool list tuple dict unicode xrange set frozenset basestring object type file slice enumerate reversed staticmethod classmethod property complex buffer bytearray super'.split(
    ' ',
  ),
);

/** The types of other values, which have no name that is built in: what `type()` gives. */
const INNER_TYPES: ReadonlySet<string> = new Set(
  (
    'NoneType function builtin_function_or_method instancemethod module classobj instance generator ellipsis ' +
    '_sre.SRE_Match _sre.SRE_Pattern listiterator tupleiterator setiterator dictionary-keyiterator ' +
    'dictionary-valueiterator dictionary-itemiterator rangeiterator listreverseiterator callable-iterator'
  ).split(' '),
);

/** Members of modules that are functions of Python itself, not of C. */
const WRITTEN_IN_PYTHON = /^(os\.path|string(?!\.maketrans)|re|copy|commands|platform|base64)\./;

/** True when xm made a setting of it: it took str, list, int and float, and dropped every other type in silence. */
export function isTaken(value: Value): boolean {
  return value.kind === 'str' || value.kind === 'list' || value.kind === 'int' || value.kind === 'float';
}

/** The first unknown in a value, looking into lists, tuples and dictionaries. */
export function unknownIn(value: Value, depth = 0): UnknownValue | undefined {
  if (value.kind === 'unknown') return value;
  if ('lost' in value && value.lost) return value.lost;
  if (value.kind !== 'list' && value.kind !== 'tuple' && value.kind !== 'dict') return undefined;
  if (value.kind === 'dict' && value.live) return undefined;
  if (depth > MAX_DEPTH) return unknown('it is nested too deeply', value.from ?? { start: 0, end: 0 });
  const inside = value.kind === 'dict' ? [...value.entries.values()].map((e) => e.value) : value.items;
  for (const item of inside) {
    const found = unknownIn(item, depth + 1);
    if (found) return found;
  }
  return undefined;
}

/** How deep lists may stand in lists before a value counts as unknown. */
export const MAX_DEPTH = 20;

/** The number that a C function of Python takes as an integer. Throws Python's TypeError or OverflowError for others. */
export function integerArgument(value: Value): bigint {
  const number = asInteger(value);
  if (number === undefined) {
    const wanted = value.kind === 'float' ? 'integer argument expected, got float' : 'an integer is required';
    throw new PyError('TypeError', wanted);
  }
  if (number > MAX_INT || number < MIN_INT)
    throw new PyError('OverflowError', 'Python int too large to convert to C long');
  return number;
}

/** The number behind int, long, bool; undefined for other types. */
export function asInteger(value: Value): bigint | undefined {
  if (value.kind === 'int' || value.kind === 'long') return value.value;
  if (value.kind === 'bool') return value.value ? 1n : 0n;
  return undefined;
}

export function isNumber(value: Value): value is IntValue | FloatValue | BoolValue {
  return value.kind === 'int' || value.kind === 'long' || value.kind === 'float' || value.kind === 'bool';
}

export function isText(value: Value): value is StrValue {
  return value.kind === 'str' || value.kind === 'unicode';
}
