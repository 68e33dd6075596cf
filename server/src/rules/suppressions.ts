import { Token } from '../syntax/scanner';
import type { Span } from '../syntax/span';
import type { Tokens } from '../syntax/tokens';
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

const COMMENT = /^#\s*xencfg:\s*(ignore-file|ignore)\b([^\n]*?)(?:\s--\s.*)?$/;

/** Every code in the comments of a file that keep findings quiet. */
export function suppressions(file: FileContext): Suppression[] {
  if (!file.text.includes('xencfg:')) return [];
  return comments(file.input.tree.tokens).flatMap((span) => {
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
export function withoutSuppressed(findings: readonly Finding[], quiet: readonly Suppression[]): Finding[] {
  return findings.filter((finding) => !quiet.some((suppression) => covers(suppression, finding)));
}

/** True when a comment keeps that finding quiet. */
export function covers({ code, within }: Suppression, finding: Finding): boolean {
  return code === finding.code && within.start <= finding.span.start && finding.span.start < within.end;
}

function comments(tokens: Tokens): Span[] {
  return Array.from({ length: tokens.count }, (_, index) => index).flatMap((index) =>
    tokens.kind(index) === Token.Newline ? (tokens.comment(index) ?? []) : [],
  );
}

/** The line of a comment; for one on a line of its own, the statement or line that follows it. */
function statementOf({ text, settings }: FileContext, comment: Span): Span {
  const start = text.lastIndexOf('\n', comment.start - 1) + 1;
  if (text.slice(start, comment.start).trim() !== '') return { start, end: lineEnd(text, comment.end) };
  const next = /^(?:[ \t\r]*(?:#[^\n]*)?\n)*/.exec(text.slice(comment.end))![0].length + comment.end;
  const line = { start: next, end: lineEnd(text, next) };
  const statement = settings.find(({ span }) => line.start <= span.start && span.start < line.end);
  return statement ? { start: next, end: Math.max(line.end, lineEnd(text, statement.span.end)) } : line;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length + 1 : end;
}
