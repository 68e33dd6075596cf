import type { Cursor } from './cursor';
import { dequote } from './dequote';
import { bareTextError } from './parse-error';
import { Token } from './scanner';
import type { Atom } from './tree';

/** How far a word is looked at that is no value. */
const LONGEST_WORD = 4000;

/** Reads strings and numbers, and passes over what stands in their place. */
export class AtomParser {
  constructor(readonly cursor: Cursor) {}

  /** True at a number that goes on with something that no number has: it is to be passed over as bare text. */
  get isBadNumber(): boolean {
    const { cursor } = this;
    const end = cursor.tokens.end(cursor.at);
    if (cursor.kind() !== Token.Number || cursor.kind(1) !== Token.Stray) return false;
    return cursor.tokens.start(cursor.at + 1) === end && cursor.tokens.text[end] !== '\r';
  }

  /** The current String or Number token as a value. */
  atom(): Atom {
    const { cursor } = this;
    const text = cursor.text();
    if (cursor.kind() === Token.String) return this.#string(text);
    const span = cursor.span();
    cursor.at++;
    return { kind: 'number', span, text };
  }

  #string(raw: string): Atom {
    const { cursor } = this;
    const span = cursor.span();
    cursor.at++;
    const nul = raw.indexOf('\0');
    if (nul >= 0) {
      const place = { start: span.start + nul, end: span.start + nul + 1 };
      const message = 'A NUL character stands in this text: xl ends at once when it reads it.';
      cursor.superfluous('nul', place, message, 'Remove the NUL character');
    }
    if (!raw.includes('\\')) return { kind: 'string', span, text: raw.slice(1, -1) };
    const { text, error, at } = dequote(raw, cursor.release <= 406);
    if (error && at !== undefined) {
      const start = span.start + at;
      const message = `${raw.slice(at, at + 2)} is no escape that xl can read.`;
      const title = 'Write a backslash that stands for itself';
      cursor.missing('bad-escape', { start, end: start + 2 }, message, title, start, '\\');
    }
    return { kind: 'string', span, text };
  }

  /**
   * Passes over text that should stand in quotes, or a number that xl cannot read; gives how many closing brackets of
   * the lists around it went along.
   */
  bareText(inList: boolean): number {
    const { cursor } = this;
    const { tokens } = cursor;
    const start = tokens.start(cursor.at);
    const first = tokens.text[start];
    if (first === '"' || first === "'") return this.#unclosedString(first, inList);
    const rest = tokens.text.slice(start, start + LONGEST_WORD);
    const stop = rest.search(inList ? /[ \t\r\n,\]#;]/ : /[ \t\r\n#;]/);
    const text = rest.slice(0, Math.max(1, stop < 0 ? rest.length : stop));
    const span = { start, end: start + text.length };
    while (cursor.kind() !== Token.End && tokens.start(cursor.at) < span.end) cursor.at++;
    cursor.errors.push(bareTextError(text, span));
    // a quote at its end may have begun a string that is not closed, with brackets in it
    if (!inList || cursor.kind(-1) !== Token.Stray) return 0;
    return trailingBrackets(tokens.text.slice(span.end, Math.max(span.end, tokens.end(cursor.at - 1))));
  }

  #unclosedString(quote: string, inList: boolean): number {
    const { cursor } = this;
    const span = cursor.span();
    const text = cursor.text();
    cursor.at++;
    // what follows the text within the line: a list's punctuation, a carriage return or blanks
    const tail = inList ? /[ \t\r,\]]/ : /[ \t\r]/;
    let length = text.length;
    while (length > 1 && tail.test(text[length - 1]!)) length--;
    const place = span.start + (length === 1 ? text.length : length);
    const message = `This text is not closed: the ${quote} behind it is missing on its line.`;
    const title = `Insert the closing ${quote}`;
    // a backslash right before it would make the quote a part of the text
    const backslashes = /\\*$/.exec(text.slice(0, place - span.start).slice(-200))![0].length;
    const newText = backslashes % 2 === 1 ? `\\${quote}` : quote;
    cursor.missing('unclosed-string', { start: span.start, end: place }, message, title, place, newText);
    return inList ? trailingBrackets(text.slice(1)) : 0;
  }
}

/** How many closing brackets stand in the punctuation at the end of a text. */
function trailingBrackets(text: string): number {
  let count = 0;
  for (let at = text.length - 1; at >= 0 && /[ \t\r,\]]/.test(text[at]!); at--) if (text[at] === ']') count++;
  return count;
}
