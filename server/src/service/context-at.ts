import { Token } from '../syntax/scanner';
import type { Span } from '../syntax/span';
import type { ReadFile } from './analysis';
import { type ValuePlace, valueAt } from './value-place';

/** What could be typed at an offset. */
export type Place =
  /** A key: `span` is what is there of its name; `assigned` when an = follows. */
  | { readonly kind: 'key'; readonly span: Span; readonly assigned: boolean }
  | ValuePlace
  /** Nothing that is known: a comment, what follows a whole value, Python. */
  | { readonly kind: 'none' };

const NONE: Place = { kind: 'none' };
/** How far to look for the = behind a name. */
const BLANKS = 200;

/** Tells what an offset of a text, however unfinished, is the place for. */
export function placeAt(file: ReadFile, offset: number): Place {
  const { text } = file;
  const at = Math.max(0, Math.min(offset, text.length));
  if (inComment(file, at)) return NONE;
  const value = valueAt(file.tree.tokens, at);
  const key = keyAtOffset(file, at);
  if (!value) return key ?? NONE;
  // A word at the beginning of a line in a list that nobody closed is rather the next key.
  const newKey = key && key.span.start < at && /[\n]/.test(text[key.span.start - 1] ?? '\n');
  return newKey && !value.quoted ? key : value;
}

function keyAtOffset(file: ReadFile, at: number): (Place & { kind: 'key' }) | undefined {
  const { text } = file;
  const line = text.lastIndexOf('\n', at - 1) + 1;
  const before = text.slice(statementStart(file, line, at), at);
  const name = /^[ \t]*([A-Za-z_][\w.]*)?$/.exec(before);
  if (!name) return undefined;
  // An indented line is a part of a Python statement.
  if (file.isProgram && /^[ \t]/.test(before) && before.trim() !== '') return undefined;
  const start = at - (name[1]?.length ?? 0);
  const rest = /^[\w.]*/.exec(text.slice(at, at + BLANKS))![0].length;
  const end = at + rest;
  const assigned = /^[ \t]*\+?=/.test(text.slice(end, end + BLANKS));
  return { kind: 'key', span: { start, end }, assigned };
}

/** True in a comment, behind its #. */
export function inComment(file: ReadFile, at: number): boolean {
  const { tokens } = file.tree;
  const comment = tokens.comment(tokens.indexAt(Math.max(0, at - 1)));
  return comment !== undefined && comment.start < at && at <= comment.end;
}

/** Where the statement at an offset begins: its line, or behind the last ; of the line outside strings. */
function statementStart(file: ReadFile, line: number, at: number): number {
  const { tokens } = file.tree;
  for (let i = tokens.indexAt(at); i >= 0 && tokens.start(i) >= line; i--) {
    if (tokens.kind(i) === Token.Semicolon && tokens.end(i) <= at) return tokens.end(i);
  }
  return line;
}
