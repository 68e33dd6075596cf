import { inClass } from './classes';
import { formatFloat } from './floats';
import { toFloat } from './operators';
import { decodeAscii, hashKey, repr, textOf, toStr } from './text';
import {
  asInteger,
  isNumber,
  isText,
  PyError,
  type StrValue,
  typeName,
  type UnknownValue,
  unknownIn,
  type Value,
} from './values';

interface Spec {
  readonly flags: string;
  readonly width: number;
  readonly precision: number;
  readonly type: string;
}

const SPEC = /%(?:\(([^)]*)\))?([#0\- +]*)(\*|\d+)?(?:\.(\*|\d*))?[hlL]?(.)?/gs;

/**
 * `text % args` after Python 2.7. Unknown when an argument that it uses is. Undefined where the result depends on a memory address.
 * Throws PyError where Python raises.
 */
export function formatPercent(format: StrValue, args: Value): StrValue | UnknownValue | undefined {
  const given = args.kind === 'tuple' ? args.items : [args];
  let used = 0;
  let kind = format.kind;
  const next = (): Value => {
    const value = given[used++];
    if (!value) throw new PyError('TypeError', 'not enough arguments for format string');
    return value;
  };
  const pieces: string[] = [];
  let at = 0;
  for (const match of format.value.matchAll(SPEC)) {
    pieces.push(format.value.slice(at, match.index));
    at = match.index + match[0].length;
    const name = match[1];
    const named = name === undefined ? undefined : lookUp(args, textOf(kind, name));
    if (named) used = given.length;
    const spec = readSpec(match, next);
    if (spec.type === '%') {
      pieces.push(pad('%', spec));
      continue;
    }
    const value = named ?? next();
    const hidden = unknownIn(value);
    if (hidden) return hidden;
    const piece = convert(value, spec, kind, at - 1);
    if (piece === undefined) return undefined;
    if (value.kind === 'unicode' && kind === 'str' && /[sc]/.test(spec.type)) {
      // One unicode argument makes the whole result unicode: Python starts again.
      kind = 'unicode';
      return formatPercent({ kind: 'unicode', value: decodeAscii(format.value) }, args);
    }
    pieces.push(pad(piece, spec));
  }
  pieces.push(format.value.slice(at));
  if (used < given.length && !mayBeMapping(args))
    throw new PyError('TypeError', 'not all arguments converted during string formatting');
  return textOf(kind, pieces.join(''));
}

function lookUp(args: Value, name: StrValue): Value {
  if (args.kind === 'list') throw new PyError('TypeError', `list indices must be integers, not ${name.kind}`);
  if (args.kind === 'instance') {
    const found = args.send('__getitem__', [name]);
    if (found) return found;
    if (args.class.isOld)
      throw new PyError('AttributeError', `${args.class.name} instance has no attribute '__getitem__'`);
  }
  if (args.kind !== 'dict') throw new PyError('TypeError', 'format requires a mapping');
  const entry = args.entries.get(hashKey(name));
  if (!entry) throw new PyError('KeyError', repr(name) ?? '');
  return entry.value;
}

/** Whatever takes a subscript, but for tuples and texts, might be a mapping: Python 2 does not mind what is left of it. */
function mayBeMapping(args: Value): boolean {
  if (args.kind === 'instance') return args.class.isOld || inClass(args.class, '__getitem__') !== undefined;
  return args.kind === 'dict' || args.kind === 'list';
}

function readSpec(match: RegExpExecArray, next: () => Value): Spec {
  let flags = match[2] ?? '';
  let width = match[3] === '*' ? starred(next()) : Number(match[3] ?? 0);
  if (width < 0) {
    flags += '-';
    width = -width;
  }
  const precision = match[4] === '*' ? starred(next()) : match[4] === undefined ? -1 : Number(match[4]);
  if (match[5] === undefined) throw new PyError('ValueError', 'incomplete format');
  if (width > 100_000 || precision > 100_000) throw new PyError('OverflowError', 'formatted text is too long');
  return { flags, width, precision, type: match[5] };
}

function starred(value: Value): number {
  if (value.kind !== 'int') throw new PyError('TypeError', '* wants int');
  return Number(value.value);
}

function convert(value: Value, spec: Spec, kind: string, at: number): string | undefined {
  switch (spec.type) {
    case 's': {
      const text =
        value.kind === 'unicode'
          ? value.value
          : kind === 'unicode' && value.kind === 'str'
            ? decodeAscii(value.value)
            : toStr(value);
      return spec.precision >= 0 ? text?.slice(0, spec.precision) : text;
    }
    case 'r': {
      const text = repr(value);
      return spec.precision >= 0 ? text?.slice(0, spec.precision) : text;
    }
    case 'c':
      return character(value, kind);
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X':
      return wholeNumber(value, spec);
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
      return floatNumber(value, spec);
    default: {
      const code = spec.type.charCodeAt(0);
      const shown = code < 128 ? spec.type : '?';
      throw new PyError(
        'ValueError',
        `unsupported format character '${shown}' (0x${code.toString(16)}) at index ${at}`,
      );
    }
  }
}

function character(value: Value, kind: string): string {
  const code = kind !== 'str' && value.kind === 'float' ? truncate(value.value) : asInteger(value);
  if (code !== undefined) {
    if (code >= 2n ** 63n || code < -(2n ** 63n)) {
      if (kind !== 'str') throw new PyError('TypeError', '%c requires int or char');
      throw new PyError('OverflowError', 'Python int too large to convert to C long');
    }
    if (kind !== 'str' && (code < 0n || code > 0x10ffffn))
      throw new PyError('OverflowError', '%c arg not in range(0x110000) (wide Python build)');
    if (kind === 'str' && (code < 0n || code > 255n))
      throw new PyError(
        'OverflowError',
        `unsigned byte integer is ${code < 0n ? 'less than minimum' : 'greater than maximum'}`,
      );
    return String.fromCodePoint(Number(code));
  }
  if (isText(value) && value.value.length === 1) return value.value;
  const wanted = value.kind === 'float' ? 'integer argument expected, got float' : 'an integer is required';
  throw new PyError('TypeError', isText(value) || kind !== 'str' ? '%c requires int or char' : wanted);
}

function signed(negative: boolean, flags: string): string {
  return negative ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
}

function wholeNumber(value: Value, spec: Spec): string {
  if (!isNumber(value))
    throw new PyError(
      'TypeError',
      `%${spec.type === 'i' ? 'd' : spec.type} format: a number is required, not ${typeName(value)}`,
    );
  const number = asInteger(value) ?? truncate(toFloat(value));
  const size = number < 0n ? -number : number;
  const alternate = spec.flags.includes('#');
  let digits: string;
  let prefix = '';
  if (spec.type === 'o') {
    digits = size.toString(8);
    if (alternate && size !== 0n) digits = `0${digits}`;
  } else if (spec.type === 'x' || spec.type === 'X') {
    digits = size.toString(16);
    if (alternate) prefix = '0x';
  } else {
    digits = size.toString();
  }
  // As C has it: no digits at all of a zero that is asked for none.
  if (spec.precision === 0 && number === 0n && value.kind !== 'long' && !(alternate && spec.type === 'o')) digits = '';
  digits = digits.padStart(spec.precision, '0');
  const sign = signed(number < 0n, spec.flags);
  if (spec.flags.includes('0') && !spec.flags.includes('-'))
    digits = digits.padStart(spec.width - sign.length - prefix.length, '0');
  const text = sign + prefix + digits;
  return spec.type === 'X' ? text.toUpperCase() : text;
}

/** The integer part of a float, as `int()` gives it. */
export function truncate(value: number): bigint {
  if (Number.isNaN(value)) throw new PyError('ValueError', 'cannot convert float NaN to integer');
  if (!Number.isFinite(value)) throw new PyError('OverflowError', 'cannot convert float infinity to integer');
  return BigInt(Math.trunc(value));
}

function floatNumber(value: Value, spec: Spec): string {
  if (!isNumber(value)) throw new PyError('TypeError', `float argument required, not ${typeName(value)}`);
  const precision = spec.precision < 0 ? 6 : spec.precision;
  const text = formatFloat(toFloat(value), spec.type, precision, spec.flags.includes('#'));
  const negative = text.startsWith('-');
  const sign = signed(negative, spec.flags);
  const digits = negative ? text.slice(1) : text;
  const zeros = spec.flags.includes('0') && !spec.flags.includes('-');
  return sign + (zeros ? digits.padStart(spec.width - sign.length, '0') : digits);
}

function pad(text: string, spec: Spec): string {
  return spec.flags.includes('-') ? text.padEnd(spec.width) : text.padStart(spec.width);
}
