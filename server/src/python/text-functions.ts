import { decodeBytes } from './codecs';
import { decodeAscii, toStr } from './text';
import { integer, integerArgument, isText, PyError, str, typeName, unicode, type Value } from './values';

/** `unichr(number)`. Throws Python's ValueError. */
export function wideCharacter(value: Value): Value {
  const number = integerArgument(value);
  if (number < 0n || number > 0x10ffffn)
    throw new PyError('ValueError', 'unichr() arg not in range(0x110000) (wide Python build)');
  return unicode(String.fromCodePoint(Number(number)));
}

/** `unicode(value)` and `unicode(bytes, encoding)`. */
export function toUnicode([value, codec, errors]: readonly Value[]): Value | undefined {
  if (!value) return unicode('');
  if (errors) return undefined;
  if (codec) {
    if (value.kind === 'unicode') throw new PyError('TypeError', 'decoding Unicode is not supported');
    if (value.kind !== 'str')
      throw new PyError('TypeError', `coercing to Unicode: need string or buffer, ${typeName(value)} found`);
    return decodeBytes(value, codec, undefined, 'unicode');
  }
  if (value.kind === 'unicode') return value;
  if (value.kind === 'instance') return undefined;
  if (value.kind === 'str') return unicode(decodeAscii(value.value));
  const bytes = toStr(value);
  if (bytes === undefined || /[^\x00-\x7f]/.test(bytes)) return undefined;
  return unicode(bytes);
}

/** `chr(number)`. Throws Python's ValueError. */
export function character(value: Value): Value {
  const number = integerArgument(value);
  if (number < 0n || number > 255n) throw new PyError('ValueError', 'chr() arg not in range(256)');
  return str(String.fromCharCode(Number(number)));
}

/** `ord(text)`. Throws Python's TypeError. */
export function ordinal(value: Value): Value {
  if (!isText(value)) throw new PyError('TypeError', `ord() expected string of length 1, but ${typeName(value)} found`);
  if (value.value.length !== 1)
    throw new PyError('TypeError', `ord() expected a character, but string of length ${value.value.length} found`);
  return integer(value.value.charCodeAt(0));
}
