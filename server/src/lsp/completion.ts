import type { CompletionItem, CompletionList, MarkupContent, Position, Range } from 'vscode-languageserver';
import { type Caption, type Completion, completions, type FolderEntry, folderWanted } from '../service/index';
import type { LineIndex } from '../syntax/lines';
import type { Abilities } from './abilities';
import { cancelled } from './guard';
import { ascii, JsonWriter } from './json-writer';
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
    server.guard.run<CompletionItem[] | CompletionList>('textDocument/completion', [], async () => {
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
      const found = completions(file, offset, surroundings).map((one) => worded(server.caption, one));
      if (server.abilities.resolvesDocumentation) explanations.begin(found);
      return writeList(found, file.lines, cursor, server.abilities);
    }),
  );
  server.connection.onCompletionResolve((item) =>
    server.guard.run('completionItem/resolve', item, () => {
      const text = explanations.find(item);
      return text === undefined ? item : { ...item, documentation: toDocumentation(text, server.abilities) };
    }),
  );
}

/** What the last list explains of its items: sent for the one that somebody looks at. */
class Explanations {
  #list: readonly Completion[] = [];

  /** Takes the place of the list before. */
  begin(list: readonly Completion[]): void {
    this.#list = list;
  }

  /** The text of an item, whose data is its place in the list; undefined for one of an older list that this one lacks. */
  find({ data, label }: CompletionItem): string | undefined {
    const meant = typeof data === 'number' ? this.#list[data] : undefined;
    return meant?.label === label ? meant.documentation?.() : undefined;
  }
}

/** A completion as the user reads it. Keys, options and values are xl's own words, and what is said of them is English. */
function worded(inWords: Caption, completion: Completion): Completion {
  if (completion.kind !== 'snippet') return completion;
  const { label, detail } = completion;
  return { ...completion, label: inWords(label), ...(detail !== undefined && { detail: inWords(detail) }) };
}

/** What a folder of the machine holds on which the document lies; undefined where there is no file system to look at. */
async function entriesOf({ platform }: Server, uri: string, folder: string): Promise<FolderEntry[] | undefined> {
  return uri.startsWith('file:') ? platform.listFolder?.(folder) : undefined;
}

/** About as many bytes as an item takes. */
const ITEM = 200;

const WORDS = {
  defaults: ascii('{"isIncomplete":false,"itemDefaults":{"editRange":'),
  format: ascii(',"insertTextFormat":'),
  items: ascii('},"items":['),
  list: ascii('['),
  first: ascii('{"label":'),
  next: ascii(',{"label":'),
  kind: ascii(',"kind":'),
  editText: ascii(',"textEditText":'),
  edit: ascii(',"textEdit":{"newText":'),
  range: ascii(',"range":'),
  insert: ascii(',"insert":'),
  replace: ascii(',"replace":'),
  both: ascii('{"insert":'),
  detail: ascii(',"detail":'),
  sort: ascii(',"sortText":'),
  data: ascii(',"data":'),
  documentation: ascii(',"documentation":'),
  tags: ascii(`,"tags":[${CompletionItemTag.Deprecated}]`),
  deprecated: ascii(',"deprecated":true'),
  end: ascii('}'),
  close: ascii(']'),
};

/** The items in JSON: with what they have in common at its head, for a client that takes it from there. */
function writeList(
  found: readonly Completion[],
  lines: LineIndex,
  cursor: Position,
  abilities: Abilities,
): CompletionItem[] | CompletionList {
  const json = new JsonWriter((found.length + 1) * ITEM);
  const common = abilities.completionDefaults && found[0] ? rangeOf(found[0], lines, cursor) : undefined;
  const format = InsertTextFormat[abilities.snippets ? 'Snippet' : 'PlainText'];
  if (common) {
    json.raw(WORDS.defaults);
    if (abilities.insertReplace) json.raw(WORDS.both).place(common.start, cursor).raw(WORDS.replace);
    json.place(common.start, common.end);
    if (abilities.insertReplace) json.raw(WORDS.end);
    json.raw(WORDS.format).number(format).raw(WORDS.items);
  } else json.raw(WORDS.list);
  for (const [index, completion] of found.entries()) {
    const { label, detail, documentation, sortText, edit } = completion;
    json.raw(index === 0 ? WORDS.first : WORDS.next).string(label);
    json.raw(WORDS.kind).number(KINDS[completion.kind]);
    const newText = completion.snippet && !abilities.snippets ? withoutPlaceholders(edit.newText) : edit.newText;
    const own = completion.snippet && abilities.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText;
    if (!common || own !== format) json.raw(WORDS.format).number(own);
    const range = rangeOf(completion, lines, cursor);
    if (common && isSame(range, common)) {
      if (newText !== label) json.raw(WORDS.editText).string(newText);
    } else {
      json.raw(WORDS.edit).string(newText);
      if (abilities.insertReplace) json.raw(WORDS.insert).place(range.start, cursor).raw(WORDS.replace);
      else json.raw(WORDS.range);
      json.place(range.start, range.end).raw(WORDS.end);
    }
    if (detail !== undefined) json.raw(WORDS.detail).string(detail);
    if (sortText !== undefined) json.raw(WORDS.sort).string(sortText);
    if (documentation) {
      if (abilities.resolvesDocumentation) json.raw(WORDS.data).number(index);
      else json.raw(WORDS.documentation).value(toDocumentation(documentation(), abilities));
    }
    if (completion.deprecated) json.raw(abilities.completionTags ? WORDS.tags : WORDS.deprecated);
    json.raw(WORDS.end);
  }
  json.raw(WORDS.close);
  if (common) json.raw(WORDS.end);
  return json.answer();
}

/** What a completion takes the place of. LSP wants it on the line of the cursor: an end before it or elsewhere is moved. */
function rangeOf({ edit }: Completion, lines: LineIndex, cursor: Position): Range {
  const { start, end } = toRange(lines, edit.span);
  return { start, end: end.line === cursor.line && end.character >= cursor.character ? end : cursor };
}

function isSame(one: Range, other: Range): boolean {
  return (
    one.start.line === other.start.line &&
    one.start.character === other.start.character &&
    one.end.character === other.end.character
  );
}

function toDocumentation(markdown: string, { completionMarkdown }: Abilities): MarkupContent | string {
  return completionMarkdown ? { kind: MarkupKind.Markdown, value: markdown } : withoutMarks(markdown);
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
