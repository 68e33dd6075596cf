import type { SxpProblem } from './tree';

/** A quoted string up to its end. */
export interface QuotedString {
  readonly text: string;
  /** Offset behind the closing quote; where the string was given up when there is none. */
  readonly end: number;
  readonly problems: readonly SxpProblem[];
}

const ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  '\\': '\\',
  "'": "'",
  '"': '"',
};

const PLAIN: Readonly<Record<string, RegExp>> = { "'": /[^'\\]*/y, '"': /[^"\\]*/y };

const OCTAL = /[0-7]{1,3}/y;

const HEX = /x[0-9A-Fa-f]{2}/y;

/**
 * Reads the string whose opening quote stands at `start` as xend 4.4 does (sxp.py), but for \xHH with letters: xend
 * takes a to f for 0 to 5, which nobody meant.
 * @param limit where a string is given up that nobody closed before
 */
export function readString(text: string, start: number, limit: number): QuotedString {
  const quote = text[start]!;
  const plain = PLAIN[quote]!;
  const problems: SxpProblem[] = [];
  const parts: string[] = [];
  let bytes: number[] = [];
  const say = (part: string) => {
    if (bytes.length > 0) parts.push(fromBytes(bytes));
    bytes = [];
    parts.push(part);
  };
  let at = start + 1;
  while (at < limit) {
    plain.lastIndex = at;
    plain.test(text);
    const end = Math.min(plain.lastIndex, limit);
    if (end > at) say(text.slice(at, end));
    at = end;
    if (at >= limit) break;
    if (text[at] === quote) {
      say('');
      return { text: parts.join(''), end: at + 1, problems };
    }
    if (at + 1 >= limit) {
      at = limit;
      break;
    }
    const { end: after, byte, said, problem } = readEscape(text, at);
    if (problem) problems.push({ kind: problem, span: { start: at, end: after } });
    if (byte === undefined) say(said);
    else bytes.push(byte);
    at = after;
  }
  say('');
  problems.push({ kind: 'unclosed-string', span: { start, end: limit } });
  return { text: parts.join(''), end: limit, problems };
}

interface Escape {
  readonly end: number;
  /** What it says, or the byte that it stands for. */
  readonly said: string;
  readonly byte?: number;
  readonly problem?: SxpProblem['kind'];
}

function readEscape(text: string, at: number): Escape {
  const letter = text[at + 1]!;
  const known = ESCAPES[letter];
  if (known !== undefined) return { end: at + 2, said: known };
  OCTAL.lastIndex = at + 1;
  const octal = OCTAL.exec(text)?.[0];
  if (octal !== undefined) {
    const byte = Number.parseInt(octal, 8);
    const end = at + 1 + octal.length;
    return byte > 0xff ? { end, said: '', problem: 'big-octal' } : { end, said: '', byte };
  }
  if (letter !== 'x') return { end: at + 2, said: '\\', problem: 'unknown-escape' };
  HEX.lastIndex = at + 1;
  if (!HEX.test(text)) return { end: at + 2, said: '', problem: 'short-hex' };
  const digits = text.slice(at + 2, at + 4);
  const byte = Number.parseInt(digits, 16);
  return { end: at + 4, said: '', byte, ...(/[a-f]/i.test(digits) && { problem: 'garbled-hex' as const }) };
}

/** Bytes that belong together: UTF-8 where they are, else one character each. */
function fromBytes(bytes: readonly number[]): string {
  const percent = bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  try {
    return decodeURIComponent(percent);
  } catch {
    return bytes.map((byte) => String.fromCharCode(byte)).join('');
  }
}
