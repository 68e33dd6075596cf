import type { Edit, Span } from './span';

export type ParseErrorKind =
  | 'bad-escape'
  | 'bad-number'
  | 'bare-text'
  | 'byte-order-mark'
  | 'carriage-return'
  | 'empty-item'
  | 'missing-comma'
  | 'missing-newline'
  | 'missing-operator'
  | 'missing-separator'
  | 'missing-value'
  | 'mixed-append'
  | 'nested-list'
  | 'nul'
  | 'stray'
  | 'unclosed-list'
  | 'unclosed-string'
  | 'upper-case-name';

/** One mistake in the form of a text, at its cause, with the repair where one is plain. */
export interface ParseError {
  readonly kind: ParseErrorKind;
  readonly span: Span;
  readonly message: string;
  readonly repair?: { readonly title: string; readonly edits: readonly Edit[] };
}

const BOOLEANS: ReadonlyMap<string, string> = new Map([
  ['true', '1'],
  ['yes', '1'],
  ['on', '1'],
  ['false', '0'],
  ['no', '0'],
  ['off', '0'],
]);

/** The error for text that stands where a value should, with the repair where one is plain. */
export function bareTextError(text: string, span: Span): ParseError {
  const error = (kind: ParseErrorKind, message: string): ParseError => ({ kind, span, message });
  const repaired = (kind: ParseErrorKind, message: string, title: string, newText: string): ParseError => ({
    kind,
    span,
    message,
    repair: { title, edits: [{ span, newText }] },
  });
  const shown = shorten(text);
  if (text === '\r') return carriageReturn(span);
  if (/^0[xX][0-9a-fA-F]+$/.test(text)) {
    const lower = text.toLowerCase();
    return repaired('bad-number', 'Hexadecimal numbers are written in lower case.', `Write ${lower}`, lower);
  }
  if (/^-\d+$/.test(text)) {
    return repaired('bad-number', 'A negative number must stand in quotes.', 'Put the number in quotes', `"${text}"`);
  }
  if (/^\d/.test(text)) return error('bad-number', `${shown} is no number: digits only, without a unit or a point.`);
  const word = BOOLEANS.get(text.toLowerCase());
  if (word) return repaired('bare-text', `${shown} is no value: a boolean is written 1 or 0.`, `Write ${word}`, word);
  if (/^[A-Za-z_/][^"'\\()[\]{}]*$/.test(text)) {
    return repaired('bare-text', `${shown} must stand in quotes.`, 'Put it in quotes', `"${text}"`);
  }
  return error('stray', `${shown} is no value: a quoted text, a number or a list is wanted.`);
}

/** The error for a carriage return outside strings and comments, as CR LF line ends leave it. */
export function carriageReturn(span: Span): ParseError {
  return { kind: 'carriage-return', span, message: 'The line ends in a carriage return, which is no blank here.' };
}

/** At most 40 characters of a text, to be quoted in a message. */
export function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 37)}...` : text;
}
