import type { Edit, Span } from '../syntax/span';
import type { Atom, Setting } from '../syntax/tree';
import type { FileContext } from './context';

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

/** The whole lines that a setting stands on, when nothing but blanks and comments stands there with it. */
function ownLines(file: FileContext, setting: Setting): Span | undefined {
  const { text } = file;
  const start = text.lastIndexOf('\n', setting.span.start - 1) + 1;
  const newline = text.indexOf('\n', setting.span.end);
  const end = newline < 0 ? text.length : newline;
  if (text.slice(start, setting.span.start).trim() !== '') return undefined;
  const behind = text.slice(setting.span.end, end).trim();
  return behind === '' || behind.startsWith('#') ? { start, end } : undefined;
}

/**
 * Turns a setting into comments: its lines stay in the file, each behind a #, with the reason on a line before. A setting that
 * shares its line with others goes onto comment lines of its own before that line.
 */
export function commentOut(file: FileContext, setting: Setting, reason: string): Edit[] {
  const { text } = file;
  const lines = ownLines(file, setting);
  const comment = (body: string) => body.replace(/^([ \t]*)(?=\S)/gm, '$1#');
  if (lines) {
    const body = text.slice(lines.start, lines.end);
    const indent = /^[ \t]*/.exec(body)![0];
    return [replace(lines, `${indent}# ${reason}\n${comment(body)}`)];
  }
  const start = text.lastIndexOf('\n', setting.span.start - 1) + 1;
  const body = text.slice(setting.span.start, setting.span.end);
  const separator = /^[ \t]*;[ \t]*/.exec(text.slice(setting.span.end))?.[0].length ?? 0;
  return [
    replace({ start, end: start }, `# ${reason}\n${comment(body)}\n`),
    replace({ start: setting.span.start, end: setting.span.end + separator }, ''),
  ];
}

/** Takes a setting out of the file, with its line and the comment on that line when it has the line for itself. */
export function remove(file: FileContext, setting: Setting): Edit[] {
  const lines = ownLines(file, setting);
  if (lines) return [replace({ start: lines.start, end: Math.min(lines.end + 1, file.text.length) }, '')];
  const separator = /^[ \t]*;[ \t]*/.exec(file.text.slice(setting.span.end))?.[0].length ?? 0;
  return [replace({ start: setting.span.start, end: setting.span.end + separator }, '')];
}
