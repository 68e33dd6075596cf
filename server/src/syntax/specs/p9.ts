import { NEWEST_RELEASE, type Release } from '../release';
import { type DeviceLanguage, DeviceReader, type DeviceSpec, optionTable, type TakeValue } from './device';
import { readPairs } from './pair-list';
import { oneOf, text, unsignedSwitch, wholeNumber } from './values';

/** The release that splits the spec as a list of pairs, with blanks taken away on both sides. */
const PAIRS: Release = 418;
/** The release that leaves it to libxl what is missing. */
const NOTHING_REQUIRED: Release = 419;

const TEXTS = {
  security_model: text('security_model'),
  path: text('path'),
  tag: text('tag'),
  backend: text('backend_domname'),
};

const OLD_LANGUAGE: DeviceLanguage = {
  stopsWithoutEquals: true,
  options: optionTable(TEXTS),
  unknown: (device, at, name) => {
    device.refuse('unknown option', at, `Unknown string \`${device.text(name)}' in 9pfs spec`);
  },
};

const type: TakeValue = oneOf(
  'type',
  ['unknown', 'qemu', 'xen_9pfsd'],
  (value) => `failed to parse 9pfs type: ${value}`,
);

const OPTIONS = optionTable({
  ...TEXTS,
  type: { take: type, since: 419 },
  'max-files': { take: wholeNumber('max_files'), since: 419 },
  'max-open-files': { take: wholeNumber('max_open_files'), since: 419 },
  'max-space': { take: wholeNumber('max_space'), since: 419 },
  'auto-delete': { take: unsignedSwitch('auto_delete'), since: 419 },
});

/**
 * Reads the spec of a 9pfs share as xl 4.9 to 4.22. Before 4.18 a value that is not given is that of the spec before it in the
 * list, `previous`.
 */
export function parseP9(spec: string, release: Release = NEWEST_RELEASE, previous?: DeviceSpec): DeviceSpec {
  const device = new DeviceReader(spec, release);
  if (release < PAIRS) {
    Object.assign(device.fields, previous?.device);
    device.options(OLD_LANGUAGE);
  } else {
    readPairs(device, OPTIONS, {
      failed: (pair) => `failed to parse 9pfs configuration: ${pair}`,
      unknown: (name, at) => device.refuse('unknown option', at, `Unknown 9pfs parameter '${device.text(name)}'`),
    });
  }
  const { path, security_model, tag } = device.fields;
  const missing = path === undefined || security_model === undefined || tag === undefined;
  if (!device.refused && missing && release < NOTHING_REQUIRED) {
    device.refuse('tag, security_model and path are needed', device.whole, '9pfs spec missing required field!');
  }
  return device.spec();
}
