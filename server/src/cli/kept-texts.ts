/** Texts are put into blocks of about so many bytes. */
const BLOCK = 1024 * 1024;

/** Many texts that are hardly ever asked for: kept as bytes outside of the heap, where no collection of garbage meets them. */
export class KeptTexts {
  readonly #blocks: Buffer[] = [];
  /** For each text its block, where it begins there, and its length. */
  readonly #places: number[] = [];
  #used = 0;

  /** Keeps a text without lone surrogates; gives the number by which it is asked for. */
  add(text: string): number {
    const length = Buffer.byteLength(text);
    let block = this.#blocks.at(-1);
    if (!block || this.#used + length > block.length) {
      block = Buffer.allocUnsafeSlow(Math.max(BLOCK, length));
      this.#blocks.push(block);
      this.#used = 0;
    }
    block.write(text, this.#used);
    this.#places.push(this.#blocks.length - 1, this.#used, length);
    this.#used += length;
    return this.#places.length / 3 - 1;
  }

  get(number: number): string {
    const [block, start, length] = this.#places.slice(3 * number, 3 * number + 3) as [number, number, number];
    return this.#blocks[block]!.toString('utf8', start, start + length);
  }
}
