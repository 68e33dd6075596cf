import { dequote } from './dequote';
import { bareTextError, carriageReturn, type ParseError, type ParseErrorKind, shorten } from './parse-error';
import type { Release } from './release';
import { Token } from './scanner';
import type { Span } from './span';
import type { Tokens } from './tokens';
import type { Atom, List, Setting, Value } from './tree';

/** A list that is still open. */
interface Level {
  readonly open: Span;
  readonly items: Value[];
  wantsItem: boolean;
}

/** Reads the tokens of a text into settings, and goes on after each error as a person would. */
export class TreeParser {
  readonly settings: Setting[] = [];
  readonly errors: ParseError[] = [];
  #at = 0;

  constructor(
    readonly tokens: Tokens,
    readonly release: Release,
  ) {}

  parse(): void {
    for (;;) {
      switch (this.#kind()) {
        case Token.End:
          this.#checkLastLine();
          return;
        case Token.Newline:
        case Token.Semicolon:
          this.#at++;
          break;
        default:
          this.#statement();
      }
    }
  }

  #kind(ahead = 0): Token {
    return this.tokens.kind(this.#at + ahead);
  }

  #span(): Span {
    return this.tokens.span(this.#at);
  }

  #error(kind: ParseErrorKind, span: Span, message: string, repair?: ParseError['repair']): void {
    this.errors.push(repair ? { kind, span, message, repair } : { kind, span, message });
  }

  #statement(): void {
    const nameSpan = this.#span();
    const name = this.tokens.textOf(this.#at);
    if (this.#kind() !== Token.Name) {
      this.#badStart(name, nameSpan);
      return;
    }
    this.#at++;
    const op = this.#kind();
    const opSpan = this.#span();
    if (op !== Token.Assign && op !== Token.Append) {
      this.#error('missing-operator', nameSpan, `"${name}" is not followed by =: a setting is written NAME = VALUE.`);
      this.#skipLine();
      return;
    }
    this.#at++;
    const errors = this.errors.length;
    if (this.#kind() === Token.Assign && this.#kind(1) !== Token.Newline) {
      const span = this.#span();
      this.#error('stray', span, 'One = is enough.', { title: 'Remove the second =', edits: [{ span, newText: '' }] });
      this.#at++;
    }
    const value = this.#value(name);
    if (!value) return;
    this.#endOfStatement(value);
    const span = { start: nameSpan.start, end: value.span.end };
    const broken = this.errors.length > errors;
    this.settings.push({ name, nameSpan, op: op === Token.Append ? '+=' : '=', opSpan, value, span, broken });
  }

  /** A statement that begins with something other than a name. */
  #badStart(text: string, span: Span): void {
    if (/^[A-Za-z_][\w.]*$/.test(text) && (this.#kind(1) === Token.Assign || this.#kind(1) === Token.Append)) {
      this.#error(
        'upper-case-name',
        span,
        `The name ${text} holds a character that names cannot have: they are written in lower case.`,
      );
    } else if (text === '\r') {
      this.errors.push(carriageReturn(span));
    } else if (this.#kind() === Token.Close) {
      this.#error('stray', span, 'This ] closes no list.', { title: 'Remove the ]', edits: [{ span, newText: '' }] });
    } else if (text.startsWith('\ufeff')) {
      const mark = { start: span.start, end: span.start + 1 };
      this.#error('stray', mark, 'A byte order mark stands before the text, which xl does not pass over.', {
        title: 'Remove the byte order mark',
        edits: [{ span: mark, newText: '' }],
      });
    } else {
      this.#error('stray', span, `${shorten(text)} cannot begin a setting: NAME = VALUE is wanted here.`);
    }
    this.#skipLine();
  }

  #value(name: string): Value | undefined {
    switch (this.#kind()) {
      case Token.String:
      case Token.Number:
        return this.#atom();
      case Token.Open:
        return this.#list();
      case Token.Newline:
      case Token.Semicolon:
      case Token.End: {
        const end = this.tokens.end(this.#at - 1);
        this.#error('missing-value', { start: this.tokens.start(this.#at - 1), end }, `"${name}" is given no value.`);
        this.#skipLine();
        return undefined;
      }
      default:
        this.#bareText(false);
        this.#skipLine();
        return undefined;
    }
  }

  /** The current String or Number token as a value; a number may turn out to be something else. */
  #atom(): Atom | undefined {
    const span = this.#span();
    const raw = this.tokens.textOf(this.#at);
    if (this.#kind() === Token.Number) {
      if (this.#kind(1) === Token.Stray && this.tokens.start(this.#at + 1) === span.end) {
        this.#bareText(false);
        return undefined;
      }
      this.#at++;
      return { kind: 'number', span, text: raw };
    }
    this.#at++;
    if (!raw.includes('\\')) return { kind: 'string', span, text: raw.slice(1, -1) };
    const { text, error, at } = dequote(raw, this.release <= 406);
    if (error && at !== undefined) {
      const wrong = { start: span.start + at, end: span.start + at + 2 };
      this.#error('bad-escape', wrong, `${raw.slice(at, at + 2)} is no escape that xl can read.`, {
        title: 'Write a backslash that stands for itself',
        edits: [{ span: { start: wrong.start, end: wrong.start }, newText: '\\' }],
      });
    }
    return { kind: 'string', span, text };
  }

  #list(): List {
    const levels: Level[] = [{ open: this.#span(), items: [], wantsItem: true }];
    this.#at++;
    for (;;) {
      const level = levels.at(-1)!;
      let list: List | undefined;
      switch (this.#kind()) {
        case Token.Newline:
          if (this.#settingFollows()) return this.#unclosed(levels);
          this.#at++;
          break;
        case Token.End:
          return this.#unclosed(levels);
        case Token.Comma:
          if (level.wantsItem) this.#emptyItem();
          level.wantsItem = true;
          this.#at++;
          break;
        case Token.Close:
          this.#at++;
          list = closeLevel(levels, this.tokens.end(this.#at - 1));
          break;
        case Token.Open:
          this.#wantComma(level);
          if (this.release < 406) this.#nestedList();
          levels.push({ open: this.#span(), items: [], wantsItem: true });
          this.#at++;
          break;
        case Token.String:
        case Token.Number: {
          this.#wantComma(level);
          level.wantsItem = false;
          const atom = this.#atom();
          if (atom) level.items.push(atom);
          break;
        }
        default:
          this.#wantComma(level);
          level.wantsItem = false;
          if (this.#bareText(true)) list = closeLevel(levels, this.tokens.end(this.#at - 1));
      }
      if (list) return list;
    }
  }

  /** True at a newline behind which a new setting begins. */
  #settingFollows(): boolean {
    let ahead = 1;
    while (this.#kind(ahead) === Token.Newline) ahead++;
    const op = this.#kind(ahead + 1);
    return this.#kind(ahead) === Token.Name && (op === Token.Assign || op === Token.Append);
  }

  #wantComma(level: Level): void {
    const last = level.items.at(-1);
    if (level.wantsItem || !last) return;
    const end = last.span.end;
    this.#error('missing-comma', { start: last.span.start, end }, 'A comma is missing behind this list item.', {
      title: 'Insert the comma',
      edits: [{ span: { start: end, end }, newText: ',' }],
    });
  }

  #emptyItem(): void {
    const span = this.#span();
    this.#error('empty-item', span, 'There is no list item before this comma.', {
      title: 'Remove the comma',
      edits: [{ span, newText: '' }],
    });
  }

  #unclosed(levels: Level[]): List {
    const { open } = levels.at(-1)!;
    const end = Math.max(...levels.map((level) => level.items.at(-1)?.span.end ?? level.open.end));
    // a comma behind the last item belongs to the list
    const place = end + /^([ \t]*,)?/.exec(this.tokens.text.slice(end, end + 200))![0].length;
    this.#error('unclosed-list', open, 'The list that is opened here is never closed.', {
      title: levels.length === 1 ? 'Insert the missing ]' : `Insert the ${levels.length} missing ]`,
      edits: [{ span: { start: place, end: place }, newText: ' ]'.repeat(levels.length) }],
    });
    for (;;) {
      const list = closeLevel(levels, end);
      if (list) return list;
    }
  }

  #nestedList(): void {
    this.#error('nested-list', this.#span(), 'A list inside a list is read by Xen 4.6 and later only.');
  }

  /** Text that should stand in quotes, or a number that xl cannot read: passes over it; true when it took the list's ] along. */
  #bareText(inList: boolean): boolean {
    const start = this.tokens.start(this.#at);
    const first = this.tokens.text[start];
    if (first === '"' || first === "'") {
      return this.#unclosedString(first, inList);
    }
    const stop = inList ? /[\s,\]#;]/ : /[\s#;]/;
    const rest = this.tokens.text.slice(start, start + 4000);
    const length = Math.max(1, rest.search(stop) < 0 ? rest.length : rest.search(stop));
    const span = { start, end: start + length };
    const text = rest.slice(0, length);
    while (this.#kind() !== Token.End && this.tokens.start(this.#at) < span.end) this.#at++;
    this.errors.push(bareTextError(text, span));
    return false;
  }

  #unclosedString(quote: string, inList: boolean): boolean {
    const span = this.#span();
    const text = this.tokens.textOf(this.#at);
    this.#at++;
    // what follows the text within the line: a list's punctuation, a carriage return or blanks
    const tail = (inList ? /[\s,\]]*$/ : /\s*$/).exec(text)![0].length;
    const place = span.end - (tail === text.length - 1 ? 0 : tail);
    this.#error(
      'unclosed-string',
      { start: span.start, end: place },
      `This text is not closed: the ${quote} behind it is missing on its line.`,
      {
        title: `Insert the closing ${quote}`,
        edits: [{ span: { start: place, end: place }, newText: quote }],
      },
    );
    return inList && text.slice(text.length - tail).includes(']');
  }

  #endOfStatement(value: Value): void {
    switch (this.#kind()) {
      case Token.End:
      case Token.Newline:
      case Token.Semicolon:
        return;
      case Token.Name:
        if (this.#kind(1) === Token.Assign || this.#kind(1) === Token.Append) {
          const end = value.span.end;
          this.#error('missing-separator', this.#span(), 'A second setting on one line wants a ; before it.', {
            title: 'Insert the ;',
            edits: [{ span: { start: end, end }, newText: ';' }],
          });
          return;
        }
    }
    const span = this.#span();
    const text = this.tokens.textOf(this.#at);
    if (text === '\r') this.errors.push(carriageReturn(span));
    else
      this.#error('stray', span, `The setting ends before ${shorten(text)}: what follows on this line cannot be read.`);
    this.#skipLine();
  }

  #skipLine(): void {
    while (this.#kind() !== Token.Newline && this.#kind() !== Token.End) this.#at++;
  }

  /** libxlutil wants a newline behind a comment, the last one too; a lone # it passes over. */
  #checkLastLine(): void {
    const comment = this.tokens.comment(this.#at - 1);
    const end = this.tokens.text.length;
    if (comment?.end !== end || comment.end - comment.start === 1) return;
    this.#error('missing-newline', comment, 'The last line is a comment without a newline behind it.', {
      title: 'End the file with a newline',
      edits: [{ span: { start: end, end }, newText: '\n' }],
    });
  }
}

/** Ends the innermost open list; gives the whole value when it was the outermost. */
function closeLevel(levels: Level[], end: number): List | undefined {
  const { open, items } = levels.pop()!;
  const list: List = { kind: 'list', span: { start: open.start, end }, items };
  const parent = levels.at(-1);
  if (!parent) return list;
  parent.items.push(list);
  parent.wantsItem = false;
  return undefined;
}
