import { dequote } from './dequote';
import { Mark } from './mark';
import type { PlainValue } from './reading';
import { Token } from './scanner';
import type { Span } from './span';
import type { Tokens } from './tokens';
import type { Atom, List, Setting, Value } from './tree';

/** Lists inside lists beyond this depth are left to the parser that looks closer, as xl has a limit too. */
export const DEEP = 50;

/**
 * Index behind the last token of the setting that begins at token `at`, when it can be read without any mistake;
 * -1 otherwise.
 */
export function soundEnd(tokens: Tokens, at: number): number {
  if (tokens.kind(at) !== Token.Name) return -1;
  const op = tokens.kind(at + 1);
  if (op !== Token.Assign && op !== Token.Append) return -1;
  const kind = tokens.kind(at + 2);
  let end: number;
  if (kind === Token.Open) end = listEnd(tokens, at + 2);
  else end = isSoundAtom(tokens, at + 2, kind) ? at + 3 : -1;
  if (end < 0) return -1;
  const next = tokens.kind(end);
  if (next === Token.Semicolon) return end;
  if (next !== Token.Newline && next !== Token.End) return -1;
  return tokens.release > 401 || tokens.text.endsWith('\n', tokens.end(end)) ? end : -1;
}

function isSoundAtom(tokens: Tokens, at: number, kind: Token): boolean {
  if (kind === Token.Number) return true;
  if (kind !== Token.String) return false;
  return !tokens.escaped(at) || dequote(tokens.textOf(at), tokens.release <= 406).error === undefined;
}

function listEnd(tokens: Tokens, open: number): number {
  let depth = 0;
  let wantsItem = true;
  for (let at = open; ; at++) {
    const kind = tokens.kind(at);
    switch (kind) {
      case Token.Newline:
        break;
      case Token.Comma:
        if (wantsItem) return -1;
        wantsItem = true;
        break;
      case Token.Open:
        if (!wantsItem || depth === DEEP || (depth > 0 && tokens.release < 406)) return -1;
        depth++;
        break;
      case Token.Close:
        if (--depth === 0) return at + 1;
        wantsItem = false;
        break;
      default:
        if (!wantsItem || !isSoundAtom(tokens, at, kind)) return -1;
        wantsItem = false;
    }
  }
}

/** A setting without a mistake in it: knows its tokens, and makes its parts of them when it is asked. */
export class SoundSetting implements Setting {
  #value: Value | undefined;
  #mark: Mark | undefined;

  /**
   * @param at index of the name's token
   * @param next index of the token behind the value
   * @param plain the texts in the value where these are known
   * @param mark that of the same setting in the version before
   */
  constructor(
    readonly name: string,
    private readonly tokens: Tokens,
    readonly at: number,
    readonly next: number,
    readonly plain?: PlainValue,
    mark?: Mark,
  ) {
    this.#mark = mark;
  }

  get mark(): Mark {
    this.#mark ??= new Mark();
    return this.#mark;
  }

  get nameSpan(): Span {
    return this.tokens.span(this.at);
  }

  get op(): '=' | '+=' {
    return this.tokens.kind(this.at + 1) === Token.Append ? '+=' : '=';
  }

  get opSpan(): Span {
    return this.tokens.span(this.at + 1);
  }

  get span(): Span {
    return { start: this.tokens.start(this.at), end: this.tokens.end(this.next - 1) };
  }

  get broken(): boolean {
    return false;
  }

  get isList(): boolean {
    return this.tokens.kind(this.at + 2) === Token.Open;
  }

  get value(): Value {
    this.#value ??= valueAt(this.tokens, this.at + 2, this.plain);
    return this.#value;
  }
}

function valueAt(tokens: Tokens, at: number, plain?: PlainValue): Value {
  if (tokens.kind(at) !== Token.Open) return new TokenAtom(tokens, at, plain as string | undefined);
  return new TokenList(tokens, at, plain as readonly PlainValue[] | undefined);
}

/** A list of which the items are made when they are asked for. */
class TokenList implements List {
  #items: readonly Value[] | undefined;
  #close: number | undefined;
  readonly #single = new Map<number, Value>();

  constructor(
    private readonly tokens: Tokens,
    private readonly open: number,
    private readonly plain: readonly PlainValue[] | undefined,
  ) {}

  get kind(): 'list' {
    return 'list';
  }

  get span(): Span {
    this.#close ??= closeOf(this.tokens, this.open);
    return { start: this.tokens.start(this.open), end: this.tokens.end(this.#close) };
  }

  get items(): readonly Value[] {
    this.#items ??= this.#all();
    return this.#items;
  }

  item(index: number): Value | undefined {
    if (this.#items || !this.plain) return this.items[index];
    let item = this.#single.get(index);
    if (!item && index < this.plain.length) {
      item = valueAt(this.tokens, itemToken(this.tokens, this.open, index), this.plain[index]);
      this.#single.set(index, item);
    }
    return item;
  }

  #all(): readonly Value[] {
    const { tokens, plain } = this;
    const items = new Array<Value>(plain?.length ?? countItems(tokens, this.open));
    let at = this.open + 1;
    for (let count = 0; count < items.length; at++) {
      const kind = tokens.kind(at);
      if (kind !== Token.Open && kind !== Token.String && kind !== Token.Number) continue;
      const item = this.#single.get(count) ?? valueAt(tokens, at, plain?.[count]);
      items[count++] = item;
      if (kind === Token.Open) at = closeOf(tokens, at);
    }
    return items;
  }
}

/** Index of the token that closes the list which begins at a token. */
function closeOf(tokens: Tokens, open: number): number {
  let depth = 1;
  for (let at = open + 1; ; at++) {
    const kind = tokens.kind(at);
    if (kind === Token.Open) depth++;
    else if (kind === Token.Close && --depth === 0) return at;
  }
}

/** Index of the token at which an item of the list begins. */
function itemToken(tokens: Tokens, open: number, index: number): number {
  let count = 0;
  for (let at = open + 1; ; at++) {
    const kind = tokens.kind(at);
    if (kind !== Token.Open && kind !== Token.String && kind !== Token.Number) continue;
    if (count++ === index) return at;
    if (kind === Token.Open) at = closeOf(tokens, at);
  }
}

/** A string or number that is cut out of the text when it is asked for. */
class TokenAtom implements Atom {
  #text: string | undefined;

  constructor(
    private readonly tokens: Tokens,
    private readonly at: number,
    text: string | undefined,
  ) {
    this.#text = text;
  }

  get kind(): 'string' | 'number' {
    return this.tokens.kind(this.at) === Token.Number ? 'number' : 'string';
  }

  get span(): Span {
    return this.tokens.span(this.at);
  }

  get text(): string {
    this.#text ??= textAt(this.tokens, this.at);
    return this.#text;
  }
}

/** The value of a String or Number token without a mistake in it. */
export function textAt(tokens: Tokens, at: number): string {
  if (tokens.kind(at) === Token.Number) return tokens.textOf(at);
  if (tokens.escaped(at)) return dequote(tokens.textOf(at), tokens.release <= 406).text;
  return tokens.text.slice(tokens.start(at) + 1, tokens.end(at) - 1);
}

/** How many items the sound list has that begins at a token. */
function countItems(tokens: Tokens, open: number): number {
  let count = 0;
  let depth = 1;
  for (let at = open + 1; depth > 0; at++) {
    const kind = tokens.kind(at);
    if (kind === Token.Close) depth--;
    else if (kind === Token.Open || kind === Token.String || kind === Token.Number) {
      if (depth === 1) count++;
      if (kind === Token.Open) depth++;
    }
  }
  return count;
}
