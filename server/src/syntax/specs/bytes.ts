/**
 * A text as the C string that the toolstack sees: one code unit per byte, up to the first NUL.
 * Texts of ASCII alone, nearly all of them, are their own bytes.
 */
export interface ByteText {
  /** The bytes, each a code unit of 0 to 255. */
  readonly bytes: string;
  /** Where in `bytes` each byte's character starts in the text; absent when every byte is one UTF-16 unit. */
  readonly starts?: readonly number[];
}

const NON_ASCII = /[^\x01-\x7f]/;

/** Encodes a text as UTF-8; a lone surrogate \udc80 to \udcff stands for that one byte. */
export function toBytes(text: string): ByteText {
  if (!NON_ASCII.test(text)) return { bytes: text };
  let bytes = '';
  const starts: number[] = [];
  const push = (byte: number, start: number) => {
    bytes += String.fromCharCode(byte);
    starts.push(start);
  };
  let i = 0;
  while (i < text.length) {
    const code = text.codePointAt(i)!;
    if (code === 0) break;
    if (code < 0x80) push(code, i);
    else if (code >= 0xdc80 && code <= 0xdcff) push(code - 0xdc00, i);
    else {
      if (code < 0x800) push(0xc0 | (code >> 6), i);
      else {
        if (code < 0x10000) push(0xe0 | (code >> 12), i);
        else {
          push(0xf0 | (code >> 18), i);
          push(0x80 | ((code >> 12) & 0x3f), i);
        }
        push(0x80 | ((code >> 6) & 0x3f), i);
      }
      push(0x80 | (code & 0x3f), i);
    }
    i += code > 0xffff ? 2 : 1;
  }
  starts.push(i);
  return { bytes, starts };
}

/** The UTF-16 offset of a byte in the text that it came from; a byte inside a character gives the character's start. */
export function textOffset(text: ByteText, byte: number): number {
  return text.starts ? (text.starts[byte] ?? text.starts[text.starts.length - 1]!) : byte;
}

/** Decodes UTF-8; a byte that belongs to no character becomes a lone surrogate \udc80 to \udcff. */
export function fromBytes(bytes: string): string {
  if (!NON_ASCII.test(bytes)) return bytes;
  let text = '';
  for (let i = 0; i < bytes.length; ) {
    const size = sequenceLength(bytes, i);
    const first = bytes.charCodeAt(i);
    if (size === 1) text += first < 0x80 ? bytes[i] : String.fromCharCode(0xdc00 + first);
    else {
      let code = first & (0xff >> (size + 1));
      for (let k = 1; k < size; k++) code = (code << 6) | (bytes.charCodeAt(i + k) & 0x3f);
      text += String.fromCodePoint(code);
    }
    i += size;
  }
  return text;
}

/** How many bytes the character at `at` has; 1 for ASCII and for a byte that starts no character. */
function sequenceLength(bytes: string, at: number): number {
  const first = bytes.charCodeAt(at);
  const size = first < 0xc2 || first > 0xf4 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  for (let k = 1; k < size; k++) {
    const next = bytes.charCodeAt(at + k);
    if (Number.isNaN(next) || (next & 0xc0) !== 0x80) return 1;
  }
  const second = bytes.charCodeAt(at + 1);
  const overlong = (first === 0xe0 && second < 0xa0) || (first === 0xf0 && second < 0x90);
  const outside = (first === 0xed && second > 0x9f) || (first === 0xf4 && second > 0x8f);
  return overlong || outside ? 1 : size;
}
