import { parseSxp } from '../formats/sxp/parser';
import type { SxpProblem, SxpProblemKind, SxpTree } from '../formats/sxp/tree';
import type { Finding, Severity } from '../rules/finding';
import { LineIndex } from '../syntax/lines';

/** A file of xend's in S-expressions, read. Nothing of it is judged but whether xend could read it. */
export interface SxpFile {
  readonly tree: SxpTree;
  readonly lines: LineIndex;
  readonly findings: readonly Finding[];
}

/** Code of the findings about S-expressions. No rule of xl's files, so it has no page. */
export const SXP_CODE = 'sxp-syntax';

/** Reads a text of S-expressions as xend 4.4 did. */
export function readSxp(text: string): SxpFile {
  const tree = parseSxp(text);
  const findings = tree.problems.map((problem) => toFinding(text, problem));
  return { tree, lines: new LineIndex(text), findings };
}

type Words = readonly [severity: Severity, message: (text: string) => string];

const WORDS: Readonly<Record<SxpProblemKind, Words>> = {
  'unclosed-list': [
    'error',
    () => 'The list that begins here has no closing parenthesis, so xend does not read it. Write ) where it ends.',
  ],
  'surplus-close': [
    'error',
    () => 'No list is open that this ) could close: xend reads nothing of the file. Remove it.',
  ],
  'unclosed-string': [
    'error',
    (text) =>
      `The string that begins here is never closed, so xend does not read the file. Write ${text[0]} where it ends.`,
  ],
  'bad-character': [
    'error',
    (text) =>
      `xend takes no word that begins with ${shown(text)}, and reads nothing of the file. Put the word in quotes.`,
  ],
  'short-hex': [
    'error',
    () => 'xend fails at \\x without two hexadecimal digits. Write \\xHH, or \\\\ for a backslash.',
  ],
  'big-octal': ['error', (text) => `xend refuses ${text}: an octal escape ends at \\377. Write the character itself.`],
  'unknown-escape': [
    'warning',
    (text) =>
      `xend knows no escape ${shown(text)}: it reads a backslash and drops the character behind it. Write \\\\ for a backslash.`,
  ],
  'garbled-hex': [
    'warning',
    (text) =>
      `xend reads ${text} as another character, since it takes the letters a to f for 0 to 5. Write the character itself, or ${octal(text)}.`,
  ],
};

function toFinding(text: string, { kind, span }: SxpProblem): Finding {
  const [severity, message] = WORDS[kind];
  return { code: SXP_CODE, severity, message: message(text.slice(span.start, span.end)), span, fixes: [] };
}

/** A character or two as a message shows them. */
function shown(text: string): string {
  return [...text]
    .map((c) => {
      const code = c.codePointAt(0)!;
      const isPlain = code > 0x20 && code !== 0x7f && !(code >= 0x80 && code < 0xa1) && !/\p{Cf}|\p{Cs}/u.test(c);
      return isPlain ? c : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    })
    .join(' ');
}

function octal(hex: string): string {
  return `\\${Number.parseInt(hex.slice(2), 16).toString(8).padStart(3, '0')}`;
}
