/** What the scanner finds in an xl text. Blank, Comment, Stray and Ended are the editor's; the grammar sees the rest. */
export enum Token {
  End = 0,
  Name,
  String,
  Number,
  Newline,
  Comma,
  Open,
  Close,
  Assign,
  Append,
  Semicolon,
  Stray,
}

const TAB = 9;
const LF = 10;
const SPACE = 32;
const DOUBLE_QUOTE = 34;
const HASH = 35;
const SINGLE_QUOTE = 39;
const PLUS = 43;
const COMMA = 44;
const DOT = 46;
const ZERO = 48;
const NINE = 57;
const SEMICOLON = 59;
const EQUALS = 61;
const OPEN = 91;
const BACKSLASH = 92;
const CLOSE = 93;
const UNDERSCORE = 95;
const LOWER_A = 97;
const LOWER_F = 102;
const LOWER_X = 120;
const LOWER_Z = 122;

/** Character codes outside strings that make libxlutil suspect Python: + - . ( ) : */
const PYTHON_HINTS: ReadonlySet<number> = new Set([43, 45, 46, 40, 41, 58]);

/**
 * Cuts an xl text into the tokens of libxlutil's scanner (same rules, longest match). After `next()` the token's text
 * is `start` to `end`; a Newline token holds the comment before it. Text that no rule matches is a Stray token: it
 * starts at the first character that fits nowhere and is as long as libxlutil's own lexical error.
 */
export class Scanner {
  start = 0;
  end = 0;
  /** Lines begun so far, counted from 1; a newline counts as soon as it has been scanned. */
  line = 1;
  /** The last token is a string with a backslash in it. */
  escaped = false;
  /** A Stray token that took the newline behind it along, as libxlutil does after one lone byte. */
  strayNewline = false;
  /** A Stray token of one byte at the very end, which libxlutil passes over without a word. */
  strayAtEnd = false;
  /** One of + - . ( ) : stood outside a string. */
  pythonHint = false;
  /** A comment behind it is no comment; known beforehand, as a last line may hold any number of #. */
  readonly #lastNewline: number;

  /**
   * @param dots names may hold dots (libxlutil 4.3 and later)
   * @param append `+=` is an operator (libxlutil 4.13 and later)
   */
  constructor(
    readonly text: string,
    readonly dots = true,
    readonly append = true,
  ) {
    this.#lastNewline = text.lastIndexOf('\n');
  }

  /** Scans the next token; blanks before it are passed over. */
  next(): Token {
    const text = this.text;
    let at = this.end;
    let c = text.charCodeAt(at);
    while (c === SPACE || c === TAB) c = text.charCodeAt(++at);
    this.start = at;
    if (c >= LOWER_A && c <= LOWER_Z) return this.#name(at + 1);
    switch (c) {
      case LF:
        this.line++;
        this.end = at + 1;
        return Token.Newline;
      case DOUBLE_QUOTE:
      case SINGLE_QUOTE:
        return this.#string(at, c);
      case HASH: {
        if (at > this.#lastNewline) return this.#stray(at, c);
        const newline = text.indexOf('\n', at);
        this.line++;
        this.end = newline + 1;
        return Token.Newline;
      }
      case COMMA:
        this.end = at + 1;
        return Token.Comma;
      case OPEN:
        this.end = at + 1;
        return Token.Open;
      case CLOSE:
        this.end = at + 1;
        return Token.Close;
      case EQUALS:
        this.end = at + 1;
        return Token.Assign;
      case SEMICOLON:
        this.end = at + 1;
        return Token.Semicolon;
      case PLUS:
        if (this.append && text.charCodeAt(at + 1) === EQUALS) {
          this.end = at + 2;
          return Token.Append;
        }
        return this.#stray(at, c);
    }
    if (c >= ZERO && c <= NINE) return this.#number(at + 1);
    if (at >= text.length) {
      this.end = at;
      return Token.End;
    }
    return this.#stray(at, c);
  }

  #name(at: number): Token {
    const text = this.text;
    for (;;) {
      const c = text.charCodeAt(at);
      if ((c >= LOWER_A && c <= LOWER_Z) || c === UNDERSCORE || (c >= ZERO && c <= NINE) || (c === DOT && this.dots))
        at++;
      else break;
    }
    this.end = at;
    return Token.Name;
  }

  #number(at: number): Token {
    const text = this.text;
    for (;;) {
      const c = text.charCodeAt(at);
      if ((c >= ZERO && c <= NINE) || (c >= LOWER_A && c <= LOWER_F) || c === LOWER_X) at++;
      else break;
    }
    this.end = at;
    return Token.Number;
  }

  #string(start: number, quote: number): Token {
    const text = this.text;
    this.escaped = false;
    let at = start + 1;
    for (;;) {
      const c = text.charCodeAt(at);
      if (c === quote) {
        this.end = at + 1;
        return Token.String;
      }
      if (c === BACKSLASH) {
        this.escaped = true;
        at += 2;
        if (text.charCodeAt(at - 1) === LF || at > text.length) return this.#stray(start, quote);
      } else if (c === LF || at >= text.length) {
        return this.#stray(start, quote);
      } else {
        at++;
      }
    }
  }

  #stray(start: number, first: number): Token {
    const text = this.text;
    if (PYTHON_HINTS.has(first)) this.pythonHint = true;
    this.strayNewline = false;
    this.strayAtEnd = false;
    const oneByte = first < 0x80 || (first >= 0xdc80 && first <= 0xdcff);
    let at = start + 1;
    let c = text.charCodeAt(at);
    if (oneByte && at >= text.length) {
      this.strayAtEnd = true;
    } else if (oneByte && c === LF) {
      this.strayNewline = true;
      this.line++;
      at++;
    } else if (oneByte && (c === SPACE || c === TAB)) {
      at++;
    } else {
      while (at < text.length && c !== SPACE && c !== TAB && c !== LF) c = text.charCodeAt(++at);
    }
    this.end = at;
    return Token.Stray;
  }
}
