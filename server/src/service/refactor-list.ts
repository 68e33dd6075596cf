import { Token } from '../syntax/scanner';
import type { List, Setting, Value } from '../syntax/tree';
import type { Analysis } from './analysis';
import type { Caption } from './caption';
import type { Refactoring } from './refactorings';
import { settingAt } from './setting-at';

const INDENT = '    ';

/** A list on one line, written with an entry a line. */
export function listOnLines(analysis: Analysis, offset: number, caption: Caption): Refactoring | undefined {
  const found = listAt(analysis, offset);
  if (!found || analysis.text.slice(found.list.span.start, found.list.span.end).includes('\n')) return undefined;
  const { text } = analysis;
  const start = text.lastIndexOf('\n', found.setting.span.start - 1) + 1;
  const base = /^[ \t]*/.exec(text.slice(start, found.setting.span.start))![0];
  const entries = found.list.items.map(({ span }) => `${base}${INDENT}${text.slice(span.start, span.end)}`);
  const newText = `[\n${entries.join(',\n')}\n${base}]`;
  return { title: caption('Write one entry per line'), edits: [{ span: found.list.span, newText }] };
}

/** A list of several lines without comments, written on one. */
export function listOnOneLine(analysis: Analysis, offset: number, caption: Caption): Refactoring | undefined {
  const found = listAt(analysis, offset);
  if (!found) return undefined;
  const { span } = found.list;
  if (!analysis.text.slice(span.start, span.end).includes('\n') || hasComment(analysis, found.list)) return undefined;
  return {
    title: caption('Write all entries on one line'),
    edits: [{ span, newText: joined(analysis.text, found.list) }],
  };
}

function joined(text: string, value: Value): string {
  if (value.kind !== 'list') return text.slice(value.span.start, value.span.end);
  return value.items.length === 0 ? '[ ]' : `[ ${value.items.map((item) => joined(text, item)).join(', ')} ]`;
}

/** The list that is the value of the setting at an offset, with entries and without mistakes. */
function listAt({ tree, inspection }: Analysis, offset: number): { setting: Setting; list: List } | undefined {
  const setting = settingAt(tree.settings, offset);
  const { python } = inspection.input;
  if (!setting || setting.broken || (python && !python.isPlain(setting.span))) return undefined;
  const list = setting.value;
  return list.kind === 'list' && list.items.length > 0 ? { setting, list } : undefined;
}

function hasComment({ tree: { tokens } }: Analysis, { span }: List): boolean {
  for (let i = tokens.indexAt(span.start); tokens.start(i) < span.end; i++) {
    if (tokens.kind(i) === Token.Newline && tokens.comment(i)) return true;
  }
  return false;
}
