/** A short text that is equal for equal texts, and hardly ever for others: a sum of 32 bits, and the length. */
export function fingerprint(text: string): string {
  return `${sumOf(text, 0x811c9dc5).toString(36)} ${text.length.toString(36)}`;
}

/** Sixteen bytes that look made up, the same for the same seed and attempt. */
export function madeBytes(seed: string, attempt: number): number[] {
  const bytes: number[] = [];
  for (let word = 0; bytes.length < 16; word++) {
    const made = sumOf(`${seed}\0${attempt}\0${word}`, 0x811c9dc5 + word);
    bytes.push(made & 0xff, (made >>> 8) & 0xff, (made >>> 16) & 0xff, made >>> 24);
  }
  return bytes;
}

/** A sum of 32 bits: FNV-1a over UTF-16, with murmur's last step so that all bits depend on the end of the text too. */
export function sumOf(text: string, basis: number): number {
  let sum = basis;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  sum = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
  sum = Math.imul(sum ^ (sum >>> 13), 0xc2b2ae35);
  return (sum ^ (sum >>> 16)) >>> 0;
}
