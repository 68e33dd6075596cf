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
    const sequence = escapeAt(token, backslash, keepUnknown);
    if (sequence.error) return { text, error: sequence.error, at: backslash };
    text += sequence.text;
    if (sequence.gap) gap = true;
    at = backslash + sequence.length;
  }
  return { text: gap ? joinBytes(text) : text };
}

/** Offset within a string token of the character that becomes character `index` of its text; its end when there is none. */
export function offsetInToken(token: string, index: number): number {
  const end = token.length - 1;
  let left = index;
  let at = 1;
  while (left > 0 && at < end) {
    const sequence = token[at] === '\\' ? escapeAt(token, at, false) : undefined;
    if (sequence?.error) return end;
    left -= sequence ? sequence.text.length : 1;
    at += sequence ? sequence.length : 1;
  }
  return Math.min(at, end);
}

interface Escape {
  /** How many characters of the token it takes. */
  readonly length: number;
  readonly text: string;
  readonly gap?: true;
  readonly error?: string;
}

function escapeAt(token: string, backslash: number, keepUnknown: boolean): Escape {
  const c = token[backslash + 1]!;
  const simple = SIMPLE[c];
  if (simple !== undefined) return { length: 2, text: simple };
  if (c === 'x') {
    return wrong('invalid digit after backslash hexnumerical character escape in quoted string');
  }
  if (c >= '0' && c <= '7') {
    const from = backslash + 2;
    const digits = /^[ \t\v\f\r]*[+-]?\d+/.exec(token.slice(from, Math.min(from + 3, token.length - 1)));
    if (!digits || digits[0].length < 2) {
      return wrong('invalid digit after backslash octalnumerical character escape in quoted string');
    }
    return { length: 2 + digits[0].length, text: '', gap: true };
  }
  if (!keepUnknown) return wrong('invalid character after backlash in quoted string');
  // one byte goes, not one character
  const character = String.fromCodePoint(token.codePointAt(backslash + 1)!);
  return { length: 1 + character.length, text: withoutFirstByte(character), gap: true };
}

function wrong(error: string): Escape {
  return { length: 2, text: '', error };
}
