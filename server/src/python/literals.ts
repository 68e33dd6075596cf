import { toBytes } from './bytes';
import type { PyNode } from './tree';
import { float, Hidden, integer, PyError, str, unicode, unknown, type Value } from './values';

/** The parts of a string literal: prefix letters in lower case, its quotes, and the raw text between them. */
export interface StringLiteral {
  readonly prefix: string;
  readonly quote: string;
  readonly content: string;
}

/** Takes a node of type `string` apart; undefined when it is something else that tree-sitter calls so. */
export function splitString(text: string, node: PyNode): StringLiteral | undefined {
  const match = /^([a-zA-Z]*)('''|"""|'|")/.exec(text.slice(node.start, node.end));
  if (!match) return undefined;
  const [head, prefix, quote] = match as unknown as [string, string, string];
  const content = text.slice(node.start + head.length, node.end - quote.length);
  return { prefix: prefix.toLowerCase(), quote, content };
}

/**
 * The value of a string literal after Python 2.7; undefined for what Python 2 does not have (f-strings). Without a
 * coding declaration in the file, Python 2 took the bytes of a unicode literal as Latin-1.
 */
export function stringValue(literal: StringLiteral, coding: boolean): Value | undefined {
  const raw = literal.content.replace(/\r\n?/g, '\n');
  switch (literal.prefix) {
    case '':
    case 'b':
      return str(toBytes(resolveEscapes(raw, false)));
    case 'r':
    case 'br':
      return str(toBytes(raw));
    case 'u':
      return unicode(resolveEscapes(coding ? raw : toBytes(raw), true));
    case 'ur':
      return unicode((coding ? raw : toBytes(raw)).replace(/(?<!\\)((?:\\\\)*)\\u([0-9a-fA-F]{4})/g, unescapeRaw));
    default:
      return undefined;
  }
}

function unescapeRaw(_: string, before: string, digits: string): string {
  return before + String.fromCharCode(Number.parseInt(digits, 16));
}

const SIMPLE: Record<string, string> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** In a byte string, a byte from an escape is kept apart from the text around it: U+DCxx stands for a byte above 127. */
function resolveEscapes(raw: string, isUnicode: boolean): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(
    /\\(x[0-9a-fA-F]{0,2}|[0-7]{1,3}|u[0-9a-fA-F]{0,4}|U[0-9a-fA-F]{0,8}|N\{[^}]*\}|.)/gs,
    (all, sequence) => {
      const simple = SIMPLE[sequence];
      if (simple !== undefined) return simple;
      const first = sequence[0];
      if (first === 'x') {
        if (sequence.length < 3) throw new PyError('ValueError', 'invalid \\x escape');
        return byte(Number.parseInt(sequence.slice(1), 16), isUnicode);
      }
      if (first >= '0' && first <= '7') {
        const code = Number.parseInt(sequence, 8);
        return byte(isUnicode ? code : code & 255, isUnicode);
      }
      if (!isUnicode || (first !== 'u' && first !== 'U' && first !== 'N')) return all;
      if (sequence.length > 2 && first === 'N')
        throw new Hidden(unknown('Xencfg does not know the names of characters', { start: 0, end: 0 }));
      const code = Number.parseInt(sequence.slice(1), 16);
      if (first === 'N' || sequence.length < (first === 'u' ? 5 : 9) || code > 0x10ffff)
        throw new PyError('SyntaxError', `(unicode error) cannot decode \\${first} escape`);
      return String.fromCodePoint(code);
    },
  );
}

function byte(code: number, isUnicode: boolean): string {
  return String.fromCharCode(isUnicode || code < 128 ? code : 0xdc00 + code);
}

/** The value of a number literal after Python 2.7; undefined for what is none there (`08`, `1_000`, complex). */
export function numberValue(source: string): Value | undefined {
  const text = source.toLowerCase();
  const long = text.endsWith('l');
  const digits = long ? text.slice(0, -1) : text;
  if (/^(0x[0-9a-f]+|0o[0-7]+|0b[01]+|[1-9][0-9]*|0)$/.test(digits)) return integer(BigInt(digits), long);
  if (/^0[0-7]+$/.test(digits)) return integer(BigInt(`0o${digits.slice(1)}`), long);
  if (long) return undefined;
  if (/^([0-9]+\.?[0-9]*|\.[0-9]+)(e[+-]?[0-9]+)?$/.test(digits) && /[.e]/.test(digits)) return float(Number(digits));
  return undefined;
}
