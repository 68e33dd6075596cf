import type { Guest } from '../guest';
import type { Place } from '../message';
import { type Piece, pieces } from '../split';

/** One option of a device's spec as it is read: NAME=VALUE, or NAME alone. */
export interface Option {
  readonly name: string;
  /** Undefined when there is no `=`. */
  readonly value: string | undefined;
  /** The whole piece of the spec. */
  readonly text: string;
  readonly place: Place;
}

/** The options of a spec: pieces between commas, blanks before each passed over, NAME up to the first `=`. */
export function options(spec: string, place: Place): Option[] {
  return pieces(spec, ',', 'skip').map((piece) => optionOf(piece, place));
}

function optionOf({ text, start, end }: Piece, place: Place): Option {
  const equals = text.indexOf('=');
  const part = { start, end };
  if (equals < 0) return { name: text, value: undefined, text, place: { ...place, part } };
  return { name: text.slice(0, equals), value: text.slice(equals + 1), text, place: { ...place, part } };
}

/** The specs of a list key, each with its place; none when there is no list. */
export function* specs(guest: Guest, key: string): Generator<[spec: string, place: { key: string; item: number }]> {
  for (const [item, spec] of guest.specs(key).entries()) yield [spec, { key, item }];
}
