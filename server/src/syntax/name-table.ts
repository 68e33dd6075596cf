const SIZE = 128;
/** Before this place of a text it does not pay to look for a name: there are few repetitions yet. */
const FAR = 32_768;

/** Gives equal names of a long text as one string, as long texts repeat their names: the result takes less memory. */
export class NameTable {
  #names: string[] | undefined;

  constructor(readonly text: string) {}

  /** The text from `start` to `end`, which is not empty. */
  name(start: number, end: number): string {
    return start < FAR ? this.text.slice(start, end) : this.#repeated(start, end);
  }

  #repeated(start: number, end: number): string {
    const { text } = this;
    this.#names ??= new Array<string>(SIZE).fill('');
    const slot = (text.charCodeAt(start) * 7 + text.charCodeAt(end - 1) * 3 + (end - start)) % SIZE;
    const known = this.#names[slot]!;
    if (known.length === end - start && text.startsWith(known, start)) return known;
    const name = text.slice(start, end);
    this.#names[slot] = name;
    return name;
  }
}
