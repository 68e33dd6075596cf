import type { Release } from '../syntax/release';
import { fromBytes } from './bytes';
import { strFloat } from './floats';
import { MAX_DEPTH, type Value } from './values';

/** A value in xl's grammar, or why it has none there. */
export type Rendered = { readonly text: string } | { readonly reason: string };

export interface RenderStyle {
  /** The quotes to prefer; the others are taken where that saves backslashes. */
  readonly quote?: "'" | '"';
  /** The longest list that stays on one line, in characters. */
  readonly width?: number;
  /** Blanks before the line on which the value starts. */
  readonly indent?: string;
}

/**
 * A Python value as an xl literal of a release. Integers are plain when they are not negative, quoted otherwise, as xl
 * has no signs outside of quotes; strings use the escapes that libxlutil resolves. True and False become 1 and 0.
 */
export function renderXlValue(value: Value, release: Release, style: RenderStyle = {}): Rendered {
  return render(value, release, style, 0, { left: 1_000_000 });
}

function render(value: Value, release: Release, style: RenderStyle, depth: number, size: { left: number }): Rendered {
  switch (value.kind) {
    case 'bool':
      return { text: value.value ? '1' : '0' };
    case 'int':
    case 'long':
      return { text: value.value < 0n ? `${style.quote ?? "'"}${value.value}${style.quote ?? "'"}` : `${value.value}` };
    case 'float':
      return renderFloat(value.value, style);
    case 'str':
      return quoteString(fromBytes(value.value), style, size);
    case 'unicode':
      return quoteString(value.value, style, size);
    case 'list':
      return renderList(value.items, release, style, depth, size);
    case 'unknown':
      return { reason: value.reason };
    default:
      return { reason: `xl has no ${NAMES[value.kind] ?? value.kind}` };
  }
}

const NAMES: Partial<Record<Value['kind'], string>> = { none: 'None', dict: 'dictionaries', tuple: 'tuples' };

/** xl has whole numbers alone: a float without a fraction is written as one, any other as the text that xm passed on. */
function renderFloat(value: number, style: RenderStyle): Rendered {
  const quote = style.quote ?? "'";
  if (Number.isInteger(value) && Math.abs(value) < 2 ** 53)
    return { text: value < 0 ? `${quote}${value}${quote}` : String(Math.abs(value)) };
  return { text: quote + strFloat(value) + quote };
}

const ESCAPES: Record<string, string> = {
  '\\': '\\\\',
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
};

function quoteString(text: string, style: RenderStyle, size: { left: number }): Rendered {
  if (text.includes('\0')) return { reason: 'an xl string cannot hold a NUL' };
  size.left -= text.length;
  if (size.left < 0) return { reason: 'it is too long' };
  const wanted = style.quote ?? "'";
  const other = wanted === "'" ? '"' : "'";
  const quote = text.includes(wanted) && !text.includes(other) ? other : wanted;
  const body = text.replace(/[\\\x07\x08\f\n\r\t\v'"]/g, (c) => ESCAPES[c] ?? (c === quote ? `\\${c}` : c));
  return { text: quote + body + quote };
}

function renderList(
  items: readonly Value[],
  release: Release,
  style: RenderStyle,
  depth: number,
  size: { left: number },
): Rendered {
  if (depth > 0 && release < 406) return { reason: 'xl has no lists inside lists before Xen 4.6' };
  if (depth > MAX_DEPTH) return { reason: 'it is nested too deeply' };
  const texts: string[] = [];
  for (const item of items) {
    const rendered = render(item, release, style, depth + 1, size);
    if (!('text' in rendered)) return rendered;
    texts.push(rendered.text);
    size.left -= 4;
    if (size.left < 0) return { reason: 'it is too long' };
  }
  const line = `[${texts.join(', ')}]`;
  if (texts.length < 2 || depth > 0 || line.length <= (style.width ?? 90)) return { text: line };
  const indent = style.indent ?? '';
  return { text: `[\n${texts.map((text) => `${indent}    ${text},\n`).join('')}${indent}]` };
}
