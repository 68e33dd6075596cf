import { NEWEST_RELEASE, type Release } from '../release';
import { ULONG_MAX } from '../strtol';
import { readRange } from './cpus';
import { DeviceReader, type DeviceSpec } from './device';
import { type Piece, pair, pieces, trimmed } from './pieces';
import { unsignedLong } from './values';

/**
 * Reads one `NAME = VALUE` of a virtual NUMA node as xl 4.6 to 4.22. The fields: `pnode`, `memkb`, `vcpus` as ranges of numbers
 * (a wrong range stands as far as it was read, as xl uses it), or `distances`. Whether they fit the host and each other is for
 * the caller to know.
 */
export function parseVnode(spec: string, release: Release = NEWEST_RELEASE): DeviceSpec {
  const device = new DeviceReader(spec, release);
  const split = pair(device.bytes, device.whole, '=', release);
  if (!split) {
    const { whole } = device;
    device.part('unknown', whole);
    const message = `xl: failed to split "${device.text(whole)}" into pair`;
    device.refuse('an option needs a name and a value', whole, message);
    return device.spec();
  }
  const [name, value] = split.map((part) => trimmed(device.bytes, part)) as [Piece, Piece];
  const word = device.bytes.slice(name.start, name.end);
  const take = OPTIONS.get(word);
  device.part(take ? 'name' : 'unknown', name, take && word);
  if (take) take(device, value);
  else {
    device.part('unknown', value);
    device.warn('xl does not know this option and says nothing about it', name);
  }
  return device.spec();
}

const OPTIONS = new Map([
  ['pnode', pnode],
  ['size', size],
  ['vcpus', vcpus],
  ['vdistances', distances],
]);

function pnode(device: DeviceReader, at: Piece): void {
  device.part('value', at, 'pnode');
  const number = unsignedLong(device, device.bytes.slice(at.start, at.end), at);
  if (number !== undefined) device.fields.pnode = number;
}

function size(device: DeviceReader, at: Piece): void {
  device.part('value', at, 'size');
  const number = unsignedLong(device, device.bytes.slice(at.start, at.end), at);
  if (number !== undefined) device.fields.memkb = BigInt.asUintN(64, number << 10n);
}

function vcpus(device: DeviceReader, at: Piece): void {
  const ranges: { first: bigint; last: bigint }[] = [];
  device.fields.vcpus = ranges;
  for (const piece of list(device, at, 'vcpus')) {
    const { first, last, wrong } = readRange(device.bytes.slice(piece.start, piece.end));
    ranges.push({ first, last });
    if (last === ULONG_MAX) {
      device.crash('xl counts on for ever', piece);
      return;
    }
    if (wrong) device.warn('xl does not see that this is no range of numbers', piece);
  }
}

function distances(device: DeviceReader, at: Piece): void {
  const numbers: bigint[] = [];
  for (const piece of list(device, at, 'vdistances')) {
    const number = unsignedLong(device, device.bytes.slice(piece.start, piece.end), piece);
    if (number === undefined) return;
    numbers.push(number);
  }
  device.fields.distances = numbers;
}

/** The pieces of a list, with a part for each; xl dies of a list without one. */
function list(device: DeviceReader, at: Piece, option: string): Piece[] {
  const found = [...pieces(device.bytes, ',', at)];
  for (const piece of found) device.part('value', piece, option);
  if (found.length === 0) {
    device.part('value', at, option);
    device.crash('xl dies of an empty list', at);
  }
  return found;
}
