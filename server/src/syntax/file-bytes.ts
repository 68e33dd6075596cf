const LONE_SURROGATE = /\p{Surrogate}/u;
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/**
 * The text of a file's bytes, read as UTF-8. A byte that is not part of well-formed UTF-8 becomes the lone surrogate
 * U+DC00 + byte (Python's surrogateescape), so that `encode` gives every file back byte for byte. A byte order mark
 * stays as U+FEFF. Never throws.
 */
export function decode(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    return decodeBroken(bytes);
  }
}

/**
 * The bytes of a text that `decode` gave, or of any other text: lone surrogates U+DC80 to U+DCFF become the byte they
 * stand for, every other lone surrogate becomes U+FFFD as TextEncoder has it.
 */
export function encode(text: string): Uint8Array {
  if (!LONE_SURROGATE.test(text)) return encoder.encode(text);
  const out = new Uint8Array(text.length * 3);
  let length = 0;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit <= 0xdbff && isLowSurrogate(text.charCodeAt(i + 1))) i++;
    else if (unit >= 0xdc80 && unit <= 0xdcff) {
      length += encoder.encodeInto(text.slice(from, i), out.subarray(length)).written;
      out[length++] = unit - 0xdc00;
      from = i + 1;
    }
  }
  length += encoder.encodeInto(text.slice(from), out.subarray(length)).written;
  return out.slice(0, length);
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

function decodeBroken(bytes: Uint8Array): string {
  const parts: string[] = [];
  let from = 0;
  let i = 0;
  while (i < bytes.length) {
    const length = sequenceLength(bytes, i);
    if (length === 0) {
      if (from < i) parts.push(strict.decode(bytes.subarray(from, i)));
      parts.push(String.fromCharCode(0xdc00 + bytes[i]!));
      from = ++i;
    } else i += length;
  }
  if (from < i) parts.push(strict.decode(bytes.subarray(from, i)));
  return parts.join('');
}

/** Length in bytes of the well-formed UTF-8 sequence that starts at `at` (Unicode's table 3-7), 0 when there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  if (lead < 0x80) return 1;
  const second = bytes[at + 1] ?? 0;
  if (lead >= 0xc2 && lead <= 0xdf) return isContinuation(second) ? 2 : 0;
  const third = bytes[at + 2] ?? 0;
  if (lead >= 0xe0 && lead <= 0xef) {
    const low = lead === 0xe0 ? 0xa0 : 0x80;
    const high = lead === 0xed ? 0x9f : 0xbf;
    return second >= low && second <= high && isContinuation(third) ? 3 : 0;
  }
  if (lead >= 0xf0 && lead <= 0xf4) {
    const low = lead === 0xf0 ? 0x90 : 0x80;
    const high = lead === 0xf4 ? 0x8f : 0xbf;
    const wellFormed = second >= low && second <= high && isContinuation(third) && isContinuation(bytes[at + 3] ?? 0);
    return wellFormed ? 4 : 0;
  }
  return 0;
}

function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}
