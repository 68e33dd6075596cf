import type { FileContext } from '../rules/context';
import { findKey, keyIsRead } from '../schema/keys';
import type { Span } from '../syntax/span';
import type { Atom } from '../syntax/tree';

/** A string or number that a guest's file gives a key, in writing or by what its Python comes to. */
export interface Text {
  readonly text: string;
  /** True when it stands in the file as it is, so that parts of it have places of their own. */
  readonly written: boolean;
  /** Where a part of it stands, or all of it without its quotes; the statement that computes it where none does. */
  span(part?: Span): Span;
}

/** The single value of a key that xl of the release reads, or that xm read. */
export function scalarText(file: FileContext, key: string): Text | undefined {
  if (!isRead(file, key)) return undefined;
  const setting = file.last(key);
  if (setting && setting.value.kind !== 'list' && !file.isComputed(key)) return written(file, setting.value);
  const text = file.scalar(key);
  return text === undefined ? undefined : computed(file, key, text);
}

/** The strings in the list of a key. */
export function listTexts(file: FileContext, key: string): Text[] {
  if (!isRead(file, key)) return [];
  if (!file.isComputed(key)) {
    const items = file.items(key);
    if (items.length > 0) return items.map((atom) => written(file, atom));
  }
  const value = file.input.python?.values.get(key);
  const items = Array.isArray(value) ? value : [];
  return items.flatMap((item) => (typeof item === 'string' ? computed(file, key, item) : []));
}

function isRead(file: FileContext, key: string): boolean {
  const row = findKey(key);
  return file.isXm || (row !== undefined && keyIsRead(row, file.release));
}

function written(file: FileContext, atom: Atom): Text {
  return {
    text: atom.text,
    written: true,
    span: (part = { start: 0, end: atom.text.length }) => file.place(atom, part),
  };
}

/** A value of Python stands where the last statement that sets it does. */
function computed(file: FileContext, key: string, text: string): Text {
  const statement = file.input.python?.evaluation.statements.findLast(({ writes }) => writes.has(key));
  const start = statement?.span.start ?? 0;
  const newline = file.text.indexOf('\n', start);
  const end = Math.min(statement?.span.end ?? file.text.length, newline < 0 ? file.text.length : newline);
  return { text, written: false, span: () => ({ start, end }) };
}
