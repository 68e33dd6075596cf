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
        case Token.Number: {
          const level = this.#item();
          const atom = this.atoms.atom();
          if (atom) level.items.push(atom);
          break;
        }
        default:
          this.#item();
          if (this.atoms.bareText(true)) list = this.#close(cursor.tokens.end(cursor.at - 1));
      }
      if (list) return list;
    }
  }

  #open(): void {
    this.#levels.push({ open: this.cursor.span(), items: [], wantsItem: true });
    this.deepest = Math.max(this.deepest, this.#levels.length);
    this.cursor.at++;
  }

  /** Ends the innermost open list; gives the whole value when it was the outermost. */
  #close(end: number): List | undefined {
    const { open, items } = this.#levels.pop()!;
    const list: List = { kind: 'list', span: { start: open.start, end }, items };
    const parent = this.#levels.at(-1);
    if (!parent) return list;
    parent.items.push(list);
    parent.wantsItem = false;
    return undefined;
  }

  /** An item begins: there should have been a comma before it. */
  #item(): Level {
    const level = this.#levels.at(-1)!;
    const last = level.items.at(-1);
    if (!level.wantsItem && last) {
      const message = 'A comma is missing behind this list item.';
      this.cursor.missing('missing-comma', last.span, message, 'Insert the comma', last.span.end, ',');
    }
    level.wantsItem = false;
    return level;
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
    let end = 0;
    for (const level of this.#levels) end = Math.max(end, level.items.at(-1)?.span.end ?? level.open.end);
    // a comma behind the last item belongs to the list
    const place = end + /^([ \t]*,)?/.exec(cursor.tokens.text.slice(end, end + 200))![0].length;
    const title = count === 1 ? 'Insert the missing ]' : `Insert the ${count} missing ]`;
    const message = 'The list that is opened here is never closed.';
    cursor.missing('unclosed-list', open, message, title, place, ' ]'.repeat(count));
    for (;;) {
      const list = this.#close(end);
      if (list) return list;
    }
  }
}
