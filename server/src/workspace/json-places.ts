import type { Span } from '../syntax/span';

/** A value of a JSON text and where it stands. */
export interface JsonNode {
  readonly span: Span;
  readonly value:
    | { readonly kind: 'object'; readonly members: readonly JsonMember[] }
    | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
    | { readonly kind: 'plain'; readonly value: string | number | boolean | null };
}

export interface JsonMember {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: JsonNode;
}

/** What is wrong with a JSON text, and where. */
export class JsonError extends Error {
  constructor(
    message: string,
    readonly span: Span,
  ) {
    super(message);
  }
}

/** Deeper nesting than any configuration has: what is beyond is refused rather than a danger to the stack. */
const DEEPEST = 100;

/** Reads JSON (RFC 8259, with an optional byte order mark) together with the place of every part; throws JsonError. */
export function parseJson(text: string): JsonNode {
  const reader = new JsonReader(text);
  const node = reader.value(0);
  reader.end();
  return node;
}

class JsonReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    if (text.startsWith('\ufeff')) this.#at = 1;
  }

  value(depth: number): JsonNode {
    this.#space();
    if (depth > DEEPEST) throw this.#wrong('nested too deeply');
    const start = this.#at;
    const first = this.#text[start];
    const value =
      first === '{'
        ? { kind: 'object' as const, members: this.#members(depth) }
        : first === '['
          ? { kind: 'array' as const, items: this.#items(depth) }
          : { kind: 'plain' as const, value: first === '"' ? this.#string() : this.#word() };
    return { span: { start, end: this.#at }, value };
  }

  /** Raises an error unless nothing is left. */
  end(): void {
    this.#space();
    if (this.#at < this.#text.length) throw this.#wrong('the text goes on behind the end of the value');
  }

  #members(depth: number): JsonMember[] {
    const members: JsonMember[] = [];
    this.#list('}', () => {
      const start = this.#at;
      if (this.#text[start] !== '"') throw this.#wrong('a name in double quotes is wanted');
      const name = this.#string();
      const nameSpan = { start, end: this.#at };
      this.#space();
      if (this.#text[this.#at] !== ':') throw this.#wrong('":" is wanted');
      this.#at++;
      members.push({ name, nameSpan, value: this.value(depth + 1) });
    });
    return members;
  }

  #items(depth: number): JsonNode[] {
    const items: JsonNode[] = [];
    this.#list(']', () => void items.push(this.value(depth + 1)));
    return items;
  }

  /** Reads what stands between brackets, separated by commas. */
  #list(close: string, element: () => void): void {
    this.#at++;
    this.#space();
    if (this.#text[this.#at] === close) {
      this.#at++;
      return;
    }
    for (;;) {
      this.#space();
      element();
      this.#space();
      const next = this.#text[this.#at];
      if (next !== ',' && next !== close) throw this.#wrong(`"," or "${close}" is wanted`);
      this.#at++;
      if (next === close) return;
    }
  }

  #string(): string {
    const match = /"(?:[^"\\\0-\x1f]|\\.)*"/suy;
    match.lastIndex = this.#at;
    const found = match.exec(this.#text);
    if (!found) throw this.#wrong('the string does not end on its line');
    const read = this.#plain(found[0]);
    if (typeof read !== 'string') throw this.#wrong('the string has an escape that JSON does not know');
    this.#at += found[0].length;
    return read;
  }

  #word(): number | boolean | null {
    const match = /[\w.+-]+/y;
    match.lastIndex = this.#at;
    const word = match.exec(this.#text)?.[0] ?? '';
    const read = this.#plain(word);
    if (read === undefined) throw this.#wrong(word === '' ? 'a value is wanted' : `"${word}" is no JSON value`);
    this.#at += word.length;
    return read as number | boolean | null;
  }

  /** What a string, number or word says; undefined when it is none of them. */
  #plain(text: string): string | number | boolean | null | undefined {
    try {
      return JSON.parse(text) as string | number | boolean | null;
    } catch {
      return undefined;
    }
  }

  #space(): void {
    const match = /[ \t\r\n]*/y;
    match.lastIndex = this.#at;
    match.exec(this.#text);
    this.#at = match.lastIndex;
  }

  #wrong(message: string): JsonError {
    const start = Math.min(this.#at, this.#text.length);
    return new JsonError(message, { start, end: Math.min(start + 1, this.#text.length) });
  }
}
