import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  InsertReplaceEdit,
  InsertTextFormat,
  MarkupKind,
  type Position,
  TextEdit,
} from 'vscode-languageserver';
import { type Completion, completions } from '../service/index';
import type { Abilities } from './abilities';
import type { Checked } from './documents';
import { cancelled } from './guard';
import { toRange } from './places';
import type { Server } from './server';

/** Characters after which a client asks by itself: where a value begins. */
export const TRIGGER_CHARACTERS: readonly string[] = ['=', '"', "'", ',', '[', ':', ';', '!'];

const KINDS: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  option: CompletionItemKind.Field,
  snippet: CompletionItemKind.Snippet,
};

/** Registers `textDocument/completion`. */
export function answerCompletions(server: Server): void {
  server.connection.onCompletion((params, token) =>
    server.guard.run<CompletionItem[]>('textDocument/completion', [], async () => {
      const checked = await server.documents.checkedAsIs(params.textDocument.uri);
      if (token.isCancellationRequested) throw cancelled();
      if (!checked?.analysis) return [];
      const offset = checked.document.offsetAt(params.position);
      const cursor = checked.document.positionAt(offset);
      return completions(checked.analysis, offset).map((completion) =>
        toItem(completion, checked, cursor, server.abilities),
      );
    }),
  );
}

function toItem(completion: Completion, checked: Checked, cursor: Position, abilities: Abilities): CompletionItem {
  const { label, detail, documentation, sortText } = completion;
  const written = toRange(checked.analysis!.lines, completion.edit.span);
  const snippet = completion.snippet === true && abilities.snippets;
  const newText =
    completion.snippet && !abilities.snippets ? withoutPlaceholders(completion.edit.newText) : completion.edit.newText;
  const range = { start: written.start, end: onLineOf(cursor, written.end) };
  const item: CompletionItem = {
    label,
    kind: KINDS[completion.kind],
    textEdit: abilities.insertReplace
      ? InsertReplaceEdit.create(newText, { start: range.start, end: cursor }, range)
      : TextEdit.replace(range, newText),
    insertTextFormat: snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
  };
  if (detail !== undefined) item.detail = detail;
  if (sortText !== undefined) item.sortText = sortText;
  if (documentation !== undefined) {
    item.documentation = abilities.completionMarkdown
      ? { kind: MarkupKind.Markdown, value: documentation }
      : documentation;
  }
  if (completion.deprecated) {
    if (abilities.completionTags) item.tags = [CompletionItemTag.Deprecated];
    else item.deprecated = true;
  }
  return item;
}

/** LSP wants a completion's range on the line of the cursor: an end before the cursor or on another line is moved. */
function onLineOf(cursor: Position, end: Position): Position {
  return end.line === cursor.line && end.character >= cursor.character ? end : cursor;
}

const SNIPPET_PART = /\\([\\$}])|\$\{\d+:((?:[^}\\]|\\.)*)\}|\$\{\d+\|((?:[^,|\\]|\\.)*)[^}]*\|\}|\$(?:\d+|\{\d+\})/gs;

/**
 * A snippet's text for clients that know no snippets: a placeholder gives its text, a choice its first word, a tab stop
 * nothing. Placeholders in placeholders are not read.
 */
export function withoutPlaceholders(snippet: string): string {
  return snippet.replace(SNIPPET_PART, (_, escaped?: string, text?: string, choice?: string) => {
    return escaped ?? (text ?? choice ?? '').replace(/\\(.)/gs, '$1');
  });
}
