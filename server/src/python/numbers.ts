import { truncate } from './format';
import { toFloat } from './operators';
import { repr } from './text';
import {
  asInteger,
  float,
  integer,
  isNumber,
  isText,
  OutOfSteps,
  PyError,
  type StrValue,
  str,
  typeName,
  type Value,
} from './values';

/** `int(...)`, `long(...)`, `float(...)` and `round(...)` after Python 2.7. */
export function convertNumber(name: 'int' | 'long' | 'float' | 'round', given: readonly Value[]): Value {
  const [value, second] = given;
  if (name === 'round') return roundNumber(value!, second);
  if (!value) return name === 'float' ? float(0) : integer(0, name === 'long');
  if (isText(value)) {
    const text = value.kind === 'unicode' ? str(encodeDecimal(value.value)) : value;
    return name === 'float' ? parseFloatText(text) : parseInteger(name, text, second);
  }
  if (second) throw new PyError('TypeError', `${name}() can't convert non-string with explicit base`);
  if (!isNumber(value)) {
    const wanted =
      name === 'float'
        ? 'float() argument must be a string or a number'
        : `${name}() argument must be a string or a number, not '${typeName(value)}'`;
    throw new PyError('TypeError', wanted);
  }
  if (name === 'float') return float(toFloat(value));
  const whole = asInteger(value) ?? truncate(toFloat(value));
  return integer(whole, name === 'long');
}

/** A unicode text as the bytes that Python 2 reads a number from: its digits and blanks are those of any script. */
function encodeDecimal(text: string): string {
  let made = '';
  let at = 0;
  for (const c of text) {
    const code = c.codePointAt(0)!;
    if (/[\s\x1c-\x1f\x85]/.test(c)) made += ' ';
    else if (/\p{Nd}/u.test(c)) made += digitOf(code);
    else if (code > 0 && code < 256) made += c;
    else {
      const shown =
        code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
      const message = `'decimal' codec can't encode character u'${shown}' in position ${at}: invalid decimal Unicode string`;
      throw new PyError('UnicodeEncodeError', message);
    }
    at++;
  }
  return made;
}

/** What a decimal digit stands for: each script has its ten in a row. */
function digitOf(code: number): number {
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--;
  return (code - first) % 10;
}

/** The text in Python's message: `int` has passed over the blanks in front of it, `long` has not. */
function shown(value: StrValue, name: string): string {
  const text = value.value.replace(/\0.*$/s, '');
  return repr({ kind: 'str', value: name === 'int' ? text.replace(/^[ \t\n\r\v\f]+/, '').slice(0, 200) : text }) ?? '';
}

function parseInteger(name: string, value: StrValue, second: Value | undefined): Value {
  const base = second === undefined ? 10n : asInteger(second);
  if (base === undefined) throw new PyError('TypeError', 'an integer is required');
  if (base !== 0n && (base < 2n || base > 36n))
    throw new PyError('ValueError', `${name}() base must be >= 2 and <= 36, or 0`);
  const digits = readDigits(value.value, Number(base), name === 'long');
  if (digits === undefined && /^[ \t\n\r\v\f]*[-+]?\d+\0/.test(value.value))
    throw new PyError('ValueError', `null byte in argument for ${name}()`);
  if (digits === undefined)
    throw new PyError('ValueError', `invalid literal for ${name}() with base ${base}: ${shown(value, name)}`);
  return integer(digits, name === 'long');
}

/** More than the largest number has that is reckoned with. */
const MAX_DIGITS = 20_000;

/** The number that a text holds in a base; base 0 goes by the prefix, as Python's own literals do. */
function readDigits(text: string, base: number, long: boolean): bigint | undefined {
  const match = /^[ \t\n\r\v\f]*([+-]?)(0[xX]|0[oO]|0[bB])?([0-9a-zA-Z]*)([ \t\n\r\v\f]*)$/.exec(text);
  if (!match) return undefined;
  const [, sign, prefix = '', body = ''] = match;
  const marked = { '': 0, '0x': 16, '0o': 8, '0b': 2 }[prefix.toLowerCase()] ?? 0;
  const takesPrefix = marked !== 0 && (base === 0 || base === marked);
  const used = base !== 0 ? base : marked || (/^0./.test(body) ? 8 : 10);
  let digits = takesPrefix ? body : prefix + body;
  if (long && base <= 21) digits = digits.replace(/(?<=.)[lL]$/, '');
  if (digits === '') return undefined;
  // Each digit costs as much as there are before it.
  if (digits.length > MAX_DIGITS) throw new OutOfSteps();
  let result = 0n;
  for (const c of digits) {
    const digit = Number.parseInt(c, 36);
    if (digit >= used) return undefined;
    result = result * BigInt(used) + BigInt(digit);
  }
  return sign === '-' ? -result : result;
}

function parseFloatText(value: StrValue): Value {
  const text = value.value.replace(/^[ \t\n\r\v\f]+|[ \t\n\r\v\f]+$/g, '');
  if (/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text)) return float(Number(text));
  const special = /^([+-]?)(inf|infinity|nan)$/i.exec(text);
  if (special)
    return float((special[1] === '-' ? -1 : 1) * (/nan/i.test(text) ? Number.NaN : Number.POSITIVE_INFINITY));
  if (text === '') throw new PyError('ValueError', 'could not convert string to float: ');
  const begins = /^[+-]?(\d|\.\d|inf|nan)/i.test(text);
  const said = value.value.replace(/^[ \t\n\r\v\f]+|\0.*$/gs, '');
  throw new PyError(
    'ValueError',
    `${begins ? 'invalid literal for float()' : 'could not convert string to float'}: ${said}`,
  );
}

function roundNumber(value: Value, digits: Value | undefined): Value {
  if (!isNumber(value)) throw new PyError('TypeError', 'a float is required');
  const number = toFloat(value);
  if (number === 0) return float(number);
  const places = digits === undefined ? 0 : Number(asInteger(digits) ?? 0n);
  if (places === 0) return float(Math.sign(number) * Math.floor(Math.abs(number) + 0.5));
  const fixed =
    places > 0 && places <= 20 ? Number(number.toFixed(places)) : Math.round(number * 10 ** places) / 10 ** places;
  return float(fixed);
}
