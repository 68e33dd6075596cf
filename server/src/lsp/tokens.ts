import type { SemanticTokens, SemanticTokensDelta, SemanticTokensLegend } from 'vscode-languageserver';
import { eachToken, TOKEN_TYPES } from '../service/index';
import type { Span } from '../syntax/span';
import { ascii, JsonWriter } from './json-writer';
import { type Analysed, answer } from './request';
import type { Server } from './server';

/** The words that tokens are numbered by: standard ones of LSP alone. */
export const LEGEND: SemanticTokensLegend = { tokenTypes: [...TOKEN_TYPES], tokenModifiers: ['deprecated'] };

/** Numbers of a token: lines and places from the token before, length, type, modifiers. */
const CELLS = 5;

/** What a document's tokens were when the client last had all of them. */
interface Told {
  readonly id: string;
  readonly data: Uint32Array;
}

/** Registers `textDocument/semanticTokens/full`, `full/delta` and `/range`. */
export function answerTokens(server: Server): void {
  const told = new Map<string, Told>();
  let count = 0;
  const { semanticTokens: requests } = server.connection.languages;
  const keep = (uri: string, data: Uint32Array): Told => {
    const one = { id: `${++count}`, data };
    if (server.abilities.tokenDeltas) told.set(uri, one);
    return one;
  };
  server.documents.texts.onDidClose(({ document }) => told.delete(document.uri));
  requests.on(({ textDocument: { uri } }, token) =>
    answer<SemanticTokens>(server, 'textDocument/semanticTokens/full', uri, token, NONE, (checked) =>
      whole(keep(uri, tokensOf(checked))),
    ),
  );
  requests.onDelta(({ textDocument: { uri }, previousResultId }, token) =>
    answer<SemanticTokens | SemanticTokensDelta>(
      server,
      'textDocument/semanticTokens/full/delta',
      uri,
      token,
      NONE,
      (checked) => {
        const before = told.get(uri);
        const now = keep(uri, tokensOf(checked));
        return before?.id === previousResultId ? difference(before, now) : whole(now);
      },
    ),
  );
  requests.onRange(({ textDocument: { uri }, range }, token) =>
    answer<SemanticTokens>(server, 'textDocument/semanticTokens/range', uri, token, NONE, (checked) => {
      const { document } = checked;
      const within = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
      return { data: [...tokensOf(checked, within)] };
    }),
  );
}

const NONE: SemanticTokens = { data: [] };

/** Five numbers for each token. */
function tokensOf({ analysis }: Analysed, within?: Span): Uint32Array {
  const { lines } = analysis;
  let data = new Uint32Array(CELLS * 256);
  let at = 0;
  let line = 0;
  let from = 0;
  let next = lines.start(1);
  const put = (start: number, end: number, type: number, deprecated: boolean) => {
    if (at === data.length) data = twice(data);
    const before = line;
    if (start >= next && line + 1 < lines.count) {
      line = lines.position(start).line;
      from = lines.start(line);
      next = lines.start(line + 1);
    }
    data[at] = line - before;
    data[at + 1] = start - from;
    data[at + 2] = end - start;
    data[at + 3] = type;
    data[at + 4] = deprecated ? 1 : 0;
    at += CELLS;
    from = start;
  };
  eachToken(analysis, put, within);
  return data.slice(0, at);
}

function twice(data: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(data.length * 2);
  larger.set(data);
  return larger;
}

const WORDS = {
  id: ascii('{"resultId":'),
  data: ascii(',"data":'),
  open: ascii('['),
  comma: ascii(','),
  close: ascii(']'),
  end: ascii('}'),
};

/** Most of the numbers have one digit, and a comma behind it. */
const NUMBER = 2.2;

function whole({ id, data }: Told): SemanticTokens {
  const json = new JsonWriter(Math.ceil(data.length * NUMBER) + 100);
  json.raw(WORDS.id).string(id).raw(WORDS.data).raw(WORDS.open);
  for (let at = 0; at < data.length; at++) {
    if (at > 0) json.raw(WORDS.comma);
    json.number(data[at]!);
  }
  return json.raw(WORDS.close).raw(WORDS.end).answer();
}

/** What makes the tokens of before those of now: one stretch in place of another. */
function difference(before: Told, now: Told): SemanticTokensDelta {
  const [old, data] = [before.data, now.data];
  const shorter = Math.min(old.length, data.length);
  let start = 0;
  while (start < shorter && old[start] === data[start]) start++;
  let behind = 0;
  while (behind < shorter - start && old[old.length - 1 - behind] === data[data.length - 1 - behind]) behind++;
  const deleteCount = old.length - start - behind;
  const added = [...data.subarray(start, data.length - behind)];
  const edits = deleteCount === 0 && added.length === 0 ? [] : [{ start, deleteCount, data: added }];
  return { resultId: now.id, edits };
}
