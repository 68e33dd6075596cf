import { AtomParser } from './atom-parser';
import { Cursor } from './cursor';
import { ListParser } from './list-parser';
import { NameTable } from './name-table';
import { carriageReturn, type ParseError, shorten } from './parse-error';
import { Token } from './scanner';
import { SoundSetting, soundEnd } from './sound-setting';
import type { Span } from './span';
import type { Tokens } from './tokens';
import type { Setting, Value } from './tree';

/** Reads the tokens of a text into settings, and goes on after each error as a person would. */
export class TreeParser {
  readonly settings: Setting[] = [];
  /** True when there is a += in one of the settings. */
  appends = false;
  readonly #cursor: Cursor;
  readonly #atoms: AtomParser;
  readonly #lists: ListParser;

  constructor(readonly tokens: Tokens) {
    this.#cursor = new Cursor(tokens);
    this.#atoms = new AtomParser(this.#cursor);
    this.#lists = new ListParser(this.#cursor, this.#atoms);
  }

  get errors(): ParseError[] {
    return this.#cursor.errors;
  }

  /** The greatest depth of lists inside lists, where it is greater than DEEP or there are mistakes. */
  get deepest(): number {
    return this.#lists.deepest;
  }

  /** @param mayBeSound false when every string must be looked at closely */
  parse(mayBeSound: boolean): void {
    const cursor = this.#cursor;
    const { tokens } = this;
    const names = new NameTable(tokens.text);
    for (;;) {
      const kind = cursor.kind();
      if (kind === Token.End) break;
      if (kind === Token.Newline || kind === Token.Semicolon) {
        cursor.at++;
        continue;
      }
      const end = mayBeSound ? soundEnd(tokens, cursor.at) : -1;
      if (end < 0) this.#statement();
      else {
        if (tokens.kind(cursor.at + 1) === Token.Append) this.appends = true;
        const name = names.name(tokens.start(cursor.at), tokens.end(cursor.at));
        this.settings.push(new SoundSetting(name, tokens, cursor.at, end));
        cursor.at = end;
      }
    }
    this.#checkLastLine();
  }

  #statement(): void {
    const cursor = this.#cursor;
    const nameSpan = cursor.span();
    const name = cursor.text();
    if (cursor.kind() !== Token.Name) {
      this.#badStart(name, nameSpan);
      return;
    }
    cursor.at++;
    const op = cursor.kind();
    const opSpan = cursor.span();
    if (op !== Token.Assign && op !== Token.Append) {
      const message = `"${name}" is not followed by =: a setting is written NAME = VALUE.`;
      cursor.error('missing-operator', nameSpan, message);
      cursor.skipLine();
      return;
    }
    cursor.at++;
    const errors = cursor.errors.length;
    if (cursor.kind() === Token.Assign && cursor.kind(1) !== Token.Newline) {
      cursor.superfluous('stray', cursor.span(), 'One = is enough.', 'Remove the second =');
      cursor.at++;
    }
    const value = this.#value(name);
    if (!value) return;
    this.#endOfStatement(value);
    if (cursor.errors.length === errors) this.#wantNewline(value);
    const span = { start: nameSpan.start, end: value.span.end };
    const broken = cursor.errors.length > errors;
    if (op === Token.Append) this.appends = true;
    const isList = value.kind === 'list';
    this.settings.push({ name, nameSpan, op: op === Token.Append ? '+=' : '=', opSpan, isList, value, span, broken });
  }

  /** A statement that begins with something other than a name. */
  #badStart(text: string, span: Span): void {
    const cursor = this.#cursor;
    const op = cursor.kind(1);
    if (/^[A-Za-z_][\w.]*$/.test(text) && (op === Token.Assign || op === Token.Append)) {
      const message = `The name ${text} holds a character that names cannot have: they are written in lower case.`;
      cursor.error('upper-case-name', span, message);
    } else if (text === '\r') {
      cursor.errors.push(carriageReturn(span));
    } else if (cursor.kind() === Token.Close) {
      cursor.superfluous('stray', span, 'This ] closes no list.', 'Remove the ]');
    } else if (text.startsWith('\ufeff')) {
      const mark = { start: span.start, end: span.start + 1 };
      const message = 'A byte order mark stands before the text, which xl does not pass over.';
      // Python passes over it at the very start, and nowhere else
      cursor.superfluous(span.start === 0 ? 'byte-order-mark' : 'stray', mark, message, 'Remove the byte order mark');
    } else {
      cursor.error('stray', span, `${shorten(text)} cannot begin a setting: NAME = VALUE is wanted here.`);
    }
    cursor.skipLine();
  }

  #value(name: string): Value | undefined {
    const cursor = this.#cursor;
    switch (cursor.kind()) {
      case Token.String:
      case Token.Number:
        if (!this.#atoms.isBadNumber) return this.#atoms.atom();
        this.#atoms.bareText(false);
        break;
      case Token.Open:
        return this.#lists.list();
      case Token.Newline:
      case Token.Semicolon:
      case Token.End:
        cursor.error('missing-value', this.tokens.span(cursor.at - 1), `"${name}" is given no value.`);
        break;
      default:
        this.#atoms.bareText(false);
    }
    cursor.skipLine();
    return undefined;
  }

  #endOfStatement(value: Value): void {
    const cursor = this.#cursor;
    const { end } = value.span;
    switch (cursor.kind()) {
      case Token.Semicolon:
      case Token.Newline:
      case Token.End:
        return;
      case Token.Name:
        if (cursor.kind(1) === Token.Assign || cursor.kind(1) === Token.Append) {
          const message = 'A second setting on one line wants a ; before it.';
          cursor.missing('missing-separator', cursor.span(), message, 'Insert the ;', end, ';');
          return;
        }
    }
    const span = cursor.span();
    const text = cursor.text();
    if (text === '\r') cursor.errors.push(carriageReturn(span));
    else {
      const message = `The setting ends before ${shorten(text)}: what follows on this line cannot be read.`;
      cursor.error('stray', span, message);
    }
    cursor.skipLine();
  }

  /** libxlutil of 4.1 wants a newline or a semicolon behind a setting, at the end of the text too. */
  #wantNewline(value: Value): void {
    const { text, release } = this.tokens;
    const rest = this.tokens.end(this.#cursor.at);
    if (release > 401 || this.#cursor.kind() === Token.Semicolon || text.endsWith('\n', rest)) return;
    const message = 'Xen 4.1 wants a newline behind the last setting.';
    this.#cursor.missing('missing-newline', value.span, message, 'Insert the newline', text.length, '\n');
  }

  /** libxlutil wants a newline behind a comment, the last one too; a lone # it passes over. */
  #checkLastLine(): void {
    const comment = this.tokens.comment(this.#cursor.at - 1);
    const end = this.tokens.text.length;
    if (comment?.end !== end || comment.end - comment.start === 1) return;
    const message = 'The last line is a comment without a newline behind it.';
    this.#cursor.missing('missing-newline', comment, message, 'End the file with a newline', end, '\n');
  }
}
