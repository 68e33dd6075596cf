import { NEWEST_RELEASE, type Release } from '../release';
import { type DeviceLanguage, DeviceReader, type DeviceSpec, optionTable } from './device';
import { oneOf, text, unsignedSwitch } from './values';

const LANGUAGE: DeviceLanguage = {
  options: optionTable({
    backend: text('backend_domname'),
    type: text('type'),
    transport: oneOf('transport', ['unknown', 'mmio'], () => undefined),
    grant_usage: unsignedSwitch('grant_usage'),
  }),
  // A type such as `virtio,device22` holds a comma.
  takesNext: (word) => word.startsWith('type=virtio'),
  unknown: (device, at) => device.refuse('unknown option', at, `Unknown string "${device.text(at)}" in virtio spec`),
};

/** Reads the spec of a virtio device as xl 4.18 to 4.22. xl ends without a word at an unknown transport. */
export function parseVirtio(spec: string, release: Release = NEWEST_RELEASE): DeviceSpec {
  const device = new DeviceReader(spec, release);
  device.options(LANGUAGE);
  return device.spec();
}
