import type { Span } from '../syntax/span';
import type {
  BoolValue,
  FloatValue,
  InstanceValue,
  IntValue,
  ListValue,
  NoneValue,
  StrValue,
  TupleValue,
  UnknownValue,
  Value,
} from './value-types';

export type * from './value-types';

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
