/** Longest text that is analysed, in UTF-16 code units: 10 MB of ASCII. The one place that says so. */
export const MAX_TEXT_LENGTH = 10 * 1024 * 1024;

const SAMPLE_LENGTH = 8192;

/**
 * Says why a text is not worth an analysis: it is too long, or it is no text. Undefined for every other text, however
 * broken: a few NULs or undecodable bytes are for the parser to report.
 */
export function reasonNotToCheck(text: string): string | undefined {
  if (text.length > MAX_TEXT_LENGTH) {
    const megabytes = (text.length / (1024 * 1024)).toFixed(1);
    const limit = MAX_TEXT_LENGTH / (1024 * 1024);
    return `Xencfg does not check this document: it holds ${megabytes} MB, and ${limit} MB is the most that a guest configuration is read up to.`;
  }
  if (looksBinary(text)) {
    return 'Xencfg does not check this document: it looks like a binary file, not like a guest configuration.';
  }
  return undefined;
}

/** True when more than a tenth of the text's beginning is control characters or bytes that could not be decoded. */
function looksBinary(text: string): boolean {
  const length = Math.min(text.length, SAMPLE_LENGTH);
  let strange = 0;
  for (let i = 0; i < length; i++) {
    const c = text.charCodeAt(i);
    const control = c < 32 ? !(c >= 9 && c <= 13) && c !== 27 : c === 127;
    const undecoded = c === 0xfffd || (c >= 0xdc80 && c <= 0xdcff && !isHigh(text.charCodeAt(i - 1)));
    if (control || undecoded) strange++;
  }
  return strange >= 8 && strange * 10 > length;
}

function isHigh(c: number): boolean {
  return c >= 0xd800 && c <= 0xdbff;
}
