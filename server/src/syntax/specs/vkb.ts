import { NEWEST_RELEASE, type Release } from '../release';
import { type DeviceLanguage, DeviceReader, type DeviceSpec, optionTable } from './device';
import { oneOf, text, unsigned, unsignedSwitch } from './values';

const LANGUAGE: DeviceLanguage = {
  options: optionTable({
    backend: text('backend_domname'),
    'backend-type': oneOf('backend_type', ['unknown', 'qemu', 'linux'], (value) => {
      return `Unknown backend_type "${value}" in vkb spec`;
    }),
    'unique-id': text('unique_id'),
    'feature-disable-keyboard': unsignedSwitch('feature_disable_keyboard'),
    'feature-disable-pointer': unsignedSwitch('feature_disable_pointer'),
    'feature-abs-pointer': unsignedSwitch('feature_abs_pointer'),
    'feature-raw-pointer': unsignedSwitch('feature_raw_pointer'),
    'feature-multi-touch': unsignedSwitch('feature_multi_touch'),
    'multi-touch-width': unsigned('multi_touch_width'),
    'multi-touch-height': unsigned('multi_touch_height'),
    'multi-touch-num-contacts': unsigned('multi_touch_num_contacts'),
    width: unsigned('width'),
    height: unsigned('height'),
  }),
  unknown: (device, at) => device.refuse('unknown option', at, `Unknown string "${device.text(at)}" in vkb spec`),
};

/** Reads the spec of a virtual keyboard and pointer as xl 4.12 to 4.22. */
export function parseVkb(spec: string, release: Release = NEWEST_RELEASE): DeviceSpec {
  const device = new DeviceReader(spec, release);
  device.options(LANGUAGE);
  if (device.refused) return device.spec();
  const { fields } = device;
  const sizes = fields.multi_touch_width || fields.multi_touch_height || fields.multi_touch_num_contacts;
  if ((fields.backend_type ?? 'unknown') === 'unknown') {
    device.refuse('backend-type is missing', device.whole, 'backend-type should be set in vkb spec');
  } else if (sizes) {
    fields.feature_multi_touch = true;
  } else if (fields.feature_multi_touch) {
    const wanted = 'multi-touch-width, multi-touch-height, multi-touch-num-contacts';
    device.refuse('multi-touch needs its sizes', device.whole, `${wanted} should be set for multi touch in vkb spec`);
  }
  return device.spec();
}
