import type { Place } from '../rules/across';

/** Looks its place up when it is asked: most things are never. */
class Placed {
  readonly #at: () => Place;

  constructor(at: () => Place) {
    this.#at = at;
  }

  get place(): Place {
    return this.#at();
  }
}

/** A thing of one's own with its place, which is no property of its own: copies have none. */
export function placed<Thing extends object>(thing: Thing, at: () => Place): Thing & { readonly place: Place } {
  return Object.assign(new Placed(at), thing);
}

/** The same with its place looked up: plain data. */
export function plain<Thing extends { readonly place: Place }>(thing: Thing): Thing {
  return { ...thing, place: thing.place };
}
