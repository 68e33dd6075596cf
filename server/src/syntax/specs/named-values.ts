import { NEWEST_RELEASE, type Release } from '../release';
import { strtoul } from '../strtol';
import { type DeviceLanguage, DeviceReader, type DeviceSpec, optionTable } from './device';
import type { Piece } from './pieces';
import { oneOf } from './values';

/** The SMBIOS strings that libxl can set, in any case. */
export const SMBIOS_TYPES: readonly string[] = [
  ...['bios_vendor', 'bios_version'],
  ...['system_manufacturer', 'system_product_name', 'system_version', 'system_serial_number'],
  ...['baseboard_manufacturer', 'baseboard_product_name', 'baseboard_version', 'baseboard_serial_number'],
  ...['baseboard_asset_tag', 'baseboard_location_in_chassis'],
  ...['enclosure_manufacturer', 'enclosure_serial_number', 'enclosure_asset_tag'],
  ...['battery_manufacturer', 'battery_device_name', 'oem'],
];

/** Reads one SMBIOS string, `TYPE=VALUE`, as xl 4.18 to 4.22: the fields `key` and `value`. */
export function parseSmbios(spec: string, release: Release = NEWEST_RELEASE): DeviceSpec {
  const device = new DeviceReader(spec, release);
  const { whole } = device;
  const split = firstEquals(device);
  if (!split) {
    device.refuse('needs a value', whole, `xl: failed to split "${device.text(whole)}" at '='`);
    return device.spec();
  }
  const [name, value] = split;
  const type = device.bytes.slice(0, name.end).toLowerCase();
  const shown = device.text(name);
  if (value.start === value.end) {
    device.refuse('an empty value', value, `xl: empty value not allowed for smbios "${shown}="`);
  } else if (!SMBIOS_TYPES.includes(type)) {
    device.refuse('unknown type', name, `xl: unknown smbios type '${shown}'`);
  } else {
    Object.assign(device.fields, { key: type, value: device.text(value) });
  }
  return device.spec();
}

/** Reads one quota of Xenstore, `NAME=NUMBER`, as xl 4.22: the fields `name` and `val`. Which names there are it cannot know. */
export function parseXenstoreQuota(spec: string, release: Release = NEWEST_RELEASE): DeviceSpec {
  const device = new DeviceReader(spec, release);
  const quoted = `Quota specification "${device.text(device.whole)}"`;
  const split = firstEquals(device);
  if (!split) {
    device.refuse('needs a value', device.whole, `${quoted} lacks "=".`);
    return device.spec();
  }
  const [name, value] = split;
  const bytes = device.bytes.slice(value.start);
  const number = strtoul(bytes, 0);
  const right = bytes !== '' && number.end === bytes.length && !number.overflow && number.value < 1n << 32n;
  if (right) Object.assign(device.fields, { name: device.text(name), val: Number(number.value) });
  else device.refuse('no number of 32 bits', value, `${quoted} uses illegal value "${device.text(value)}".`);
  return device.spec();
}

/** NAME and VALUE around the first equals sign, each with its part. */
function firstEquals(device: DeviceReader): [Piece, Piece] | undefined {
  const { bytes, whole } = device;
  const equals = bytes.indexOf('=');
  if (equals < 0) {
    device.part('name', whole);
    return undefined;
  }
  const name = { start: 0, end: equals };
  const value = { start: equals + 1, end: whole.end };
  device.part('name', name, device.text(name));
  device.part('value', value, device.text(name));
  return [name, value];
}

const ARM_SCI: DeviceLanguage = {
  keepsBlanks: true,
  options: optionTable({ type: oneOf('type', ['none', 'scmi_smc'], (value) => `Unknown ARM_SCI type: ${value}`) }),
  unknown: (device, at) => device.warn('xl does not know this option and says nothing about it', at),
};

/** Reads the spec of Arm's system control interface as xl 4.21 to 4.22. */
export function parseArmSci(spec: string, release: Release = NEWEST_RELEASE): DeviceSpec {
  const device = new DeviceReader(spec, release);
  device.options(ARM_SCI);
  return device.spec();
}
