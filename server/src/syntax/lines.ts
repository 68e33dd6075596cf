/** A place in a text as LSP counts it: line and UTF-16 code unit, both from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Turns offsets of one text into positions and back. Lines end in LF, CR LF or a lone CR, as in LSP. */
export class LineIndex {
  readonly #text: string;
  #known: readonly number[] | undefined;
  /** Offsets between a carriage return and its line feed. */
  readonly #splits = new Set<number>();
  /** The line of the offset that was asked for last: the next one is mostly on it or on the next. */
  #line = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Where each line starts: looked for when somebody first asks. */
  get #starts(): readonly number[] {
    this.#known ??= this.#find();
    return this.#known;
  }

  #find(): readonly number[] {
    const text = this.#text;
    const starts = [0];
    if (!text.includes('\r')) {
      for (let at = text.indexOf('\n') + 1; at > 0; at = text.indexOf('\n', at) + 1) starts.push(at);
      return starts;
    }
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c === 13 && text.charCodeAt(i + 1) === 10) {
        this.#splits.add(i + 1);
        continue;
      }
      if (c === 10 || c === 13) starts.push(i + 1);
    }
    return starts;
  }

  /** True for an offset between the CR and the LF of one line end, which is no place of LSP's. */
  splitsLineEnd(offset: number): boolean {
    return this.#starts.length > 0 && this.#splits.has(offset);
  }

  /** Number of lines; a text that ends in a newline has an empty last one. */
  get count(): number {
    return this.#starts.length;
  }

  /** Offset of the first character of a line; lines past the end give the text's length. */
  start(line: number): number {
    return this.#starts[line] ?? this.#text.length;
  }

  /** The position of an offset; offsets outside the text are moved to its nearest end. */
  position(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.#text.length));
    const starts = this.#starts;
    if (!isOn(starts, this.#line, at))
      this.#line = isOn(starts, this.#line + 1, at) ? this.#line + 1 : lineAt(starts, at);
    return { line: this.#line, character: at - starts[this.#line]! };
  }

  /** The offset of a position; a character past the end of its line gives the start of the next line. */
  offset(position: Position): number {
    if (position.line < 0) return 0;
    if (position.line >= this.#starts.length) return this.#text.length;
    return Math.min(this.start(position.line) + Math.max(0, position.character), this.start(position.line + 1));
  }
}

function isOn(starts: readonly number[], line: number, at: number): boolean {
  return starts[line]! <= at && (line + 1 === starts.length || at < starts[line + 1]!);
}

function lineAt(starts: readonly number[], at: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= at) low = middle;
    else high = middle;
  }
  return low;
}
