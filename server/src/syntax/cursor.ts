import type { ParseError, ParseErrorKind } from './parse-error';
import type { Release } from './release';
import { Token } from './scanner';
import type { Span } from './span';
import type { Tokens } from './tokens';

/** Where the parsers of a tree stand in its tokens, and the errors that they have found. */
export class Cursor {
  /** Index of the current token. */
  at = 0;
  readonly errors: ParseError[] = [];

  constructor(readonly tokens: Tokens) {}

  get release(): Release {
    return this.tokens.release;
  }

  kind(ahead = 0): Token {
    return this.tokens.kind(this.at + ahead);
  }

  span(): Span {
    return this.tokens.span(this.at);
  }

  text(): string {
    return this.tokens.textOf(this.at);
  }

  error(kind: ParseErrorKind, span: Span, message: string, repair?: ParseError['repair']): void {
    this.errors.push(repair ? { kind, span, message, repair } : { kind, span, message });
  }

  /** Reports an error whose remedy is to take the marked text away. */
  superfluous(kind: ParseErrorKind, span: Span, message: string, title: string): void {
    this.error(kind, span, message, { title, edits: [{ span, newText: '' }] });
  }

  /** Reports an error whose remedy is to insert something at an offset. */
  missing(kind: ParseErrorKind, span: Span, message: string, title: string, place: number, newText: string): void {
    this.error(kind, span, message, { title, edits: [{ span: { start: place, end: place }, newText }] });
  }

  /** Goes on to the end of the line. */
  skipLine(): void {
    while (this.kind() !== Token.Newline && this.kind() !== Token.End) this.at++;
  }
}
