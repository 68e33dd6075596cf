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

/** The same of the strings in a list. */
export interface TextList {
  /** Of a text that is edited, shared between versions where nothing changed. */
  readonly texts: readonly string[];
  readonly written: boolean;
  span(index: number, part?: Span): Span;
}

/** The single value of a key that xl of the release reads, or that xm read. */
export function scalarText(file: FileContext, key: string): Text | undefined {
  if (!file.sets(key) || !isRead(file, key)) return undefined;
  const setting = file.last(key);
  if (setting && !setting.isList && !file.isComputed(key)) {
    const atom = setting.value as Atom;
    return { text: atom.text, written: true, span: (part) => placed(file, atom, part) };
  }
  const text = file.scalar(key);
  return text === undefined ? undefined : { text, written: false, span: () => computed(file, key) };
}

/** The strings in the list of a key. */
export function listTexts(file: FileContext, key: string): TextList {
  if (!file.sets(key) || !isRead(file, key)) return NONE;
  if (!file.isComputed(key)) {
    const texts = file.texts(key);
    const span = (index: number, part?: Span) => placed(file, file.items(key)[index]!, part);
    if (texts.length > 0) return { texts, written: true, span };
  }
  const value = file.input.python?.values.get(key);
  const texts = Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  return { texts, written: false, span: () => computed(file, key) };
}

const NONE: TextList = { texts: [], written: true, span: () => ({ start: 0, end: 0 }) };

function isRead(file: FileContext, key: string): boolean {
  const row = findKey(key);
  return file.isXm || (row !== undefined && keyIsRead(row, file.release));
}

function placed(file: FileContext, atom: Atom, part: Span = { start: 0, end: atom.text.length }): Span {
  return file.place(atom, part);
}

/** A value of Python stands where the last statement that sets it does. */
function computed(file: FileContext, key: string): Span {
  const statement = file.input.python?.evaluation.statements.findLast(({ writes }) => writes.has(key));
  const start = statement?.span.start ?? 0;
  const newline = file.text.indexOf('\n', start);
  const end = Math.min(statement?.span.end ?? file.text.length, newline < 0 ? file.text.length : newline);
  return { start, end };
}
