import { findKey } from '../schema';
import { Token } from '../syntax/scanner';
import type { Span } from '../syntax/span';
import type { Setting } from '../syntax/tree';
import type { Analysis } from './analysis';

/** What could be typed at an offset. */
export type Place =
  /** A key: `span` is what is there of its name; `assigned` when an = follows. */
  | { readonly kind: 'key'; readonly span: Span; readonly assigned: boolean }
  /** The value of a key, outside or inside quotes; `span` is what is there of the value, without the quotes. */
  | { readonly kind: 'value'; readonly key: string; readonly span: Span; readonly quoted: boolean }
  /** Nothing that is known: a comment, a list, Python. */
  | { readonly kind: 'none' };

const NONE: Place = { kind: 'none' };

/** Tells what an offset of a text, however unfinished, is the place for. */
export function placeAt(analysis: Analysis, offset: number): Place {
  const { text, tree } = analysis;
  const at = Math.max(0, Math.min(offset, text.length));
  if (inComment(analysis, at) || insideList(tree.settings, at)) return NONE;
  const line = text.lastIndexOf('\n', at - 1) + 1;
  const statement = statementStart(analysis, line, at);
  const before = text.slice(statement, at);
  const name = /^[ \t]*([A-Za-z_][\w.]*)?$/.exec(before);
  if (name) {
    if (analysis.inspection.input.python && /^[ \t]/.test(before) && before.trim() !== '') return NONE;
    const start = at - (name[1]?.length ?? 0);
    const rest = /^[\w.]*/.exec(text.slice(at))![0].length;
    const assigned = /^[ \t]*\+?=/.test(text.slice(at + rest, at + rest + 200));
    return { kind: 'key', span: { start, end: at + rest }, assigned };
  }
  const value = /^[ \t]*([a-z][\w.]*)[ \t]*\+?=[ \t]*(["']?)([^"'\n[\]]*)$/.exec(before);
  if (!value || !findKey(value[1]!)) return NONE;
  const quote = value[2]!;
  const start = at - value[3]!.length;
  const rest = (quote ? /^[^"'\n]*/ : /^[\w-]*/).exec(text.slice(at))![0].length;
  return { kind: 'value', key: value[1]!, span: { start, end: at + rest }, quoted: quote !== '' };
}

/** The setting whose name or value an offset lies in or at. */
export function settingAt(settings: readonly Setting[], offset: number): Setting | undefined {
  return settings.find(({ span }) => span.start <= offset && offset <= span.end);
}

function inComment(analysis: Analysis, at: number): boolean {
  const { tokens } = analysis.tree;
  const index = tokens.indexAt(Math.max(0, at - 1));
  const comment = tokens.kind(index) === Token.Newline ? tokens.comment(index) : undefined;
  return comment !== undefined && comment.start < at && at <= comment.end;
}

function insideList(settings: readonly Setting[], at: number): boolean {
  const setting = settings.findLast(({ span }) => span.start < at);
  return setting?.value.kind === 'list' && setting.value.span.start < at && at < setting.value.span.end;
}

/** Where the statement at an offset begins: its line, or behind the last ; of the line outside strings. */
function statementStart(analysis: Analysis, line: number, at: number): number {
  const { tokens } = analysis.tree;
  for (let i = tokens.indexAt(at); i >= 0 && tokens.start(i) >= line; i--) {
    if (tokens.kind(i) === Token.Semicolon && tokens.end(i) <= at) return tokens.end(i);
  }
  return line;
}
