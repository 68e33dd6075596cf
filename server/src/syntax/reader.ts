import { dequote } from './dequote';
import { EXPECTING, Messages, syntaxError } from './messages';
import { NameTable } from './name-table';
import { OpenLists } from './open-lists';
import type { PlainValue, Reading } from './reading';
import type { Release } from './release';
import { Scanner, Token } from './scanner';
import { SettingStore } from './setting-store';

/** The library's parser gives up when its stack holds this many states. */
const STACK_LIMIT = 10000;

/** Ends the reading at once: after a crash, a full stack, or an error that the library cannot recover from. */
class Stop {}

/**
 * A parser in the shape of libxlutil's: one method a nonterminal, with bison's rules for errors around them. It keeps
 * count of the library's parser stack, as the library gives up when that is full.
 */
export class Reader {
  readonly #scanner: Scanner;
  readonly #messages: Messages;
  readonly #store = new SettingStore();
  readonly #names: NameTable;
  readonly #lists = new OpenLists<PlainValue>();
  /** There is a NUL in the text, perhaps inside a string. */
  readonly #hasNul: boolean;
  #token = Token.End;
  /** Line of the last token that had one; the end of the text keeps that of the token before it. */
  #tokenLine = 1;
  #crash = false;
  /** bison's yyerrstatus: tokens still to shift before another syntax error is reported. */
  #quiet = 0;
  /** Number of states on the library's parser stack. */
  #stack = 2;

  constructor(
    text: string,
    readonly release: Release,
    source: string,
  ) {
    this.#scanner = new Scanner(text, release >= 403, release >= 413);
    this.#messages = new Messages(this.#scanner, source);
    this.#names = new NameTable(text);
    this.#hasNul = text.includes('\0');
  }

  /** The whole text. */
  read(): Reading {
    try {
      this.#advance();
      this.#statements();
    } catch (stop) {
      if (!(stop instanceof Stop)) throw stop;
    }
    const { failed, lines } = this.#messages;
    if (failed && !this.#crash && this.#scanner.pythonHint) this.#messages.pythonWarning(this.release);
    const result = { ok: !failed && !this.#crash, messages: lines, settings: this.#store.settings };
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
    const name = this.#names.name(this.#scanner.start, this.#scanner.end);
    this.#shift();
    const op = this.#token === Token.Append ? '+=' : '=';
    if (this.#token !== Token.Assign && this.#token !== Token.Append) {
      this.#syntaxError(this.release >= 413 ? EXPECTING.operator : EXPECTING.onlyAssign);
      return false;
    }
    this.#shift();
    this.#stack = 4;
    const { line } = this.#scanner;
    const value = this.#value();
    if (value === undefined) return false;
    if (!this.#messages.failed && !this.#store.add({ name, op, line, value })) {
      this.#messages.lexicalError(`can't add [list] to "string" or vice versa`);
    }
    this.#shift();
    return this.#endOfAssignment();
  }

  /** Reads a value up to its last token, which stays the current one; undefined after a syntax error. */
  #value(): PlainValue | undefined {
    switch (this.#token) {
      case Token.String:
      case Token.Number:
        return this.#atom();
      case Token.Open:
        return this.#list();
      default:
        this.#syntaxError(EXPECTING.value);
        return undefined;
    }
  }

  #endOfAssignment(): boolean {
    if (this.#token === Token.Newline || this.#token === Token.Semicolon) {
      this.#shift();
      return true;
    }
    if (this.release <= 401) {
      this.#syntaxError(EXPECTING.separator);
      return false;
    }
    if (this.#token === Token.End) return true;
    // The library takes the assignment for the last one and has then no state left to resume in.
    this.#syntaxError(EXPECTING.end);
    throw new Stop();
  }

  /** Reads a list up to its closing bracket, which stays the current token; undefined after a syntax error. */
  #list(): PlainValue[] | undefined {
    const lists = this.#lists;
    let wantsItem = true;
    lists.clear();
    lists.open();
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
        this.#stack -= lists.size === 0 ? 1 : 4;
        lists.add(this.#atom());
        wantsItem = false;
      } else if (wantsItem && this.#token === Token.Open && this.release >= 406) {
        lists.open();
        this.#push(2);
      } else if (!wantsItem && this.#token === Token.Comma) {
        this.#push(2);
        wantsItem = true;
      } else if (this.#token === Token.Close) {
        // back to the state before the bracket, with the list as one value
        if (lists.size === 0) this.#push(1);
        else if (wantsItem) this.#stack -= 2;
        this.#push(1);
        this.#stack -= 4;
        const list = lists.close();
        if (lists.depth === 0) return list;
        this.#push(2);
        this.#stack -= lists.size === 0 ? 1 : 4;
        lists.add(list);
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
    if (this.#token === Token.Number) return text.slice(start, end);
    if (!this.#scanner.escaped) return text.slice(start + 1, end - 1);
    return dequote(text.slice(start, end), this.release <= 406).text;
  }

  /** Takes `states` more states onto the parser's stack. */
  #push(states: number): void {
    this.#stack += states;
    if (this.#stack < STACK_LIMIT) return;
    this.#messages.error(this.#tokenLine, 'memory exhausted');
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
        this.#messages.lexicalError('lexical error');
        if (!scanner.strayNewline) continue;
        this.#token = Token.Newline;
        this.#tokenLine = scanner.line;
        return;
      }
      this.#token = token;
      if (token === Token.Newline) this.#tokenLine = scanner.line - 1;
      else if (token !== Token.End) this.#tokenLine = scanner.line;
      if (token === Token.String && (scanner.escaped || this.#hasNul) && !this.#messages.failed) this.#checkString();
      return;
    }
  }

  /** Reports a wrong escape; a NUL ends the string for the library, which cannot bear a string without its quote. */
  #checkString(): void {
    const { text, start, end } = this.#scanner;
    const token = text.slice(start, end);
    const nul = this.#hasNul ? token.indexOf('\0') : -1;
    const seen = nul < 0 ? token : token.slice(0, nul);
    const closed = seen.length >= 2 && seen.at(-1) === token[0];
    const error = closed ? dequote(seen, this.release <= 406).error : undefined;
    if (error) this.#messages.lexicalError(error);
    else if (nul >= 0) {
      this.#crash = true;
      throw new Stop();
    }
  }

  #syntaxError(expecting: string): void {
    if (this.#quiet === 0) {
      this.#messages.error(this.#tokenLine, syntaxError(this.#token, expecting));
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
}
