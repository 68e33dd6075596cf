import { type DeviceOption, type DeviceReader, knownIn } from './device';
import { type Piece, pair, pieces, trimmed } from './pieces';

/** What a language of trimmed pairs says. */
interface PairWords {
  /** About something that is no pair. */
  readonly failed: (pair: string) => string;
  readonly unknown: (name: Piece, at: Piece) => void;
}

/** Reads `NAME = VALUE, ...` where blanks on both sides of names and values do not count, as xl reads channels. */
export function readPairs(device: DeviceReader, options: ReadonlyMap<string, DeviceOption>, words: PairWords): void {
  const { bytes, whole } = device;
  const list = [...pieces(bytes, ',', whole)];
  if (list.length === 0) {
    device.part('name', { start: bytes.length, end: bytes.length });
    device.crash('xl dies of a spec without an option', whole);
    return;
  }
  for (const piece of list) {
    const split = pair(bytes, piece, '=', device.release);
    if (!split) {
      device.part('unknown', piece);
      device.refuse('an option needs a name and a value', piece, words.failed(device.text(piece)), {
        unterminated: true,
      });
      return;
    }
    const [name, value] = split.map((part) => trimmed(bytes, part)) as [Piece, Piece];
    const word = bytes.slice(name.start, name.end);
    const option = options.get(word);
    if (option && knownIn(option, device.release)) {
      device.part('name', name, word);
      device.part('value', value, word);
      option.take(device, bytes.slice(value.start, value.end), value);
    } else {
      device.part('unknown', piece);
      words.unknown(name, piece);
    }
    if (device.refused) return;
  }
  if (bytes.endsWith(',')) device.part('name', { start: bytes.length, end: bytes.length });
}
