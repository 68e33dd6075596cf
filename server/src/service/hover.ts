import { findKey, findXmName, keyAt, keySummary } from '../schema';
import type { Span } from '../syntax/span';
import type { Analysis } from './analysis';
import { inComment } from './context-at';
import { keyMarkdown, xmMarkdown } from './key-text';
import { pythonHover } from './python-hover';
import { valueHover } from './value-hover';
import { valueAt } from './value-place';

/** What is known of the text at an offset. */
export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

const LONGEST_NAME = 200;

/**
 * Tells what a key, a value, a part of a spec, or an expression of Python is; undefined where there is nothing to tell. On the quotes of a spec
 * it is about the whole of it.
 */
export function hover(analysis: Analysis, offset: number): Hover | undefined {
  const { text, tree } = analysis;
  if (offset < 0 || offset > text.length || inComment(analysis, offset)) return undefined;
  const python = pythonHover(analysis, offset);
  if (python) {
    const name = nameHover(analysis, offset);
    return name ? { span: name.span, markdown: `${python.markdown}\n\n---\n\n${name.markdown}` } : python;
  }
  const onQuote = text[offset] === '"' || text[offset] === "'";
  // the character behind an opening quote lies in the string, that behind a closing one does not
  const behind = onQuote ? valueAt(tree.tokens, offset + 1) : undefined;
  const place = behind?.quoted ? behind : valueAt(tree.tokens, offset);
  if (!place) return nameHover(analysis, offset);
  const row = findKey(place.key, analysis.configFile);
  return valueHover(analysis, place, row && keyAt(row, analysis.release), { offset, whole: onQuote });
}

/** A name at the beginning of a statement, whole or still being typed. */
function nameHover(analysis: Analysis, offset: number): Hover | undefined {
  const { text } = analysis;
  const start = offset - /[\w.]*$/.exec(text.slice(Math.max(0, offset - LONGEST_NAME), offset))![0].length;
  const name = /^[A-Za-z_][\w.]*(?=[ \t]*(\+?=(?!=)|$|[\r\n]))/.exec(text.slice(start, start + LONGEST_NAME * 2))?.[0];
  const line = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf(';', start - 1)) + 1;
  if (!name || text.slice(line, start).trim() !== '') return undefined;
  return ofName(analysis, name, { start, end: start + name.length });
}

function ofName(analysis: Analysis, name: string, span: Span): Hover | undefined {
  const { release, configFile } = analysis;
  const row = findKey(name, configFile);
  if (row) return { span, markdown: keyMarkdown(keySummary(row, release), release, configFile) };
  const xm = configFile === 'guest' ? findXmName(name) : undefined;
  return xm ? { span, markdown: xmMarkdown(xm) } : undefined;
}
