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
export interface DictValue extends Made {
  readonly kind: 'dict';
  readonly entries: Map<string, { key: Value; value: Value }>;
  /** True for the variables themselves, as `locals()` gives them: some may be unknown, the others are not. */
  readonly live?: boolean;
  lost?: UnknownValue;
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
}
export interface MatchValue extends Made {
  readonly kind: 'match';
  readonly groups: readonly (string | undefined)[];
  readonly start: number;
  readonly unicode: boolean;
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
  ) {
    super(message);
  }
}

/** The bounds of an evaluation are used up. */
export class OutOfSteps extends Error {}

export const NONE: Value = { kind: 'none' };
export const TRUE: Value = { kind: 'bool', value: true };
export const FALSE: Value = { kind: 'bool', value: false };

const MIN_INT = -(2n ** 63n);
const MAX_INT = 2n ** 63n - 1n;

/** An integer as Python 2 makes it on a 64-bit machine: what does not fit an int is a long, and longs stay long. */
export function integer(value: bigint | number, long = false): IntValue {
  const big = BigInt(value);
  return { kind: long || big < MIN_INT || big > MAX_INT ? 'long' : 'int', value: big };
}

export const bool = (value: boolean): Value => (value ? TRUE : FALSE);
export const str = (value: string): StrValue => ({ kind: 'str', value });
export const unicode = (value: string): StrValue => ({ kind: 'unicode', value });
export const float = (value: number): FloatValue => ({ kind: 'float', value });
export const list = (items: Value[]): ListValue => ({ kind: 'list', items });
export const tuple = (items: readonly Value[]): TupleValue => ({ kind: 'tuple', items });
export const unknown = (reason: string, { start, end }: Span): UnknownValue => ({
  kind: 'unknown',
  reason,
  cause: { start, end },
});

/** The same value, said to be made at `from`; values that can change keep their identity and first place. */
export function madeAt(value: Value, from: Span): Value {
  if (value.from || value.kind === 'list' || value.kind === 'dict') return value;
  return { ...value, from };
}

/** Python's name for the type of a value. */
export function typeName(value: Value): string {
  switch (value.kind) {
    case 'none':
      return 'NoneType';
    case 'callable':
      if (value.name.startsWith('<')) return 'function';
      return TYPES.has(value.name) && !value.self ? 'type' : 'builtin_function_or_method';
    case 'match':
      return '_sre.SRE_Match';
    default:
      return value.kind;
  }
}
const TYPES = new Set(['str', 'int', 'long', 'float', 'bool', 'list', 'tuple', 'dict', 'unicode', 'xrange']);

/** True when xm made a setting of it: it took str, list, int and float, and dropped every other type in silence. */
export function isTaken(value: Value): boolean {
  return value.kind === 'str' || value.kind === 'list' || value.kind === 'int' || value.kind === 'float';
}

/** The first unknown in a value, looking into lists, tuples and dictionaries. */
export function unknownIn(value: Value, depth = 0): UnknownValue | undefined {
  if (value.kind === 'unknown') return value;
  if ((value.kind === 'list' || value.kind === 'dict') && value.lost) return value.lost;
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
