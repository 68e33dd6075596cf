/** Short work shows nothing. */
const PATIENCE = 500;
const PAUSE = 100;

/** How far long work has come, on one line of a terminal's standard error; nothing elsewhere. */
export class Progress {
  readonly #what: string;
  readonly #total: number;
  readonly #shows: boolean;
  #last = performance.now() + PATIENCE - PAUSE;
  #visible = false;
  #done = 0;

  constructor(what: string, total: number, quiet: boolean) {
    this.#what = what;
    this.#total = total;
    this.#shows = !quiet && process.stderr.isTTY === true;
  }

  /** One more is done. */
  step(): void {
    this.#done++;
    if (!this.#shows) return;
    const now = performance.now();
    if (now - this.#last < PAUSE) return;
    this.#last = now;
    this.#visible = true;
    process.stderr.write(`\r\x1b[K${this.#what} ${this.#done} of ${this.#total}`);
  }

  /** Takes the line away; to be called before anything else is written to the terminal, and at the end. */
  clear(): void {
    if (!this.#visible) return;
    this.#visible = false;
    process.stderr.write('\r\x1b[K');
  }
}
