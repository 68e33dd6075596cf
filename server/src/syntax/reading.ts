import { dequote } from './dequote';
import { NEWEST_RELEASE, type Release } from './release';
import { Scanner, Token } from './scanner';

/** A value as libxlutil keeps it: text (numbers as written) or a list of values. */
export type PlainValue = string | PlainValue[];

/** One assignment as libxlutil stores it; `line` is the library's, from 1: where the value begins. */
export interface PlainSetting {
  readonly name: string;
  readonly op: '=' | '+=';
  readonly line: number;
  value: PlainValue;
}

/** What libxlutil makes of a text. */
export interface Reading {
  /** False when the library refuses the text. */
  readonly ok: boolean;
  /** The library would have ended the whole process (a NUL inside a string). */
  readonly crash?: true;
  /** Every line that the library prints, in order, each with `source:line:` before it. */
  readonly messages: readonly string[];
  /** Every assignment stored before the first error, overridden ones too. */
  readonly settings: readonly PlainSetting[];
}

export interface ReadingOptions {
  readonly release?: Release;
  /** The name that stands before each message; libxlutil is given the file's path. */
  readonly source?: string;
}

/**
 * Reads a text exactly as libxlutil does: the same verdict, settings and messages (4.17 by test; the grammar is the
 * same from 4.13 to 4.22, older ones after their source). Bytes that are not UTF-8 stand in `text` as lone surrogates
 * U+DC80 to U+DCFF. Never throws.
 */
export function readSettings(text: string, options: ReadingOptions = {}): Reading {
  return new Reader(text, options.release ?? NEWEST_RELEASE, options.source ?? '').read();
}

/** The states of the library's parser at which an error can show, with what it then says it expected. */
const EXPECTING = {
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

/** The library's parser gives up when its stack holds this many states. */
const STACK_LIMIT = 10000;

/** Ends the reading at once: after a crash, a full stack, or an error that the library cannot recover from. */
class Stop {}

/** A parser in the shape of the library's: one method a nonterminal, with bison's rules for errors around them. */
class Reader {
  readonly #scanner: Scanner;
  readonly #messages: string[] = [];
  readonly #settings: PlainSetting[] = [];
  readonly #newest = new Map<string, PlainSetting>();
  #token = Token.End;
  /** Line of the last token that had one; the end of the text keeps that of the token before it. */
  #tokenLine = 1;
  #failed = false;
  #crash = false;
  #lexicalErrorLine = -1;
  /** bison's yyerrstatus: tokens still to shift before another syntax error is reported. */
  #quiet = 0;
  /** Number of states on the library's parser stack. */
  #stack = 2;

  constructor(
    text: string,
    readonly release: Release,
    readonly source: string,
  ) {
    this.#scanner = new Scanner(text, release >= 403, release >= 413);
  }

  read(): Reading {
    try {
      this.#advance();
      this.#statements();
    } catch (stop) {
      if (!(stop instanceof Stop)) throw stop;
    }
    if (this.#failed && !this.#crash && this.#scanner.pythonHint) this.#pythonWarning();
    const result = { ok: !this.#failed && !this.#crash, messages: this.#messages, settings: this.#settings };
    return this.#crash ? { ...result, crash: true } : result;
  }

  #statements(): void {
    for (;;) {
      this.#stack = 2;
      switch (this.#token) {
        case Token.End:
          return;
        case Token.Newline:
        case Token.Semicolon:
          this.#shift();
          break;
        case Token.Name:
          if (!this.#assignment()) this.#recover();
          break;
        default:
          this.#syntaxError(EXPECTING.statement);
          this.#recover();
      }
    }
  }

  /** Reads `NAME = VALUE` and what ends it; false after a syntax error from which the library recovers. */
  #assignment(): boolean {
    const name = this.#text();
    this.#shift();
    const op = this.#token === Token.Append ? '+=' : '=';
    if (this.#token !== Token.Assign && this.#token !== Token.Append) {
      this.#syntaxError(this.release >= 413 ? EXPECTING.operator : EXPECTING.onlyAssign);
      return false;
    }
    this.#shift();
    this.#stack = 4;
    const line = this.#scanner.line;
    let value: PlainValue;
    const first = this.#current();
    if (first === Token.String || first === Token.Number) {
      value = this.#atom();
      this.#store({ name, op, line, value });
      this.#shift();
    } else if (first === Token.Open) {
      const list = this.#list();
      if (!list) return false;
      value = list;
      this.#store({ name, op, line, value });
      this.#shift();
    } else {
      this.#syntaxError(EXPECTING.value);
      return false;
    }
    if (this.#current() === Token.Newline || this.#current() === Token.Semicolon) {
      this.#shift();
      return true;
    }
    if (this.release <= 401) {
      this.#syntaxError(EXPECTING.separator);
      return false;
    }
    if (this.#current() === Token.End) return true;
    // The library takes the assignment for the last one and has then no state left to resume in.
    this.#syntaxError(EXPECTING.end);
    throw new Stop();
  }

  /** Reads a list up to its closing bracket, which stays the current token; undefined after a syntax error. */
  #list(): PlainValue[] | undefined {
    const outer: PlainValue[][] = [];
    let items: PlainValue[] = [];
    let wantsItem = true;
    this.#push(2);
    this.#shift();
    for (;;) {
      while (this.#token === Token.Newline) {
        this.#push(1);
        this.#stack--;
        this.#shift();
      }
      if (wantsItem && (this.#token === Token.String || this.#token === Token.Number)) {
        this.#push(2);
        this.#stack -= items.length === 0 ? 1 : 4;
        items.push(this.#atom());
        wantsItem = false;
      } else if (wantsItem && this.#token === Token.Open && this.release >= 406) {
        outer.push(items);
        items = [];
        this.#push(2);
      } else if (!wantsItem && this.#token === Token.Comma) {
        this.#push(2);
        wantsItem = true;
      } else if (this.#token === Token.Close) {
        // back to the state before the bracket, with the list as one value
        if (items.length === 0) this.#push(1);
        else if (wantsItem) this.#stack -= 2;
        this.#push(1);
        this.#stack -= 4;
        const parent = outer.pop();
        if (!parent) return items;
        this.#push(2);
        this.#stack -= parent.length === 0 ? 1 : 4;
        parent.push(items);
        items = parent;
        wantsItem = false;
      } else {
        this.#syntaxError(EXPECTING.list);
        return undefined;
      }
      this.#shift();
    }
  }

  /** The value of the current String or Number token. */
  #atom(): string {
    const { text, start, end } = this.#scanner;
    if (this.#token === Token.Number || !this.#scanner.escaped) {
      const inner = this.#token === Token.Number ? text.slice(start, end) : text.slice(start + 1, end - 1);
      return inner;
    }
    return dequote(text.slice(start, end), this.release <= 406).text;
  }

  #store(setting: PlainSetting): void {
    if (this.#failed) return;
    const previous = setting.op === '+=' ? this.#newest.get(setting.name) : undefined;
    if (previous) {
      if (typeof previous.value === 'string' && typeof setting.value === 'string') {
        setting.value = previous.value + setting.value;
      } else if (typeof previous.value !== 'string' && typeof setting.value !== 'string') {
        setting.value = previous.value.concat(setting.value);
        previous.value = [];
      } else {
        this.#lexicalError(`can't add [list] to "string" or vice versa`);
        return;
      }
    }
    this.#settings.push(setting);
    this.#newest.set(setting.name, setting);
  }

  /** The current token, as a call, so that the compiler does not take it for what it was before the last shift. */
  #current(): Token {
    return this.#token;
  }

  #text(): string {
    return this.#scanner.text.slice(this.#scanner.start, this.#scanner.end);
  }

  /** Takes `states` more states onto the parser's stack. */
  #push(states: number): void {
    this.#stack += states;
    if (this.#stack < STACK_LIMIT) return;
    this.#report(this.#tokenLine, 'memory exhausted');
    throw new Stop();
  }

  /** The parser took the current token; reads the next one. */
  #shift(): void {
    if (this.#quiet > 0) this.#quiet--;
    this.#advance();
  }

  /** Reads the next token of the grammar, reporting the lexical errors before it. */
  #advance(): void {
    const scanner = this.#scanner;
    for (;;) {
      const token = scanner.next();
      if (token === Token.Stray) {
        if (scanner.strayAtEnd) {
          this.#token = Token.End;
          return;
        }
        this.#lexicalError('lexical error');
        if (!scanner.strayNewline) continue;
        this.#token = Token.Newline;
        this.#tokenLine = scanner.line;
        return;
      }
      this.#token = token;
      if (token === Token.Newline) this.#tokenLine = scanner.line - 1;
      else if (token !== Token.End) this.#tokenLine = scanner.line;
      if (token === Token.String && !this.#failed) this.#checkString();
      return;
    }
  }

  #checkString(): void {
    const { text, start, end, escaped } = this.#scanner;
    const nul = text.indexOf('\0', start);
    if (nul >= 0 && nul < end) {
      this.#crash = true;
      throw new Stop();
    }
    if (!escaped) return;
    const { error } = dequote(text.slice(start, end), this.release <= 406);
    if (error) this.#lexicalError(error);
  }

  #syntaxError(expecting: string): void {
    if (this.#quiet === 0) {
      this.#report(this.#tokenLine, `syntax error, unexpected ${NAMES[this.#token]}, expecting ${expecting}`);
    }
  }

  /** bison's recovery: passes over everything up to and with the next newline; without one the reading ends. */
  #recover(): void {
    if (this.#quiet === 3) {
      if (this.#token === Token.End) throw new Stop();
      this.#advance();
    }
    this.#quiet = 3;
    while (this.#token !== Token.Newline) {
      if (this.#token === Token.End) throw new Stop();
      this.#advance();
    }
    this.#shift();
  }

  #lexicalError(message: string): void {
    const line = this.#scanner.line;
    this.#report(line, message);
    this.#lexicalErrorLine = line;
  }

  #report(line: number, message: string): void {
    if (line <= this.#lexicalErrorLine) return;
    this.#failed = true;
    const { text, start, end } = this.#scanner;
    let near = text.slice(start, end);
    let newline = '';
    let shown = line;
    if (near.endsWith('\n')) {
      near = near.slice(0, -1);
      shown--;
      if (near === '') newline = '<newline>';
    }
    const blank = near !== '' || newline === '' ? near.replace(/[\t ]+$/, '') : '';
    const nul = blank.indexOf('\0');
    const visible = nul < 0 ? blank : blank.slice(0, nul);
    // at the end of the text the library shows the NUL behind it, which prints as nothing
    const quoted = newline === '' ? `\`${visible}'` : newline;
    this.#messages.push(`${this.source}:${shown}: config parsing error near ${quoted}: ${message}`);
  }

  #pythonWarning(): void {
    const page =
      this.release <= 401
        ? 'http://wiki.xen.org/xenwiki/PythonInXlConfig'
        : this.release <= 413
          ? 'http://wiki.xen.org/wiki/PythonInXlConfig'
          : 'https://wiki.xen.org/wiki/PythonInXlConfig';
    this.#messages.push(
      'warning: Config file looks like it contains Python code.',
      'warning:  Arbitrary Python is no longer supported.',
      `warning:  See ${page}`,
    );
  }
}
