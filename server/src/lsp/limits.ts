/** Longest text that is analysed, in UTF-16 code units: 10 MB of ASCII. The one place that says so. */
export const MAX_TEXT_LENGTH = 10 * 1024 * 1024;

/** Says why a text is not worth an analysis: it is too long for a guest configuration. Undefined for all others. */
export function reasonNotToCheck(text: string): string | undefined {
  if (text.length <= MAX_TEXT_LENGTH) return undefined;
  const megabytes = (text.length / (1024 * 1024)).toFixed(1);
  const limit = MAX_TEXT_LENGTH / (1024 * 1024);
  return `Xencfg does not check this document: it holds ${megabytes} MB, and no guest configuration needs more than ${limit} MB.`;
}
