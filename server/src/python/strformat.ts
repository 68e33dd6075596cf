import type { Arguments } from './calls';
import { formatFloat } from './floats';
import { toFloat } from './operators';
import { textOf, toStr } from './text';
import { asInteger, isNumber, PyError, type StrValue, unknownIn, type Value } from './values';

/** `text.format(...)` with known arguments; undefined for a field or format that is not evaluated. */
export function formatBraces(text: StrValue, given: Arguments): Value | undefined {
  let automatic = 0;
  let out = '';
  let rest = text.value;
  for (;;) {
    const at = rest.search(/[{}]/);
    if (at < 0) return textOf(text.kind, out + rest);
    out += rest.slice(0, at);
    const mark = rest[at]!;
    rest = rest.slice(at + 1);
    if (rest[0] === mark) {
      out += mark;
      rest = rest.slice(1);
      continue;
    }
    if (mark === '}') throw new PyError('ValueError', "Single '}' encountered in format string");
    const field = /^([^{}!:.[\]]*)(?:!([rs]))?(?::([^{}]*))?\}/.exec(rest);
    if (!field) return undefined;
    rest = rest.slice(field[0].length);
    const name = field[1]!;
    const value = argument(given, name === '' ? String(automatic++) : name);
    if (field[2] === 'r' || (text.kind === 'unicode' && value.kind === 'str' && /[^\x00-\x7f]/.test(value.value)))
      return undefined;
    const hidden = unknownIn(value);
    if (hidden) return hidden;
    const piece = formatField(field[2] ? textOf('str', toStr(value) ?? '') : value, field[3] ?? '');
    if (piece === undefined) return undefined;
    out += piece;
  }
}

function argument(given: Arguments, name: string): Value {
  if (!/^\d+$/.test(name)) {
    const value = given.named.get(name);
    if (!value) throw new PyError('KeyError', `'${name}'`);
    return value;
  }
  const value = given.positional[Number(name)];
  if (!value) throw new PyError('IndexError', 'tuple index out of range');
  return value;
}

const SPEC = /^(?:(.)?([<>=^]))?([+\- ])?(#)?(0)?(\d+)?(,)?(?:\.(\d+))?([a-zA-Z%])?$/s;

/** One value after Python's format mini-language; undefined for what is not evaluated. */
function formatField(value: Value, spec: string): string | undefined {
  const plain = toStr(value);
  if (spec === '' || plain === undefined) return plain;
  const match = SPEC.exec(spec);
  if (!match) throw new PyError('ValueError', 'Invalid conversion specification');
  const [, fillGiven, alignGiven, sign = '-', alternate, zero, width, comma, precision, type] = match;
  if (alternate || comma || Number(width ?? 0) > 100_000) return undefined;
  const numeric = isNumber(value);
  const body = numeric ? formatNumber(value, type, precision, sign) : formatText(value, plain, type, precision);
  if (body === undefined) return undefined;
  const fill = fillGiven ?? (zero ? '0' : ' ');
  const align = alignGiven ?? (zero ? '=' : numeric ? '>' : '<');
  const missing = Math.max(0, Number(width ?? 0) - body.length);
  if (align === '=' && !numeric) {
    throw new PyError('ValueError', "'=' alignment not allowed in string format specifier");
  }
  if (align === '=') {
    const lead = /^[+\- ]/.exec(body)?.[0] ?? '';
    return lead + fill.repeat(missing) + body.slice(lead.length);
  }
  const left = align === '<' ? 0 : align === '>' ? missing : missing >> 1;
  return fill.repeat(left) + body + fill.repeat(missing - left);
}

function formatText(
  value: Value,
  plain: string,
  type: string | undefined,
  precision: string | undefined,
): string | undefined {
  if (type !== undefined && type !== 's')
    throw new PyError(
      'ValueError',
      `Unknown format code '${type}' for object of type '${value.kind === 'unicode' ? 'unicode' : 'str'}'`,
    );
  return precision === undefined ? plain : plain.slice(0, Number(precision));
}

function formatNumber(
  value: Value,
  type: string | undefined,
  precision: string | undefined,
  sign: string,
): string | undefined {
  const whole = asInteger(value);
  const text =
    whole !== undefined && /^[bdoxXn]?$/.test(type ?? '')
      ? wholeText(whole, type, precision)
      : floatText(value, type, precision);
  if (text === undefined || text.startsWith('-') || sign === '-') return text;
  return sign + text;
}

function wholeText(value: bigint, type: string | undefined, precision: string | undefined): string | undefined {
  if (precision !== undefined) throw new PyError('ValueError', 'Precision not allowed in integer format specifier');
  const base = type === 'b' ? 2 : type === 'o' ? 8 : type === 'x' || type === 'X' ? 16 : 10;
  const digits = value.toString(base);
  return type === 'X' ? digits.toUpperCase() : digits;
}

function floatText(value: Value, type: string | undefined, precision: string | undefined): string | undefined {
  if (type === undefined || !/^[eEfFgG]$/.test(type)) return undefined;
  return formatFloat(toFloat(value), type, precision === undefined ? 6 : Number(precision), false);
}
