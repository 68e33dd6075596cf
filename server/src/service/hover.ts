import { findKey, findXmName, keySummary, keyValues } from '../schema';
import type { Span } from '../syntax/span';
import type { Setting } from '../syntax/tree';
import type { Analysis } from './analysis';
import { settingAt } from './context-at';
import { keyMarkdown, xmMarkdown } from './key-text';

/** What is known of the text at an offset. */
export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/** Tells what a key, or a word among the values of a key, is; undefined where there is nothing to tell. */
export function hover(analysis: Analysis, offset: number): Hover | undefined {
  const setting = settingAt(analysis.tree.settings, offset);
  if (setting) {
    if (offset <= setting.nameSpan.end) return ofName(analysis, setting.name, setting.nameSpan);
    if (offset >= setting.value.span.start) return ofValue(analysis, setting);
    return undefined;
  }
  // a name that is still being typed, or that stands in Python
  const start = offset - /[\w.]*$/.exec(analysis.text.slice(Math.max(0, offset - 100), offset))![0].length;
  const name = /^[a-z][\w.]*(?=[ \t]*(\+?=[^=]|$))/.exec(analysis.text.slice(start, start + 200))?.[0];
  const line = analysis.text.lastIndexOf('\n', start - 1) + 1;
  if (!name || analysis.text.slice(line, start).trim() !== '') return undefined;
  return ofName(analysis, name, { start, end: start + name.length });
}

function ofName(analysis: Analysis, name: string, span: Span): Hover | undefined {
  const row = findKey(name);
  if (row) return { span, markdown: keyMarkdown(keySummary(row, analysis.release), analysis.release) };
  const xm = findXmName(name);
  return xm ? { span, markdown: xmMarkdown(xm) } : undefined;
}

function ofValue(analysis: Analysis, setting: Setting): Hover | undefined {
  const row = findKey(setting.name);
  const { value } = setting;
  if (!row || value.kind === 'list') return undefined;
  const member = keyValues(row, analysis.release).find((candidate) => candidate.value === value.text);
  const note = member?.text ?? member?.note;
  if (!member || !note) return undefined;
  return { span: value.span, markdown: `**${setting.name} = ${member.value}**\n\n${note}` };
}
