import type { Edit, Span } from '../syntax/span';
import type { Atom, List, Setting } from '../syntax/tree';
import type { FileContext } from './context';
import type { Fix } from './finding';

/** An edit that puts `newText` in the place of `span`. */
export function replace(span: Span, newText: string): Edit {
  return { span, newText };
}

/** An xl string literal of a text, in the quotes of `like` where that is a quoted value, else in double quotes. */
export function quoted(file: FileContext, text: string, like?: Atom | Setting['value']): string {
  const first = like ? file.text[like.span.start] : undefined;
  const quote = first === "'" ? "'" : '"';
  const escaped = text
    .replace(/\\/g, '\\\\')
    .replaceAll(quote, `\\${quote}`)
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r');
  return quote + escaped + quote;
}

/** Another name for a setting: its = stays in its column where the neighbours have theirs there too. */
export function rename(file: FileContext, setting: Setting, name: string): Edit {
  return replace({ start: setting.nameSpan.start, end: setting.opSpan.start }, name + gap(file, setting, name));
}

/** A setting of that name and value, laid out as another one is. */
export function settingLike(file: FileContext, like: Setting, name: string, value: string): string {
  return name + gap(file, like, name) + file.text.slice(like.opSpan.start, like.value.span.start) + value;
}

/** The blanks between a new name and the = of a setting. */
function gap(file: FileContext, { nameSpan, opSpan }: Setting, name: string): string {
  const blanks = file.text.slice(nameSpan.end, opSpan.start);
  if (blanks === '' || blanks.includes('\t')) return blanks;
  if (blanks.length === 1 && !neighbourHasSameColumn(file.text, nameSpan, opSpan)) return blanks;
  return ' '.repeat(Math.max(1, opSpan.start - nameSpan.start - name.length));
}

/** True when the line before or behind has its = in the same column behind a name of another length. */
function neighbourHasSameColumn(text: string, nameSpan: Span, opSpan: Span): boolean {
  const start = lineStart(text, nameSpan.start);
  const next = text.indexOf('\n', opSpan.start) + 1;
  const lines = [start > 0 ? lineStart(text, start - 1) : undefined, next > 0 ? next : undefined];
  return lines.some((line) => {
    if (line === undefined) return false;
    const head = /^([ \t]*\w+)[ \t]*(?==)/.exec(text.slice(line, line + 200));
    return head?.[0].length === opSpan.start - start && head[1]!.length !== nameSpan.end - start;
  });
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The whole lines that a setting stands on, when nothing but blanks and comments stands there with it. */
function ownLines(file: FileContext, setting: Setting): (Span & { readonly comment: boolean }) | undefined {
  const { text } = file;
  const start = lineStart(text, setting.span.start);
  const newline = text.indexOf('\n', setting.span.end);
  const end = newline < 0 ? text.length : newline;
  if (text.slice(start, setting.span.start).trim() !== '') return undefined;
  const behind = text.slice(setting.span.end, end).replace(';', '').trim();
  return behind === '' || behind.startsWith('#') ? { start, end, comment: behind !== '' } : undefined;
}

/**
 * Turns settings into comments: their lines stay in the file, each behind a #, with the reason on a line before. One
 * line with the reason serves settings on lines that follow one another. A setting that shares its line with others
 * goes onto comment lines of its own before that line.
 */
export function commentOut(file: FileContext, settings: Setting | readonly Setting[], reason: string): Edit[] {
  const all = [settings].flat().sort((a, b) => a.span.start - b.span.start);
  let last: number | undefined;
  return all.flatMap((setting) => {
    const lines = ownLines(file, setting);
    if (!lines) return commentOutPart(file, setting, reason);
    const head = last === lines.start ? '' : `# ${reason}\n`;
    last = lines.end + 1;
    const indent = /^[ \t]*/.exec(file.text.slice(lines.start, lines.end))![0];
    const body = file.text.slice(lines.start, lines.end);
    return [replace(lines, `${head && indent + head}${commented(body, indent)}`)];
  });
}

function commentOutPart(file: FileContext, setting: Setting, reason: string): Edit[] {
  const start = lineStart(file.text, setting.span.start);
  const indent = /^[ \t]*/.exec(file.text.slice(start, setting.span.start))![0];
  const body = file.text.slice(setting.span.start, setting.span.end);
  return [
    replace({ start, end: start }, `${indent}# ${reason}\n${indent}${commented(body, '')}\n`),
    replace(partSpan(file, setting), ''),
  ];
}

/** Lines behind a # each, in the column of the first. */
function commented(body: string, indent: string): string {
  const lines = body.split('\n');
  const comment = (line: string) => (line.startsWith(indent) ? `${indent}#${line.slice(indent.length)}` : `#${line}`);
  return lines.map((line) => (line.trim() === '' ? line : comment(line))).join('\n');
}

/** A setting among others on its line, with one of the semicolons around it. */
function partSpan({ text }: FileContext, { span }: Setting): Span {
  const behind = /^[ \t]*;[ \t]*(?=[^\s#])/.exec(text.slice(span.end, span.end + 200));
  if (behind) return { start: span.start, end: span.end + behind[0].length };
  const before = /;[ \t]*$/.exec(text.slice(lineStart(text, span.start), span.start));
  return { start: span.start - (before?.[0].length ?? 0), end: span.end };
}

/**
 * The settings of a name that another one of that name behind them overwrites, be that one a mistake in itself: it is
 * the one that will count once it is mended.
 */
export function overwritten(file: FileContext, name: string): Setting[] {
  const last = file.assigned(name);
  return last === undefined ? [] : file.all(name).filter(({ span }) => span.start < last.span.start);
}

/** Makes comments of what a setting overwrites, so that nothing of it comes into force when the setting goes away. */
export function commentOverwritten(file: FileContext, name: string): Edit[] {
  return commentOut(file, overwritten(file, name), `${name} was set again below`);
}

/** The only fix for a setting that a later one overwrites; undefined for the one that counts. */
export function fixOverwritten(file: FileContext, setting: Setting): Fix | undefined {
  const { name } = setting;
  const last = file.assigned(name);
  if (last === undefined || setting.span.start >= last.span.start) return undefined;
  const edits = commentOut(file, setting, `${name} is set again below`);
  return { title: `Make it a comment: ${name} is set again below`, kind: 'safe', edits };
}

/** Takes a setting out of the file, with its line when it has that for itself; a line with a comment becomes one. */
export function remove(file: FileContext, setting: Setting, reason: string): Edit[] {
  const lines = ownLines(file, setting);
  if (!lines) return [replace(partSpan(file, setting), '')];
  if (lines.comment) return commentOut(file, setting, reason);
  return [replace({ start: lines.start, end: Math.min(lines.end + 1, file.text.length) }, '')];
}

/** Takes a setting out of the file, with its line unless a comment stands behind it, which keeps the line. */
export function removeButComment(file: FileContext, setting: Setting): Edit[] {
  if (!ownLines(file, setting)?.comment) return remove(file, setting, '');
  const { start, end } = setting.span;
  return [replace({ start, end: file.text.indexOf('#', end) }, '')];
}

/** Puts items, as they are written, at the end of a list; an empty list is laid out anew. */
export function appendItems(file: FileContext, list: List, items: readonly string[]): Edit {
  const last = list.items.at(-1);
  if (last) return replace({ start: last.span.end, end: last.span.end }, items.map((item) => `, ${item}`).join(''));
  const blank = /^\[\s/.test(file.text.slice(list.span.start, list.span.end)) ? ' ' : '';
  return replace(list.span, `[${blank}${items.join(', ')}${blank}]`);
}
