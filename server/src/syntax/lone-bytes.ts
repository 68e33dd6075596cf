/** The least code point of a UTF-8 sequence by its length. */
const LEAST = [0, 0, 0x80, 0x800, 0x10000];

/**
 * Puts a text right in which lone bytes (U+DC80 to U+DCFF) have come together: bytes that are one UTF-8 character in
 * a row become that character, as if the whole had been decoded at once.
 */
export function joinBytes(text: string): string {
  return text.replace(/[\udc80-\udcff]{2,}/gu, (run) => {
    let out = '';
    let at = 0;
    while (at < run.length) {
      const character = characterAt(run, at);
      out += character?.text ?? run[at];
      at += character?.length ?? 1;
    }
    return out;
  });
}

/** What is left of a character, as lone bytes, when its first UTF-8 byte goes. */
export function withoutFirstByte(character: string): string {
  if (character.length === 1 && character >= '\udc80' && character <= '\udcff') return '';
  return String.fromCharCode(...[...new TextEncoder().encode(character).subarray(1)].map((byte) => 0xdc00 + byte));
}

function characterAt(run: string, at: number): { text: string; length: number } | undefined {
  const lead = run.charCodeAt(at) - 0xdc00;
  if (lead < 0xc2 || lead > 0xf4) return undefined;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (at + length > run.length) return undefined;
  let code = lead & (0x7f >> length);
  for (let i = 1; i < length; i++) {
    const byte = run.charCodeAt(at + i) - 0xdc00;
    if (byte > 0xbf) return undefined;
    code = (code << 6) | (byte & 0x3f);
  }
  if (code < LEAST[length]! || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  return { text: String.fromCodePoint(code), length };
}
