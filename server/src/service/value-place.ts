import { Token } from '../syntax/scanner';
import type { Span } from '../syntax/span';
import type { Tokens } from '../syntax/tokens';
import { StringContent } from './string-content';

/** A place in the value of a setting, whole or half typed. */
export interface ValuePlace {
  readonly kind: 'value';
  readonly key: string;
  /** How many lists are open around it. */
  readonly depth: number;
  /** The string that it lies in; absent outside of strings. */
  readonly quoted?: StringContent;
  /** Outside of strings: the word that it lies in or at; empty where a value may begin. */
  readonly word: Span;
  /** An item of the list stands right before, or right behind it, without a comma between them. */
  readonly commaBefore: boolean;
  readonly commaAfter: boolean;
  /** The other strings of the innermost list. */
  readonly siblings: readonly string[];
  /** The quotes that the list's other strings have. */
  readonly siblingQuote?: string;
}

interface OpenList {
  /** An item, and no comma behind it. */
  item: boolean;
  readonly strings: number[];
}

/**
 * The value that an offset lies in; undefined at other places: before a value, in a comment, behind a whole value.
 * Looks at the tokens of one setting only.
 */
export function valueAt(tokens: Tokens, at: number): ValuePlace | undefined {
  const string = stringAt(tokens, at);
  const word = string === undefined ? wordAt(tokens, at) : { start: at, end: at };
  const limit = string === undefined ? word.start : tokens.start(string);
  const assign = assignmentBefore(tokens, limit);
  if (assign === undefined) return undefined;
  const lists = openLists(tokens, assign + 1, limit);
  if (!lists) return undefined;
  const innermost = lists.at(-1);
  const next = string === undefined ? firstBehind(tokens, word.end) : string + 1;
  if (innermost) collectStrings(tokens, next, innermost.strings);
  const first = innermost?.strings[0];
  const quoted = string === undefined ? undefined : contentOf(tokens, string, at);
  return {
    kind: 'value',
    key: tokens.textOf(assign - 1),
    depth: lists.length,
    ...(quoted ? { quoted } : {}),
    word,
    commaBefore: string === undefined && (innermost?.item ?? false),
    commaAfter: string === undefined && innermost !== undefined && isItem(tokens, next),
    siblings: (innermost?.strings ?? []).map((index) => contentOf(tokens, index, tokens.end(index)).text),
    ...(first === undefined ? {} : { siblingQuote: tokens.text[tokens.start(first)]! }),
  };
}

function isQuoted(tokens: Tokens, index: number): boolean {
  return (
    tokens.kind(index) === Token.String ||
    (tokens.kind(index) === Token.Stray && /["']/.test(tokens.text[tokens.start(index)]!))
  );
}

/** The string, closed or not, that an offset lies in. */
function stringAt(tokens: Tokens, at: number): number | undefined {
  const index = tokens.indexAt(at);
  if (index > 0 && tokens.end(index - 1) === at && isQuoted(tokens, index - 1)) {
    if (tokens.kind(index - 1) === Token.Stray) return index - 1;
  }
  return tokens.start(index) < at && at < tokens.end(index) && isQuoted(tokens, index) ? index : undefined;
}

const CLOSING = /[\s\],]/;

function contentOf(tokens: Tokens, index: number, at: number): StringContent {
  const { text } = tokens;
  const start = tokens.start(index) + 1;
  const closed = tokens.kind(index) === Token.String;
  let end = tokens.end(index) - 1;
  if (!closed) {
    // Of a string that nobody closed the brackets at the end of the line are no part.
    end = Math.max(start, Math.min(at, tokens.end(index)));
    let last = tokens.end(index);
    while (last > end && CLOSING.test(text[last - 1]!)) last--;
    end = last;
  }
  return new StringContent(text, text[start - 1]!, { start, end });
}

const WORD_BEFORE = /[\w.+-]*$/;
const WORD_BEHIND = /^[\w.]*/;
const LONGEST_WORD = 200;

function wordAt(tokens: Tokens, at: number): Span {
  const { text } = tokens;
  const before = WORD_BEFORE.exec(text.slice(Math.max(0, at - LONGEST_WORD), at))![0];
  const behind = WORD_BEHIND.exec(text.slice(at, at + LONGEST_WORD))![0];
  return { start: at - before.length, end: at + behind.length };
}

/** The = of the last setting that begins before an offset. */
function assignmentBefore(tokens: Tokens, limit: number): number | undefined {
  for (let i = firstBehind(tokens, limit) - 1; i > 0; i--) {
    const kind = tokens.kind(i);
    if ((kind !== Token.Assign && kind !== Token.Append) || tokens.end(i) > limit) continue;
    if (isSettingStart(tokens, i - 1)) return i;
  }
  return undefined;
}

function isSettingStart(tokens: Tokens, index: number): boolean {
  if (tokens.kind(index) !== Token.Name) return false;
  const before = index === 0 ? Token.Newline : tokens.kind(index - 1);
  return before === Token.Newline || before === Token.Semicolon;
}

function firstBehind(tokens: Tokens, offset: number): number {
  const index = tokens.indexAt(offset);
  return tokens.start(index) >= offset ? index : index + 1;
}

/** The lists that are open before an offset, outermost first; undefined when the value has ended before it. */
function openLists(tokens: Tokens, from: number, limit: number): OpenList[] | undefined {
  const lists: OpenList[] = [];
  for (let i = from; i < tokens.count && tokens.start(i) < limit; i++) {
    const kind = tokens.kind(i);
    const list = lists.at(-1);
    if (kind === Token.Open) {
      if (list) list.item = true;
      lists.push({ item: false, strings: [] });
    } else if (!list) return undefined;
    else if (kind === Token.Close) {
      lists.pop();
      if (lists.length === 0) return undefined;
    } else if (kind === Token.Comma) list.item = false;
    else if (kind !== Token.Newline) {
      list.item = true;
      if (isQuoted(tokens, i)) list.strings.push(i);
    }
  }
  return lists;
}

/** Adds the strings that follow in the same list. */
function collectStrings(tokens: Tokens, from: number, strings: number[]): void {
  let depth = 0;
  for (let i = from; i < tokens.count; i++) {
    const kind = tokens.kind(i);
    if (kind === Token.Open) depth++;
    else if (kind === Token.Close && depth-- === 0) return;
    else if (kind === Token.Assign || kind === Token.Append || kind === Token.End) return;
    else if (depth === 0 && isQuoted(tokens, i)) strings.push(i);
  }
}

/** True when the next token that is no newline is an item of a list. */
function isItem(tokens: Tokens, from: number): boolean {
  let i = from;
  while (tokens.kind(i) === Token.Newline) i++;
  const kind = tokens.kind(i);
  if (kind === Token.Name) return tokens.kind(i + 1) !== Token.Assign && tokens.kind(i + 1) !== Token.Append;
  return kind === Token.String || kind === Token.Number || kind === Token.Open || isQuoted(tokens, i);
}
