/** libxl's bitmap: whole bytes, so that a bitmap for 4 CPUs has 8 bits, and all of them can be set. */
export class Bitmap {
  readonly #bits: Uint8Array;

  constructor(bits: number) {
    this.#bits = new Uint8Array(Math.ceil(Math.max(bits, 0) / 8) * 8);
  }

  /** Sets or clears a bit; one beyond the end is passed over. */
  set(bit: number, on = true): void {
    if (bit >= 0 && bit < this.#bits.length) this.#bits[bit] = on ? 1 : 0;
  }

  setAll(): void {
    this.#bits.fill(1);
  }

  get size(): number {
    return this.#bits.length;
  }

  has(bit: number): boolean {
    return this.#bits[bit] === 1;
  }

  get empty(): boolean {
    return !this.#bits.includes(1);
  }

  get full(): boolean {
    return !this.#bits.includes(0);
  }

  /** Keeps the bits that `other` has too. */
  intersect(other: Bitmap): void {
    for (let i = 0; i < this.#bits.length; i++) if (!other.has(i)) this.#bits[i] = 0;
  }

  copy(): Bitmap {
    const copy = new Bitmap(this.size);
    copy.#bits.set(this.#bits);
    return copy;
  }

  /** The numbers of the bits that are set, ascending. */
  members(): number[] {
    const members: number[] = [];
    this.#bits.forEach((bit, i) => {
      if (bit) members.push(i);
    });
    return members;
  }
}
