import type { LineIndex, Position } from '../syntax/lines';
import type { Span } from '../syntax/span';

/**
 * An answer that is JSON already, in UTF-8. A long one is written from what it is about in a fraction of the time that it takes
 * to make objects of it for JSON.stringify. A channel that does not carry bytes is given what they say instead.
 */
export class JsonBytes {
  constructor(readonly bytes: Uint8Array) {}

  /** What the bytes say. */
  read(): unknown {
    return JSON.parse(new TextDecoder().decode(this.bytes));
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const ENCODER = new TextEncoder();

/** Brackets, names of members and what else has its quotes where it needs them, for `JsonWriter.raw`. */
export function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

const RANGE = ascii('{"start":{"line":');
const RANGE_END = ascii('},"end":{"line":');
const CHARACTER = ascii(',"character":');
const CLOSE = ascii('}}');

/** Writes JSON from its beginning to its end; what it is made of is the caller's to put in order. */
export class JsonWriter {
  #bytes: Uint8Array;
  #length = 0;

  /** @param room how many bytes there will be, about */
  constructor(room: number) {
    this.#bytes = new Uint8Array(room);
  }

  /** What `ascii` made. */
  raw(text: Uint8Array): this {
    const bytes = this.#withRoom(text.length);
    let at = this.#length;
    // short as they are, a loop is quicker than to call for a copy
    for (let i = 0; i < text.length; i++) bytes[at++] = text[i]!;
    this.#length = at;
    return this;
  }

  /** A whole number from 0 to 2^31 - 1. */
  number(value: number): this {
    const bytes = this.#withRoom(10);
    let size = 1;
    for (let rest = value; rest > 9; rest = (rest / 10) | 0) size++;
    let rest = value;
    for (let at = this.#length + size - 1; at >= this.#length; at--) {
      const tenth = (rest / 10) | 0;
      bytes[at] = 0x30 + rest - tenth * 10;
      rest = tenth;
    }
    this.#length += size;
    return this;
  }

  /** A string with its quotes. */
  string(text: string): this {
    const bytes = this.#withRoom(text.length + 2);
    let at = this.#length;
    bytes[at++] = QUOTE;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code < 0x20 || code > 0x7e || code === QUOTE || code === BACKSLASH)
        return this.#encoded(JSON.stringify(text));
      bytes[at++] = code;
    }
    bytes[at++] = QUOTE;
    this.#length = at;
    return this;
  }

  /** A range of LSP. */
  range(lines: LineIndex, { start, end }: Span): this {
    const from = lines.position(start);
    return this.place(from, lines.position(end));
  }

  /** A range from one position to another. */
  place(start: Position, end: Position): this {
    this.raw(RANGE).number(start.line).raw(CHARACTER).number(start.character);
    return this.raw(RANGE_END).number(end.line).raw(CHARACTER).number(end.character).raw(CLOSE);
  }

  /** What JSON.stringify makes of something. */
  value(value: unknown): this {
    return this.#encoded(JSON.stringify(value));
  }

  /** How much has been written: a place for `repeat`. */
  get length(): number {
    return this.#length;
  }

  /** What was written from one place to another, once more. */
  repeat(from: number, to: number): this {
    this.#withRoom(to - from).copyWithin(this.#length, from, to);
    this.#length += to - from;
    return this;
  }

  /** All that was written, as what a request is answered by. */
  answer<Answer>(): Answer {
    return new JsonBytes(this.#bytes.subarray(0, this.#length)) as Answer;
  }

  #encoded(text: string): this {
    const encoded = ENCODER.encode(text);
    this.#withRoom(encoded.length).set(encoded, this.#length);
    this.#length += encoded.length;
    return this;
  }

  #withRoom(more: number): Uint8Array {
    const wanted = this.#length + more;
    if (wanted > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(wanted, this.#bytes.length * 2));
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    return this.#bytes;
  }
}
