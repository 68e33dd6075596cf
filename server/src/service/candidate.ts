/** Something that may be typed, before it is known what quotes, brackets and commas it needs. */
export interface Candidate {
  readonly label: string;
  readonly kind: 'value' | 'option' | 'snippet';
  /** The text of the value or spec: a snippet when `snippet` is set, else to be taken as it is. */
  readonly insert: string;
  readonly snippet?: true;
  readonly detail?: string;
  /** Markdown, made when somebody wants to read it. */
  readonly documentation?: () => string;
  readonly deprecated?: true;
  /** Those of low rank come first; 0 is for what fits best, `LAST` for what is replaced. */
  readonly rank: number;
}

/** Ranks of candidates that do not fit the guest, and of those that something else replaces. */
export const UNFIT = 5;
export const LAST = 9;

/** A text that stands for itself in a snippet. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** A place in a snippet where one of some words goes; the words must not be empty. */
export function choice(words: readonly string[], stop = 1): string {
  return `\${${stop}|${words.map((word) => word.replace(/[\\$},|]/g, '\\$&')).join(',')}|}`;
}

/** A place in a snippet with a text in it that typing replaces. */
export function placeholder(text: string, stop = 1): string {
  return `\${${stop}:${escapeSnippet(text)}}`;
}

/**
 * A snippet from a text with places in angle brackets: `<xvda>` is a text to type over, `<rw|ro>` a choice, `<>` an
 * empty place. Places are visited in their order.
 */
export function template(text: string): string {
  let count = 0;
  return text.replace(/<([^<>]*)>/g, (_, inner: string) => {
    count++;
    const words = inner.split('|');
    if (words.length > 1) return choice(words, count);
    return inner === '' ? `\${${count}}` : placeholder(inner, count);
  });
}
