import type { AtomParser } from './atom-parser';
import type { Cursor } from './cursor';
import { Token } from './scanner';
import type { Span } from './span';
import type { List, Value } from './tree';

/** A list that is still open. */
interface Level {
  readonly open: Span;
  readonly items: Value[];
  wantsItem: boolean;
  /** The item just read; none before the first one and behind one that could not be read. */
  last: Value | undefined;
}

/** Reads lists, and goes on after a mistake in one at its next item. */
export class ListParser {
  /** The greatest depth of lists inside lists so far. */
  deepest = 0;
  readonly #levels: Level[] = [];

  constructor(
    readonly cursor: Cursor,
    readonly atoms: AtomParser,
  ) {}

  /** The list that begins at the current token. */
  list(): List {
    const { cursor } = this;
    this.#open();
    for (;;) {
      let list: List | undefined;
      switch (cursor.kind()) {
        case Token.Newline: {
          const next = this.#afterNewlines();
          if (this.#settingAt(next)) return this.#unclosed();
          cursor.at = next;
          break;
        }
        case Token.End:
          return this.#unclosed();
        case Token.Comma:
          this.#comma();
          break;
        case Token.Close:
          cursor.at++;
          list = this.#close(cursor.tokens.end(cursor.at - 1));
          break;
        case Token.Open:
          this.#item();
          if (cursor.release < 406) {
            cursor.error('nested-list', cursor.span(), 'A list inside a list is read by Xen 4.6 and later only.');
          }
          this.#open();
          break;
        case Token.String:
        case Token.Number:
          this.#item();
          if (this.atoms.isBadNumber) list = this.#bareText();
          else this.#add(this.atoms.atom());
          break;
        default:
          this.#item();
          list = this.#bareText();
      }
      if (list) return list;
    }
  }

  #open(): void {
    this.#levels.push({ open: this.cursor.span(), items: [], wantsItem: true, last: undefined });
    this.deepest = Math.max(this.deepest, this.#levels.length);
    this.cursor.at++;
  }

  /** Ends the innermost open list; gives the whole value when it was the outermost. */
  #close(end: number): List | undefined {
    const { open, items } = this.#levels.pop()!;
    const list: List = { kind: 'list', span: { start: open.start, end }, items, item: (index) => items[index] };
    if (this.#levels.length === 0) return list;
    this.#add(list);
    return undefined;
  }

  /** Adds an item to the innermost open list. */
  #add(item: Value): void {
    const level = this.#levels.at(-1)!;
    level.items.push(item);
    level.last = item;
    level.wantsItem = false;
  }

  /** An item begins: there should have been a comma before it. */
  #item(): void {
    const level = this.#levels.at(-1)!;
    const { last } = level;
    if (!level.wantsItem && last) {
      const message = 'A comma is missing behind this list item.';
      this.cursor.missing('missing-comma', last.span, message, 'Insert the comma', last.span.end, ',');
    }
    level.wantsItem = false;
    level.last = undefined;
  }

  #bareText(): List | undefined {
    let list: List | undefined;
    for (let brackets = this.atoms.bareText(true); brackets > 0 && !list; brackets--) {
      list = this.#close(this.cursor.tokens.end(this.cursor.at - 1));
    }
    // a comma behind the brackets may have gone along
    if (!list) this.#levels.at(-1)!.last = undefined;
    return list;
  }

  #comma(): void {
    const level = this.#levels.at(-1)!;
    if (level.wantsItem) {
      const message = 'There is no list item before this comma.';
      this.cursor.superfluous('empty-item', this.cursor.span(), message, 'Remove the comma');
    }
    level.wantsItem = true;
    this.cursor.at++;
  }

  #afterNewlines(): number {
    let next = this.cursor.at;
    while (this.cursor.tokens.kind(next) === Token.Newline) next++;
    return next;
  }

  /** True when a new setting begins at a token. */
  #settingAt(index: number): boolean {
    const { tokens } = this.cursor;
    const op = tokens.kind(index + 1);
    return tokens.kind(index) === Token.Name && (op === Token.Assign || op === Token.Append);
  }

  /** Gives the list up: the innermost one is where the bracket is missing. */
  #unclosed(): List {
    const { cursor } = this;
    const count = this.#levels.length;
    const { open } = this.#levels.at(-1)!;
    let last = cursor.at - 1;
    while (cursor.tokens.kind(last) === Token.Newline) last--;
    let end = cursor.tokens.end(last);
    while (/[ \t\r]/.test(cursor.tokens.text[end - 1]!)) end--;
    const title = count === 1 ? 'Insert the missing ]' : `Insert the ${count} missing ]`;
    const message = 'The list that is opened here is never closed.';
    cursor.missing('unclosed-list', open, message, title, end, ' ]'.repeat(count));
    for (;;) {
      const list = this.#close(end);
      if (list) return list;
    }
  }
}
