import { NEWEST_RELEASE, type Release } from '../release';
import { type DeviceLanguage, DeviceReader, type DeviceSpec, optionTable, type TakeValue } from './device';
import { text } from './values';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const uuid: TakeValue = (device, value, at) => {
  const lower = value.toLowerCase();
  if (UUID.test(lower)) device.fields.uuid = lower;
  else device.refuse('no UUID', at, `Failed to parse vtpm UUID: ${device.text(at)}`);
};

const LANGUAGE: DeviceLanguage = {
  stopsWithoutEquals: true,
  options: optionTable({ backend: text('backend_domname'), uuid }),
  unknown: (device, at, name) => {
    device.refuse('unknown option', at, `Unknown string \`${device.text(name)}' in vtpm spec`);
  },
};

/** Reads the spec of a virtual TPM as xl 4.3 to 4.22. */
export function parseVtpm(spec: string, release: Release = NEWEST_RELEASE): DeviceSpec {
  const device = new DeviceReader(spec, release);
  device.options(LANGUAGE);
  if (!device.refused && device.fields.backend_domname === undefined) {
    device.refuse('backend is missing', device.whole, 'vtpm spec missing required backend field!');
  }
  return device.spec();
}
