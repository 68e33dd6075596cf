import type { CompletionItem, MarkupContent, Position } from 'vscode-languageserver';
import { type Completion, completions, type FolderEntry, folderWanted } from '../service/index';
import type { LineIndex } from '../syntax/lines';
import type { Abilities } from './abilities';
import { cancelled } from './guard';
import { withoutMarks } from './markup';
import { vocabularyOf } from './neighbours';
import { CompletionItemKind, CompletionItemTag, InsertTextFormat, MarkupKind } from './numbers';
import { toRange } from './places';
import type { Server } from './server';

/** Characters after which a client asks by itself: where a value begins. */
export const TRIGGER_CHARACTERS: readonly string[] = ['=', '"', "'", ',', '[', ':', ';', '!', '/'];

const KINDS: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  option: CompletionItemKind.Field,
  snippet: CompletionItemKind.Snippet,
  file: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
};

/** Registers `textDocument/completion` and `completionItem/resolve`. */
export function answerCompletions(server: Server): void {
  const explanations = new Explanations();
  server.connection.onCompletion(({ textDocument: { uri }, position }, token) =>
    server.guard.run<CompletionItem[]>('textDocument/completion', [], async () => {
      const read = await server.documents.read(uri);
      if (token.isCancellationRequested) throw cancelled();
      if (!read) return [];
      const { document, file } = read;
      const offset = document.offsetAt(position);
      const cursor = document.positionAt(offset);
      const wanted = folderWanted(file, offset);
      const folder = wanted === undefined ? undefined : await entriesOf(server, uri, wanted);
      const used = vocabularyOf(server, uri);
      const surroundings = { uuid: crypto.randomUUID(), used, ...(folder && { folder }) };
      const found = completions(file, offset, surroundings);
      const list = server.abilities.resolvesDocumentation ? explanations.begin(found) : undefined;
      return found.map((completion, index) => ({
        ...toItem(server, completion, file.lines, cursor, list === undefined),
        ...(list !== undefined && completion.documentation !== undefined ? { data: [list, index] } : {}),
      }));
    }),
  );
  server.connection.onCompletionResolve((item) =>
    server.guard.run('completionItem/resolve', item, () => {
      const text = explanations.find(item.data);
      return text === undefined ? item : { ...item, documentation: toDocumentation(text, server.abilities) };
    }),
  );
}

/** What the last list explains of its items: sent for the one that somebody looks at. */
class Explanations {
  #list = 0;
  #texts: readonly Completion['documentation'][] = [];

  /** Takes the place of the list before; gives its number. */
  begin(list: readonly Completion[]): number {
    this.#texts = list.map(({ documentation }) => documentation);
    return ++this.#list;
  }

  /** The text of an item's data; undefined for one of an older list. */
  find(data: unknown): string | undefined {
    const [list, index] = Array.isArray(data) ? (data as unknown[]) : [];
    return list === this.#list && typeof index === 'number' ? this.#texts[index]?.() : undefined;
  }
}

/** What a folder of the machine holds on which the document lies; undefined where there is no file system to look at. */
async function entriesOf({ platform }: Server, uri: string, folder: string): Promise<FolderEntry[] | undefined> {
  return uri.startsWith('file:') ? platform.listFolder?.(folder) : undefined;
}

function toItem(
  { abilities, caption: inWords }: Server,
  completion: Completion,
  lines: LineIndex,
  cursor: Position,
  explained: boolean,
): CompletionItem {
  const { documentation, sortText, kind } = completion;
  // keys, options and values are xl's own words, and what is said of them is English
  const ours = (text: string) => (kind === 'snippet' ? inWords(text) : text);
  const detail = completion.detail === undefined ? undefined : ours(completion.detail);
  const written = toRange(lines, completion.edit.span);
  const snippet = completion.snippet === true && abilities.snippets;
  const newText =
    completion.snippet && !abilities.snippets ? withoutPlaceholders(completion.edit.newText) : completion.edit.newText;
  const range = { start: written.start, end: onLineOf(cursor, written.end) };
  const item: CompletionItem = {
    label: ours(completion.label),
    kind: KINDS[kind],
    textEdit: abilities.insertReplace
      ? { newText, insert: { start: range.start, end: cursor }, replace: range }
      : { newText, range },
    insertTextFormat: snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
  };
  if (detail !== undefined) item.detail = detail;
  if (sortText !== undefined) item.sortText = sortText;
  if (explained && documentation !== undefined) item.documentation = toDocumentation(documentation(), abilities);
  if (completion.deprecated) {
    if (abilities.completionTags) item.tags = [CompletionItemTag.Deprecated];
    else item.deprecated = true;
  }
  return item;
}

function toDocumentation(markdown: string, { completionMarkdown }: Abilities): MarkupContent | string {
  return completionMarkdown ? { kind: MarkupKind.Markdown, value: markdown } : withoutMarks(markdown);
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
