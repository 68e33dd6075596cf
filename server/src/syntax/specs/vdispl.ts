import { NEWEST_RELEASE, type Release } from '../release';
import {
  type DeviceFields,
  type DeviceLanguage,
  DeviceReader,
  type DeviceSpec,
  optionTable,
  type TakeValue,
} from './device';
import { type Piece, pair, pieces } from './pieces';
import { scanInt } from './scanf';
import { text, unsignedSwitch } from './values';

/** `ID:WIDTHxHEIGHT;...`. At a resolution that is none, xl goes on with fewer connectors when not even a width is there. */
const connectors: TakeValue = (device, _value, at) => {
  const list = [...pieces(device.bytes, ';', at)];
  if (list.length === 0) {
    device.part('value', at, 'connectors');
    device.crash('xl dies of an empty list of connectors', at);
    return;
  }
  const read: DeviceFields[] = list.map(() => ({}));
  device.fields.connectors = read;
  for (const [index, piece] of list.entries()) {
    const split = pair(device.bytes, piece, ':', device.release);
    if (!split) {
      device.part('value', piece, 'connectors');
      device.crash('xl dies of a connector without a resolution', piece);
      return;
    }
    for (const part of split) device.part('value', part, 'connectors');
    const [id, resolution] = split;
    const fields = read[index]!;
    fields.unique_id = device.text(id);
    const converted = readResolution(device, resolution, fields);
    if (converted === 2) continue;
    const problem = "Can't parse connector resolution";
    if (converted === 0) device.warn(problem, resolution, problem);
    else device.refuse(problem, resolution, problem);
    return;
  }
};

/** How many numbers of WIDTHxHEIGHT sscanf converts; -1 when there is nothing to convert. */
function readResolution(device: DeviceReader, at: Piece, fields: DeviceFields): number {
  const bytes = device.bytes.slice(0, at.end);
  const width = scanInt(bytes, at.start, '%u');
  if (!width) return /^[ \t\n\v\f\r]*$/.test(bytes.slice(at.start)) ? -1 : 0;
  fields.width = width.value;
  const height = bytes[width.end] === 'x' ? scanInt(bytes, width.end + 1, '%u') : undefined;
  if (!height) return 1;
  fields.height = height.value;
  return 2;
}

const LANGUAGE: DeviceLanguage = {
  options: optionTable({
    backend: text('backend_domname'),
    'be-alloc': unsignedSwitch('be_alloc'),
    connectors: { take: connectors, splits: true },
  }),
  unknown: (device, at) => device.refuse('unknown option', at, `Unknown string "${device.text(at)}" in vdispl spec`),
};

/** Reads the spec of a virtual display as xl 4.10 to 4.22. */
export function parseVdispl(spec: string, release: Release = NEWEST_RELEASE): DeviceSpec {
  const device = new DeviceReader(spec, release);
  device.options(LANGUAGE);
  if (!device.refused && device.fields.connectors === undefined) {
    device.refuse('connectors are missing', device.whole, 'At least one connector should be specified.');
  }
  return device.spec();
}
