import { fromBytes, toBytes } from './bytes';
import { decodeAscii, encodeAscii, textOf } from './text';
import { isText, PyError, type StrValue, unknown, type Value } from './values';

function codecName(name: Value | undefined): string {
  if (name === undefined) return 'ascii';
  if (!isText(name)) throw new PyError('TypeError', 'encode() argument 1 must be string');
  return name.value.toLowerCase().replace(/[-_ ]/g, '');
}

/** `text.encode(name)`. Unknown for an encoding that is not evaluated. */
export function encodeText(text: StrValue, name: Value | undefined): Value {
  const wide = text.kind === 'unicode' ? text.value : decodeAscii(text.value);
  const codec = codecName(name);
  if (codec === 'utf8' || codec === 'u8') return textOf('str', toBytes(wide));
  if (codec === 'ascii' || codec === 'usascii') return textOf('str', encodeAscii(wide));
  if (/^(latin1|iso88591|l1)$/.test(codec) && !/[^\x00-\xff]/.test(wide)) return textOf('str', wide);
  return unknown('Xencfg does not evaluate this encoding', text.from ?? { start: 0, end: 0 });
}

/** `bytes.decode(name)`. Unknown for an encoding that is not evaluated. */
export function decodeBytes(text: StrValue, name: Value | undefined): Value {
  const bytes = text.kind === 'str' ? text.value : encodeAscii(text.value);
  const codec = codecName(name);
  if (codec === 'ascii' || codec === 'usascii') return textOf('unicode', decodeAscii(bytes));
  if (/^(latin1|iso88591|l1)$/.test(codec)) return textOf('unicode', bytes);
  const wide = fromBytes(bytes);
  if ((codec === 'utf8' || codec === 'u8') && !/\p{Surrogate}/u.test(wide)) return textOf('unicode', wide);
  return unknown('Xencfg does not evaluate this encoding', text.from ?? { start: 0, end: 0 });
}
