import { fromBytes, toBytes } from './bytes';
import { decodeAscii, encodeAscii, textOf } from './text';
import { isText, PyError, type StrValue, typeName, type UnknownValue, unknown, type Value } from './values';

type Codec = 'utf-8' | 'ascii' | 'latin-1' | undefined;

function codecOf(name: Value | undefined, method: string): Codec {
  if (name === undefined) return 'ascii';
  const codec = wantName(name, method, method === 'unicode' ? 2 : 1)
    .toLowerCase()
    .replace(/[-_ ]/g, '');
  if (codec === 'utf8' || codec === 'u8') return 'utf-8';
  if (codec === 'ascii' || codec === 'usascii') return 'ascii';
  return /^(latin1|iso88591|l1)$/.test(codec) ? 'latin-1' : undefined;
}

function wantName(name: Value, method: string, place: number): string {
  if (isText(name)) return name.value;
  const type = name.kind === 'none' ? 'None' : typeName(name);
  throw new PyError('TypeError', `${method}() argument ${place} must be string, not ${type}`);
}

const notEvaluated = (text: StrValue): UnknownValue =>
  unknown('Xencfg does not evaluate this encoding', text.from ?? { start: 0, end: 0 });

/** `text.encode(name, errors)`. Unknown for an encoding that is not evaluated. */
export function encodeText(text: StrValue, name: Value | undefined, errors?: Value): Value {
  const codec = codecOf(name, 'encode');
  const handler = errors === undefined ? 'strict' : wantName(errors, 'encode', 2);
  const wide = text.kind === 'unicode' ? text.value : decodeAscii(text.value);
  if (codec === 'utf-8') return textOf('str', toBytes(wide));
  if (codec === undefined) return notEvaluated(text);
  const outside = codec === 'ascii' ? /[^\x00-\x7f]/gu : /[^\x00-\xff]/gu;
  if (!outside.test(wide)) return textOf('str', wide);
  if (handler === 'replace') return textOf('str', wide.replace(outside, '?'));
  if (handler === 'ignore') return textOf('str', wide.replace(outside, ''));
  return handler === 'strict' && codec === 'ascii' ? textOf('str', encodeAscii(wide)) : notEvaluated(text);
}

/** `bytes.decode(name, errors)`, `unicode(bytes, name, errors)`. Unknown for an encoding that is not evaluated. */
export function decodeBytes(
  text: StrValue,
  name: Value | undefined,
  errors?: Value,
  method: 'decode' | 'unicode' = 'decode',
): Value {
  const codec = codecOf(name, method);
  const handler = errors === undefined ? 'strict' : wantName(errors, method, method === 'unicode' ? 3 : 2);
  const bytes = text.kind === 'str' ? text.value : encodeAscii(text.value);
  if (codec === 'latin-1') return textOf('unicode', bytes);
  if (codec === 'ascii' && !/[^\x00-\x7f]/.test(bytes)) return textOf('unicode', bytes);
  if (codec === 'ascii' && handler === 'replace') return textOf('unicode', bytes.replace(/[^\x00-\x7f]/g, '\ufffd'));
  if (codec === 'ascii' && handler === 'ignore') return textOf('unicode', bytes.replace(/[^\x00-\x7f]/g, ''));
  if (codec === 'ascii' && handler === 'strict') return textOf('unicode', decodeAscii(bytes));
  const wide = fromBytes(bytes);
  if (codec === 'utf-8' && !/\p{Surrogate}/u.test(wide)) return textOf('unicode', wide);
  return notEvaluated(text);
}
