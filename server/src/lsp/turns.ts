/** How long, in ms, work in the background goes on before others get their turn. */
const TURN = 1;

/** The turns of some work in the background: what a client asks meanwhile does not wait for all of it. */
export class Turns {
  #since = performance.now();

  /** To be called after each piece of the work: gives way when the turn is over. */
  async next(): Promise<void> {
    if (performance.now() - this.#since < TURN) return;
    // a browser knows no setImmediate; its timers wait some milliseconds
    await new Promise<void>((resolve) => {
      if (typeof setImmediate === 'function') setImmediate(resolve);
      else setTimeout(resolve, 0);
    });
    this.#since = performance.now();
  }
}
