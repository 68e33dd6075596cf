import { NEWEST_RELEASE, type Release } from '../release';
import { type DeviceLanguage, DeviceReader, type DeviceSpec, optionTable } from './device';
import { text } from './values';

const LANGUAGE: DeviceLanguage = {
  stopsWithoutEquals: true,
  options: optionTable({ backend: text('backend_domname') }),
  unknown: (device, at, name) => {
    device.refuse('unknown option', at, `Unknown string \`${device.text(name)}' in pvcalls spec`);
  },
};

/** Reads the spec of a PV Calls interface as xl 4.11 to 4.22. */
export function parsePvcalls(spec: string, release: Release = NEWEST_RELEASE): DeviceSpec {
  const device = new DeviceReader(spec, release);
  device.options(LANGUAGE);
  return device.spec();
}
