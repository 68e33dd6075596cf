/** A pattern of paths: the folder that it begins in, and what a path below it has to match. */
export interface PathPattern {
  /** '.' for a pattern that names no folder. */
  readonly folder: string;
  /** Patterns of .gitignore, relative to the folder. */
  readonly below: readonly string[];
}

/** More alternatives than this are taken for a slip. */
const MOST = 1000;

/**
 * Reads a quoted pattern, as shells have them: `*` and `?` within a name, `**` for any folders, `[a-z]`, `{a,b}`.
 * Undefined for a word without any of these.
 */
export function readPattern(word: string): PathPattern | undefined {
  if (!/[*?[{]/.test(word)) return undefined;
  const parts = word.split('/');
  const first = parts.findIndex((part) => /[*?[{]/.test(part));
  const folder = parts.slice(0, first).join('/');
  const absolute = word.startsWith('/') && folder === '';
  return {
    folder: absolute ? '/' : folder === '' ? '.' : folder,
    below: alternatives(parts.slice(first).join('/')).map((one) => `/${one.replace(/^!/, '\\!')}`),
  };
}

/** The texts that braces stand for: `a{b,c}` for `ab` and `ac`; the text itself when there are none. */
function alternatives(text: string): string[] {
  const open = text.indexOf('{');
  const close = closing(text, open);
  if (close < 0) return [text.replace(/[{}]/g, '\\$&')];
  const inner = splitTop(text.slice(open + 1, close));
  const rest = alternatives(text.slice(close + 1));
  const heads = inner.flatMap((one) => alternatives(one)).map((one) => text.slice(0, open) + one);
  return heads.flatMap((head) => rest.map((tail) => head + tail)).slice(0, MOST);
}

/** The place of the brace that closes the one at `open`; -1 when there is none. */
function closing(text: string, open: number): number {
  if (open < 0) return -1;
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === '{') depth++;
    else if (text[i] === '}' && --depth === 0) return i;
  }
  return -1;
}

/** The parts between the commas that stand in no braces of their own. */
function splitTop(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of text) {
    if (sign === ',' && depth === 0) parts.push('');
    else {
      if (sign === '{') depth++;
      if (sign === '}') depth--;
      parts[parts.length - 1] += sign;
    }
  }
  return parts;
}
