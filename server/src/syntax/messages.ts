import type { Release } from './release';
import { type Scanner, Token } from './scanner';

/** The states of the library's parser at which an error can show, with what it then says it expected. */
export const EXPECTING = {
  statement: "$end or IDENT or NEWLINE or ';'",
  operator: "+= or '='",
  onlyAssign: "'='",
  value: "STRING or NUMBER or '['",
  list: "']'",
  end: '$end',
  separator: "NEWLINE or ';'",
} as const;

const NAMES: Readonly<Record<number, string>> = {
  [Token.End]: '$end',
  [Token.Name]: 'IDENT',
  [Token.String]: 'STRING',
  [Token.Number]: 'NUMBER',
  [Token.Newline]: 'NEWLINE',
  [Token.Comma]: "','",
  [Token.Open]: "'['",
  [Token.Close]: "']'",
  [Token.Assign]: "'='",
  [Token.Append]: '+=',
  [Token.Semicolon]: "';'",
};

/** The words of libxlutil's syntax error at a token. */
export function syntaxError(token: Token, expecting: string): string {
  return `syntax error, unexpected ${NAMES[token]}, expecting ${expecting}`;
}

/** What libxlutil prints about a text, in order. */
export class Messages {
  readonly lines: string[] = [];
  /** True once the library has found an error: it stores nothing more. */
  failed = false;
  #lexicalErrorLine = -1;

  constructor(
    readonly scanner: Scanner,
    readonly source: string,
  ) {}

  /** An error of the scanner: it silences all others up to its line. */
  lexicalError(message: string): void {
    const { line } = this.scanner;
    this.error(line, message);
    this.#lexicalErrorLine = line;
  }

  /** An error on a line, quoting the scanner's token. */
  error(line: number, message: string): void {
    if (line <= this.#lexicalErrorLine) return;
    this.failed = true;
    const { text, start, end } = this.scanner;
    const newline = text.charAt(end - 1) === '\n' && end > start;
    const near = beforeBlanks(text.slice(start, newline ? end - 1 : end));
    const nul = near.indexOf('\0');
    // at the end of the text the library shows the NUL behind it, which prints as nothing
    const quoted = newline && start === end - 1 ? '<newline>' : `\`${nul < 0 ? near : near.slice(0, nul)}'`;
    const shown = newline ? line - 1 : line;
    this.lines.push(`${this.source}:${shown}: config parsing error near ${quoted}: ${message}`);
  }

  /** The hint that the library gives after an error in a text that looks like Python. */
  pythonWarning(release: Release): void {
    const page =
      release <= 401
        ? 'http://wiki.xen.org/xenwiki/PythonInXlConfig'
        : release <= 413
          ? 'http://wiki.xen.org/wiki/PythonInXlConfig'
          : 'https://wiki.xen.org/wiki/PythonInXlConfig';
    this.lines.push(
      'warning: Config file looks like it contains Python code.',
      'warning:  Arbitrary Python is no longer supported.',
      `warning:  See ${page}`,
    );
  }
}

function beforeBlanks(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\t')) end--;
  return text.slice(0, end);
}
