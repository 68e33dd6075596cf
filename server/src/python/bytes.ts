/**
 * Source text as the bytes that Python 2 saw: UTF-8, one character of code 0 to 255 per byte. Lone surrogates
 * U+DC80 to U+DCFF stand for bytes that are not UTF-8; other lone surrogates become the bytes of U+FFFD.
 */
export function toBytes(text: string): string {
  if (/^[\x00-\x7f]*$/.test(text)) return text;
  let out = '';
  for (const c of text) {
    const code = c.codePointAt(0)!;
    if (code >= 0xdc80 && code <= 0xdcff) out += String.fromCharCode(code - 0xdc00);
    else out += utf8(code >= 0xd800 && code <= 0xdfff ? 0xfffd : code);
  }
  return out;
}

function utf8(code: number): string {
  if (code < 0x80) return String.fromCharCode(code);
  if (code < 0x800) return String.fromCharCode(0xc0 | (code >> 6), 0x80 | (code & 63));
  if (code < 0x10000) return String.fromCharCode(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  return String.fromCharCode(
    0xf0 | (code >> 18),
    0x80 | ((code >> 12) & 63),
    0x80 | ((code >> 6) & 63),
    0x80 | (code & 63),
  );
}

/** Bytes as source text again; bytes that are not UTF-8 come out as lone surrogates U+DC80 to U+DCFF. */
export function fromBytes(bytes: string): string {
  if (/^[\x00-\x7f]*$/.test(bytes)) return bytes;
  let out = '';
  for (let i = 0; i < bytes.length; ) {
    const length = sequenceLength(bytes, i);
    if (length === 0) {
      out += String.fromCharCode(0xdc00 + bytes.charCodeAt(i++));
      continue;
    }
    out += String.fromCodePoint(decodeSequence(bytes, i, length));
    i += length;
  }
  return out;
}

const MINIMUM = [0, 0, 0x80, 0x800, 0x10000];

/** Length of the valid UTF-8 sequence at `at`; 0 when there is none. */
function sequenceLength(bytes: string, at: number): number {
  const first = bytes.charCodeAt(at);
  if (first < 0x80) return 1;
  const length = first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
  if (length === 0 || first >= 0xf5 || at + length > bytes.length) return 0;
  for (let i = 1; i < length; i++) if ((bytes.charCodeAt(at + i) & 0xc0) !== 0x80) return 0;
  const code = decodeSequence(bytes, at, length);
  return code < MINIMUM[length]! || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? 0 : length;
}

function decodeSequence(bytes: string, at: number, length: number): number {
  if (length === 1) return bytes.charCodeAt(at);
  let code = bytes.charCodeAt(at) & (0xff >> (length + 1));
  for (let i = 1; i < length; i++) code = (code << 6) | (bytes.charCodeAt(at + i) & 63);
  return code;
}
