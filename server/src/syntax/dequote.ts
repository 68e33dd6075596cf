import { joinBytes, withoutFirstByte } from './lone-bytes';

const SIMPLE: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '\\': '\\',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** The text of a string token, or where in the token an escape is wrong, in libxlutil's words. */
export interface Dequoted {
  readonly text: string;
  readonly error?: string;
  /** Offset of the wrong escape's backslash within the token. */
  readonly at?: number;
}

/**
 * Resolves the escapes of a string token (quotes included), as libxlutil 4.7 to 4.22 does: \x always fails, an octal
 * escape is read as a decimal number of two or three characters and then dropped.
 * @param keepUnknown up to 4.6 a backslash before any other character vanished together with it, without an error
 */
export function dequote(token: string, keepUnknown = false): Dequoted {
  const end = token.length - 1;
  let text = '';
  /** Something vanished, so that lone bytes may have come together. */
  let gap = false;
  let at = 1;
  while (at < end) {
    const backslash = token.indexOf('\\', at);
    if (backslash < 0 || backslash >= end) {
      text += token.slice(at, end);
      break;
    }
    text += token.slice(at, backslash);
    const c = token[backslash + 1]!;
    const simple = SIMPLE[c];
    at = backslash + 2;
    if (simple !== undefined) {
      text += simple;
    } else if (c === 'x') {
      return {
        text,
        error: `invalid digit after backslash hexnumerical character escape in quoted string`,
        at: backslash,
      };
    } else if (c >= '0' && c <= '7') {
      const digits = /^[ \t\v\f\r]*[+-]?\d+/.exec(token.slice(at, Math.min(at + 3, end)));
      if (!digits || digits[0].length < 2) {
        return {
          text,
          error: `invalid digit after backslash octalnumerical character escape in quoted string`,
          at: backslash,
        };
      }
      at += digits[0].length;
      gap = true;
    } else if (!keepUnknown) {
      return { text, error: 'invalid character after backlash in quoted string', at: backslash };
    } else {
      // one byte goes, not one character
      const character = String.fromCodePoint(token.codePointAt(backslash + 1)!);
      if (c > '\x7f' && !/[\udc80-\udcff]/u.test(character)) text += withoutFirstByte(character);
      at = backslash + 1 + character.length;
      gap = true;
    }
  }
  return { text: gap ? joinBytes(text) : text };
}
