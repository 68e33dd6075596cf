import { matchMember } from '../schema/enums';
import type { Guest } from './guest';
import { label } from './identity';
import { plain, type Step, step } from './step';

/** The program that emulates devices, and the domain that it may run in. */
export const DEVICE_MODEL: readonly Step[] = [
  step('device_model', deviceModel),
  plain('text', 'device_model_override', 'build.device_model'),
  step('device_model_version', version),
  plain('flag', 'device_model_stubdomain_override', 'build.device_model_stubdomain'),
  step('device_model_stubdomain_seclabel', stubdomainLabel),
  plain('text', 'device_model_user', 'build.device_model_user'),
  plain('text', 'stubdomain_kernel', 'build.stubdomain_kernel'),
  plain('text', 'stubdomain_cmdline', 'build.stubdomain_cmdline'),
  plain('text', 'stubdomain_ramdisk', 'build.stubdomain_ramdisk'),
  plain('mebibytes', 'stubdomain_memory', 'build.stubdomain_memkb'),
  args('device_model_args', 'extra'),
  args('device_model_args_pv', 'extra_pv'),
  args('device_model_args_hvm', 'extra_hvm'),
];

function deviceModel(guest: Guest): void {
  const key = 'device_model';
  const text = guest.settings.string(key);
  if (text === undefined || guest.release < 402) return;
  guest.warn(
    { key },
    'WARNING: ignoring device_model directive.\n' +
      'WARNING: Use "device_model_override" instead if you really want a non-default device_model',
  );
  if (!text.includes('stubdom-dm')) return;
  guest.warn(
    { key },
    guest.type === 'hvm'
      ? 'WARNING: Or use "device_model_stubdomain_override" if you  want to enable stubdomains'
      : 'WARNING: ignoring "device_model_stubdomain_override" directive for pv guest',
  );
}

function version(guest: Guest): void {
  const key = 'device_model_version';
  const text = guest.settings.string(key);
  if (text === undefined) {
    if (guest.build.device_model !== undefined) {
      guest.warn({ key: 'device_model_override' }, 'WARNING: device model override given without specific DM version');
    }
    return;
  }
  const member = matchMember(key, text, guest.release);
  if (!member) guest.refuse({ key }, `Unknown ${key} "${text}" specified`);
  guest.build[key] = member.value.replaceAll('-', '_');
}

function stubdomainLabel(guest: Guest): void {
  const text = label(guest, 'device_model_stubdomain_seclabel');
  if (text !== undefined) guest.build.device_model_ssid_label = text;
}

function args(key: string, field: string): Step {
  return step(key, (guest) => {
    const list = guest.settings.strings(key);
    if (list) guest.build[field] = list;
    else if (guest.settings.has(key)) guest.refuse({ key }, `xl: Unable to parse ${key}.`);
  });
}
