import { type Span, SpanIndex } from '../syntax/span';
import type { Setting, Tree } from '../syntax/tree';
import type { FileContext } from './context';
import type { Finding } from './finding';

/** A code in a comment that keeps findings quiet: `# xencfg: ignore CODE, CODE -- reason`, or `ignore-file`. */
export interface Suppression {
  /** Empty when the comment names no code. */
  readonly code: string;
  /** The code, or the whole comment when it names none. */
  readonly span: Span;
  /** The part of the text in which findings begin that it keeps quiet. */
  readonly within: Span;
}

const NAME = 'xencfg:';
const NOTHING: readonly Suppression[] = [];
const COMMENT = /^#\s*xencfg:\s*(ignore-file|ignore)\b([^\n]*?)(?:\s--\s.*)?$/;

/** Every code in the comments of a file that keep findings quiet. */
export function suppressions(file: FileContext): readonly Suppression[] {
  // most files have none, and what a WeakMap once held lives until all of the heap is searched
  if (!file.text.includes(NAME)) return NOTHING;
  let found = KNOWN.get(file);
  if (!found) {
    found = find(file);
    KNOWN.set(file, found);
  }
  return found;
}

const KNOWN = new WeakMap<FileContext, readonly Suppression[]>();

function find(file: FileContext): Suppression[] {
  return comments(file.input.tree).flatMap((span) => {
    const text = file.text.slice(span.start, span.end).trimEnd();
    const match = COMMENT.exec(text);
    if (!match) return [];
    const whole = { start: 0, end: file.text.length + 1 };
    const within = match[1] === 'ignore-file' ? whole : statementOf(file, span);
    const from = span.start + text.indexOf(match[1]!) + match[1]!.length;
    const codes = [...match[2]!.matchAll(/[^\s,]+/g)].map(({ 0: code, index }) => {
      return { code, span: { start: from + index, end: from + index + code.length }, within };
    });
    return codes.length > 0
      ? codes
      : [{ code: '', span: { start: span.start, end: span.start + text.length }, within }];
  });
}

/** The findings that no comment keeps quiet. */
export function withoutSuppressed(findings: readonly Finding[], quiet: readonly Suppression[]): readonly Finding[] {
  if (quiet.length === 0) return findings;
  const places = new Map([...byCode(quiet)].map(([code, of]) => [code, new SpanIndex(merged(of))]));
  return findings.filter(({ code, span }) => !places.get(code)?.covers({ start: span.start, end: span.start + 1 }));
}

/** The comments that keep none of the findings quiet. */
export function unusedSuppressions(quiet: readonly Suppression[], findings: readonly Finding[]): Suppression[] {
  const sorted = findings.toSorted((a, b) => a.span.start - b.span.start);
  const places = new Map([...byCode(sorted)].map(([code, of]) => [code, new SpanIndex(of.map(({ span }) => span))]));
  return quiet.filter(({ code, within }) => !places.get(code)?.startsWithin(within));
}

function byCode<Coded extends { readonly code: string }>(all: readonly Coded[]): Map<string, Coded[]> {
  const groups = new Map<string, Coded[]>();
  for (const one of all) {
    const group = groups.get(one.code);
    if (group) group.push(one);
    else groups.set(one.code, [one]);
  }
  return groups;
}

/** What the comments cover together, as spans that do not overlap, in the order of the text. */
function merged(quiet: readonly Suppression[]): Span[] {
  const spans: Span[] = [];
  for (const { within } of quiet.toSorted((a, b) => a.within.start - b.within.start)) {
    const last = spans.at(-1);
    if (last && within.start <= last.end) {
      spans[spans.length - 1] = { start: last.start, end: Math.max(last.end, within.end) };
    } else spans.push(within);
  }
  return spans;
}

/** The comments that name this program. */
function comments({ text, tokens }: Tree): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(NAME); at >= 0; at = text.indexOf(NAME, at + 1)) {
    const comment = tokens.comment(tokens.indexAt(at));
    if (comment && comment.start <= at && comment.start !== found.at(-1)?.start) found.push(comment);
  }
  return found;
}

/** The line of a comment; for one on a line of its own, the statement or line that follows it. */
function statementOf({ text, settings }: FileContext, comment: Span): Span {
  const start = text.lastIndexOf('\n', comment.start - 1) + 1;
  if (text.slice(start, comment.start).trim() !== '') return { start, end: lineEnd(text, comment.end) };
  const next = /^(?:[ \t\r]*(?:#[^\n]*)?\n)*/.exec(text.slice(comment.end))![0].length + comment.end;
  const line = { start: next, end: lineEnd(text, next) };
  const statement = firstFrom(settings, line.start);
  return statement && statement.span.start < line.end
    ? { start: next, end: Math.max(line.end, lineEnd(text, statement.span.end)) }
    : line;
}

/** The first setting that begins at an offset or behind it. */
function firstFrom(settings: readonly Setting[], offset: number): Setting | undefined {
  let low = 0;
  let high = settings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (settings[middle]!.span.start < offset) low = middle + 1;
    else high = middle;
  }
  return settings[low];
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length + 1 : end;
}
