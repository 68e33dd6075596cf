import type { Edit, Span } from '../syntax/span';
import type { Setting } from '../syntax/tree';
import type { Analysis } from './analysis';
import { assignColumns } from './format-columns';
import { valueGaps } from './format-values';
import { firstSettingFrom } from './setting-at';

/** How an editor indents. */
export interface FormatOptions {
  /** What one level of lists is indented by. */
  readonly indent: string;
}

/**
 * The edits that lay out the settings of a text, or of the part that touches `within`: one blank around =, or the column
 * that the lines of a block share; the entries of a list of several lines on a line each. Only blanks and line ends
 * change: no comment, no text, no meaning. What xl cannot read, and Python, stays as it is.
 */
export function format(analysis: Analysis, options: FormatOptions, within?: Span): Edit[] {
  const { text, tree, inspection } = analysis;
  const { python } = inspection.input;
  const settings = tree.settings.filter(({ broken, span }) => !broken && (!python || python.isPlain(span)));
  const columns = assignColumns(text, settings);
  const edits: Edit[] = [];
  for (const [i, setting] of settings.entries()) {
    if (within && (setting.span.end < within.start || setting.span.start > within.end)) continue;
    // what stands in a block of Python begins where the block does
    const start = lineStart(text, setting.nameSpan.start);
    const indent = text.slice(start, setting.nameSpan.start);
    if (!python && /^[ \t]+$/.test(indent)) change(edits, text, { start, end: setting.nameSpan.start }, '');
    const gap = ' '.repeat(columns[i]! - (setting.nameSpan.end - setting.nameSpan.start));
    change(edits, text, { start: setting.nameSpan.end, end: setting.opSpan.start }, gap);
    change(edits, text, { start: setting.opSpan.end, end: setting.value.span.start }, ' ');
    const base = python && /^[ \t]*$/.test(indent) ? indent : '';
    for (const { span, newText } of valueGaps(analysis, setting, base, options.indent))
      change(edits, text, span, newText);
    change(edits, text, ...behind(text, setting));
  }
  return edits;
}

/** The setting that a line break, a bracket or a semicolon before the cursor has ended, laid out. */
export function formatOnType(analysis: Analysis, options: FormatOptions, offset: number): Edit[] {
  const { text, tree } = analysis;
  const before = text.slice(0, offset).replace(/[\s;]+$/, '').length;
  const setting = tree.settings[firstSettingFrom(tree.settings, before)];
  if (!setting || setting.span.end !== before || setting.span.start >= offset) return [];
  const edits = format(analysis, options, { start: setting.span.start, end: setting.span.start });
  // what stands behind the cursor is still to be typed
  return edits.filter(({ span }) => span.end <= before && span.start >= setting.span.start);
}

/** What stands between a setting and the end of its line: blanks before a semicolon, a comment or the line's end. */
function behind(text: string, { span }: Setting): [Span, string] {
  let end = span.end;
  while (text[end] === ' ' || text[end] === '\t') end++;
  const next = text[end];
  const blanks = text.slice(span.end, end);
  const wanted = next === '#' ? blanks || ' ' : '';
  return [{ start: span.end, end }, wanted];
}

function change(edits: Edit[], text: string, span: Span, newText: string): void {
  if (text.slice(span.start, span.end) !== newText) edits.push({ span, newText });
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}
