import type { MarkupContent } from 'vscode-languageserver';
import { MarkupKind } from './numbers';

/** Markdown for clients that show it, the same words without marks for others. */
export function toMarkup(markdown: string, isShown: boolean): MarkupContent {
  return isShown
    ? { kind: MarkupKind.Markdown, value: markdown }
    : { kind: MarkupKind.PlainText, value: withoutMarks(markdown) };
}

/** Markdown as the service writes it, without its marks: tables become columns, links their text and address. */
export function withoutMarks(markdown: string): string {
  return markdown
    .split('\n')
    .filter((line) => !/^(\|(-+\|)+|---|```.*)$/.test(line))
    .map((line) => (line.startsWith('|') ? tableRow(line) : line))
    .map((line) => unmarked(line.replace(/^- /, '• ')))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');
}

function tableRow(line: string): string {
  const cells = line.slice(1, -1).split(/(?<!\\)\|/);
  return cells
    .map((cell) => cell.trim().replaceAll('\\|', '|'))
    .filter(Boolean)
    .join('   ');
}

/** What stands between backquotes is left as it is. */
function unmarked(line: string): string {
  return line
    .split(/(`[^`]*`)/)
    .map((piece, i) => {
      if (i % 2 === 1) return piece.slice(1, -1);
      return piece.replace(/\*\*(.+?)\*\*/g, '$1').replace(/\[([^\]]*)\]\(([^)]*)\)/g, '$1 <$2>');
    })
    .join('')
    .replace(/\*\*/g, '');
}
