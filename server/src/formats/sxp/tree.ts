import type { Span } from '../../syntax/span';

/** An atom or a quoted string: xend knows no other values, a number is a text too. */
export interface SxpText {
  readonly kind: 'text';
  /** With its quotes. */
  readonly span: Span;
  /** What it says, its escapes read as they were meant. */
  readonly text: string;
  readonly quoted: boolean;
}

export interface SxpList {
  readonly kind: 'list';
  /** With its parentheses, as far as they are there. */
  readonly span: Span;
  readonly items: readonly SxpNode[];
}

export type SxpNode = SxpText | SxpList;

/**
 * What xend has against a place of a text. It stops at the first of them, but for the last two: an escape that it does
 * not know loses a character, and letters in \xHH come to another character.
 */
export type SxpProblemKind =
  | 'unclosed-list'
  | 'surplus-close'
  | 'unclosed-string'
  | 'bad-character'
  | 'short-hex'
  | 'big-octal'
  | 'unknown-escape'
  | 'garbled-hex';

export interface SxpProblem {
  readonly kind: SxpProblemKind;
  readonly span: Span;
}

/** A text of S-expressions: what stands in none of the nodes, comments and problems is white space. */
export interface SxpTree {
  readonly text: string;
  /** The forms at the top, in the order of the text. */
  readonly forms: readonly SxpNode[];
  /** From # to before the end of the line. */
  readonly comments: readonly Span[];
  /** In the order of the text. */
  readonly problems: readonly SxpProblem[];
}

/** The word that a list begins with; undefined for an empty list, and for one that begins with a list. */
export function headOf(list: SxpList): SxpText | undefined {
  const [first] = list.items;
  return first?.kind === 'text' ? first : undefined;
}

/** What a list holds behind its head, lists or texts. */
export function listsIn(list: SxpList): SxpList[] {
  return list.items.filter((item): item is SxpList => item.kind === 'list');
}

/** The first list of that name in another one, which is the one that xend takes. */
export function childOf(list: SxpList, name: string): SxpList | undefined {
  return listsIn(list).find((child) => headOf(child)?.text === name);
}

/** What xend takes for a list's value when it is a text: `(memory 512)` has 512, `(kernel )` has none. */
export function textOf(list: SxpList | undefined): SxpText | undefined {
  const value = list?.items[1];
  return value?.kind === 'text' ? value : undefined;
}
