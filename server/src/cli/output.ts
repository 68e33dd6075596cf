import { print } from './file-names';

/** Text is handed on in pieces of about this many characters. */
const PIECE = 64 * 1024;

/** A stream that takes text in large pieces, names that are no UTF-8 as the bytes that they are. */
export class Output {
  readonly #stream: NodeJS.WriteStream;
  #waiting: string[] = [];
  #length = 0;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  /** True on a terminal that shows colours, unless NO_COLOR (no-color.org) is set. */
  get hasColors(): boolean {
    const { NO_COLOR, TERM } = process.env;
    return this.#stream.isTTY === true && !NO_COLOR && TERM !== 'dumb';
  }

  write(text: string): this {
    this.#waiting.push(text);
    this.#length += text.length;
    return this.#length > PIECE ? this.flush() : this;
  }

  flush(): this {
    if (this.#length > 0) print(this.#waiting.join(''), this.#stream);
    this.#waiting = [];
    this.#length = 0;
    return this;
  }
}
